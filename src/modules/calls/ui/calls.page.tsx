import { useParams } from 'react-router';
import { useLive, useRead } from '../../../web/api/client.ts';
import { Badge, Empty, Loaded, Page, PageHeader, StateLabel, Table, type Column } from '../../../web/design/index.ts';
import { useFormats } from '../../../web/i18n/index.ts';
import { outcomes } from '../domain/outcomes.ts';
import { toneOf } from './call-history.tsx';
import type { Call } from './shapes.ts';
import { useWords } from './use-words.ts';

/** The calls of a mission, the latest first. */
export default function CallsPage() {
  const { id } = useParams() as { id: string };
  const { t, coded, language } = useWords();
  const format = useFormats();
  const read = useRead<{ calls: Call[] }>(`/missions/${id}/calls`, { query: { limit: 500 } });
  useLive(`/missions/${id}/calls/live`, ['missions', id, 'calls']);
  const columns: Column<Call>[] = [
    {
      key: 'at',
      header: t('whenColumn'),
      value: (row) => row.requestedAt,
      cell: (row) => format.moment(row.requestedAt),
      phone: 'title',
    },
    {
      key: 'outcome',
      header: t('outcomeColumn'),
      value: (row) => (row.outcome ? outcomes[row.outcome].labels[language] : t('toQualify')),
      cell: (row) => (
        <StateLabel tone={row.outcome ? toneOf(row.outcome) : 'caution'}>
          {row.outcome ? outcomes[row.outcome].labels[language] : t('toQualify')}
        </StateLabel>
      ),
    },
    {
      key: 'talk',
      header: t('talkColumn'),
      value: (row) => row.talkSeconds,
      cell: (row) => format.duration(row.talkSeconds),
      align: 'right',
    },
    {
      key: 'evidence',
      header: t('evidenceColumn'),
      value: (row) => coded('ev_', row.evidence),
      cell: (row) => <Badge tone={row.evidence === 'simulated' ? 'caution' : 'neutral'}>{coded('ev_', row.evidence)}</Badge>,
    },
    { key: 'caller', header: t('callerColumn'), value: (row) => row.callerName },
  ];
  return (
    <Page>
      <PageHeader title={t('callsTitle')} lead={t('callsLead')} />
      <Loaded read={read}>
        {({ calls }) => (
          <Table
            label={t('callsTitle')}
            rows={calls}
            rowId={(row) => row.id}
            href={(row) => `/missions/${id}/appels/${row.id}`}
            columns={columns}
            sort="-at"
            exportAs="appels"
            empty={<Empty title={t('noCall')}>{t('noCallHint')}</Empty>}
          />
        )}
      </Loaded>
    </Page>
  );
}
