import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useLive, useRead } from '../../../web/api/client.ts';
import { Badge, Empty, Loaded, Page, PageHeader, Table, type Column } from '../../../web/design/index.ts';
import { FinalReportAction } from './final-report.tsx';
import { ReportView } from './report-view.tsx';
import type { ReportRow, Reports } from './shapes.ts';
import { reportTitle, useWords } from './use-words.ts';

/** The frozen reports of a mission, the latest in sight, and the final one when its time has come. */
export default function ReportsPage() {
  const { id = '' } = useParams();
  // A report just frozen is printed in the background: look again until its document is there.
  const read = useRead<Reports>(`/missions/${id}/reports`, {
    refetchInterval: ({ state }) => (state.data?.reports.some(({ isPrinted }) => !isPrinted) ? 2_000 : false),
  });
  useLive(`/missions/${id}/board/live`, ['missions', id, 'reports']);
  return (
    <Page>
      <Loaded read={read}>{(reports) => <ReportsOf reports={reports} />}</Loaded>
    </Page>
  );
}

/** Reports made at the same moment go by their period; the final one closes the list. */
const orderOf = ({ frozenAt, kind, to }: ReportRow) => `${frozenAt} ${kind === 'final' ? '9999' : to}`;

const ReportsOf = ({ reports: answer }: { reports: Reports }) => {
  const words = useWords();
  const { t, coded, format } = words;
  const { mission, channel, article, reports } = answer;
  const [chosen, choose] = useState<string | null>(null);
  const latest = [...reports].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).at(-1);
  const shown = reports.find(({ id }) => id === chosen) ?? latest;
  // On a phone the document is far below the list: choosing a report goes to it.
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) view.current?.scrollIntoView({ block: 'start' });
  }, [chosen]);
  const columns: Column<ReportRow>[] = [
    {
      key: 'label',
      header: t('report'),
      value: (row) => reportTitle(words, row),
      phone: 'title',
      cell: (row) => (
        <button
          type="button"
          onClick={() => choose(row.id)}
          aria-pressed={row === shown}
          className="rounded-md text-left font-medium text-primary underline decoration-1 underline-offset-3 aria-pressed:text-ink aria-pressed:no-underline max-md:py-2"
        >
          {reportTitle(words, row)}
        </button>
      ),
    },
    {
      key: 'kind',
      header: t('kind'),
      value: (row) => coded('kind_', row.kind),
      cell: (row) => <Badge tone={row.kind === 'final' ? 'good' : 'neutral'}>{coded('kind_', row.kind)}</Badge>,
      phone: 'hidden',
    },
    {
      key: 'period',
      header: t('period'),
      value: (row) => row.from,
      cell: (row) => t('periodValue', { from: format.shortDay(row.from), to: format.shortDay(row.to) }),
    },
    {
      key: 'calls',
      header: t('calls'),
      value: (row) => row.totals.attempts,
      cell: (row) => format.count(row.totals.attempts),
      align: 'right',
    },
    {
      key: 'useful',
      header: t('useful'),
      value: (row) => row.totals.useful,
      cell: (row) => format.count(row.totals.useful),
      align: 'right',
    },
    { key: 'booked', header: t('bookedColumn'), value: (row) => row.totals.booked, align: 'right' },
    {
      key: 'frozen',
      header: t('frozenAt'),
      value: orderOf,
      cell: (row) => format.moment(row.frozenAt),
      phone: 'hidden',
    },
  ];
  return (
    <>
      <PageHeader
        title={t('reportsTitle')}
        lead={`${t('reportsLead')} ${t(`channel_${channel}`)}${article ? ` (${t('article', { article })})` : ''}.`}
        action={
          <FinalReportAction mission={mission} hasFinalReport={reports.some(({ kind }) => kind === 'final')} now={answer.now} />
        }
      />
      <Table
        label={t('reportsTitle')}
        rows={reports}
        rowId={(row) => row.id}
        columns={columns}
        sort="-frozen"
        filterable={false}
        empty={<Empty title={t('reportsNone')}>{t('reportsNoneHint')}</Empty>}
      />
      <div ref={view} className="scroll-mt-4">
        {shown && <ReportView key={shown.id} report={shown} />}
      </div>
    </>
  );
};
