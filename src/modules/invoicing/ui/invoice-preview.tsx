import { useState } from 'react';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import { Button, ConfirmDialog, Facts, Link, Loaded, Table, type Column } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { InvoiceMoneyView } from './invoice-money.tsx';
import type { Issued, LeftApartRow, PreviewAnswer, StepRow } from './invoice-shapes.ts';
import { messages } from './messages.ts';
import { useMayIssue } from './use-may-issue.ts';

/** What the invoice would say if it were issued now, what is left apart, and the button that issues it. */
export const InvoicePreview = ({ missionId, step }: { missionId: string; step: StepRow }) => {
  const milestoneId = step.kind === 'final' ? null : step.milestoneId;
  const read = useRead<PreviewAnswer>(`/missions/${missionId}/invoice-preview`, { query: { kind: step.kind, milestoneId } });
  return (
    <Loaded read={read}>
      {(preview) => (
        <div className="flex flex-col gap-6">
          <Terms preview={preview} />
          <InvoiceMoneyView money={preview} missionId={missionId} />
          <Issue missionId={missionId} preview={preview} milestoneId={milestoneId} />
          {preview.leftApart.length > 0 && <LeftApart rows={preview.leftApart} />}
        </div>
      )}
    </Loaded>
  );
};

const Terms = ({ preview }: { preview: PreviewAnswer }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Facts
      facts={[
        { label: t('kind'), value: t(`kind_${preview.kind}`) },
        { label: t('issuedOn'), value: format.day(preview.issuedOn) },
        ...(preview.dueOn ? [{ label: t('dueOn'), value: format.day(preview.dueOn) }] : []),
        ...(preview.delay
          ? [{ label: t('delay'), value: t(`delay_${preview.delay.method}`, { days: preview.delay.days }) }]
          : []),
      ]}
    />
  );
};

const Issue = ({
  missionId,
  preview,
  milestoneId,
}: {
  missionId: string;
  preview: PreviewAnswer;
  milestoneId: string | null;
}) => {
  const t = useMessages(messages);
  const format = useFormats();
  const mayIssue = useMayIssue();
  const [confirming, setConfirming] = useState(false);
  const body = { kind: preview.kind, ...(milestoneId === null ? {} : { milestoneId }) };
  const issue = useCommand(() => request<Issued>('POST', `/missions/${missionId}/invoices`, body), {
    invalidate: [['invoices'], ['missions', missionId]],
    done: ({ number }) => t('issued', { number }),
    onDone: () => setConfirming(false),
  });
  return (
    <div className="flex justify-end">
      <Button variant="primary" whyDisabled={mayIssue ? null : t('ownerOnly')} onPress={() => setConfirming(true)}>
        {t('issue')}
      </Button>
      <ConfirmDialog
        title={t('issueTitle')}
        isOpen={confirming}
        onClose={() => setConfirming(false)}
        action={t('issue')}
        onConfirm={() => issue.mutate()}
        isPending={issue.isPending}
      >
        {t('issueWhat', { amount: format.money(preview.payableCents), day: preview.dueOn ? format.day(preview.dueOn) : '' })}
      </ConfirmDialog>
    </div>
  );
};

const LeftApart = ({ rows }: { rows: LeftApartRow[] }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const columns: Column<LeftApartRow>[] = [
    {
      key: 'ref',
      header: t('appointment'),
      value: (row) => row.ref,
      cell: (row) => <Link to={`/a-valider/${row.id}`}>{row.ref}</Link>,
      width: 'w-32',
      phone: 'title',
    },
    { key: 'company', header: t('company'), value: (row) => row.company },
    {
      key: 'meeting',
      header: t('meeting'),
      value: (row) => row.meetingAt,
      cell: (row) => format.moment(row.meetingAt),
      phone: 'hidden',
    },
    { key: 'why', header: t('why'), value: (row) => t(`apart_${row.because}`) },
    {
      key: 'price',
      header: t('price'),
      value: (row) => row.priceCents / 100,
      cell: (row) => format.money(row.priceCents),
      align: 'right',
      width: 'w-28',
    },
  ];
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-base font-semibold">{t('apart')}</h3>
      <p className="max-w-reading text-sm text-ink-soft">{t('apartWhy')}</p>
      <Table label={t('apart')} rows={rows} rowId={(row) => row.id} columns={columns} filterable={false} empty={null} />
    </div>
  );
};
