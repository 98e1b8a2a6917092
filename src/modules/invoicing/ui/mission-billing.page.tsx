import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../../../web/api/client.ts';
import {
  Empty,
  Link,
  Loaded,
  Page,
  PageHeader,
  Section,
  StateLabel,
  Table,
  type Column,
  type Tone,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { InvoicePreview } from './invoice-preview.tsx';
import type { InvoiceListAnswer, ScheduleAnswer, StepRow } from './invoice-shapes.ts';
import { messages } from './messages.ts';

const tones: Record<StepRow['state'], Tone> = { issued: 'good', ready: 'caution', waiting: 'neutral' };
const stepId = (step: StepRow) => `${step.kind}:${step.milestoneId ?? step.invoice?.id ?? ''}`;

/** The signed schedule of a mission, the next invoice before it is issued, and those already issued. */
export default function MissionBillingPage() {
  const { id = '' } = useParams();
  const read = useRead<ScheduleAnswer>(`/missions/${id}/billing`);
  return (
    <Page>
      <Loaded read={read}>{(schedule) => <Billing schedule={schedule} />}</Loaded>
    </Page>
  );
}

const Billing = ({ schedule }: { schedule: ScheduleAnswer }) => {
  const t = useMessages(messages);
  const { mission, steps } = schedule;
  const ready = steps.filter(({ state }) => state === 'ready');
  const [chosen, choose] = useState<string | null>(null);
  const step = ready.find((one) => stepId(one) === chosen) ?? ready[0];
  return (
    <>
      <PageHeader
        back={{ to: `/missions/${mission.id}`, label: mission.name }}
        title={t('billing')}
        lead={t('billingLead', { number: schedule.contractNumber })}
      />
      <Section title={t('schedule')}>
        <Schedule steps={steps} shown={step} choose={(one) => choose(stepId(one))} />
      </Section>
      <Section title={t('preview')}>
        {step ? (
          <InvoicePreview key={stepId(step)} missionId={mission.id} step={step} />
        ) : (
          <Empty title={t('previewNone')}>{t('previewNoneWhy')}</Empty>
        )}
      </Section>
      <IssuedInvoices missionId={mission.id} />
    </>
  );
};

type ScheduleProps = { steps: StepRow[]; shown: StepRow | undefined; choose: (step: StepRow) => void };

const Schedule = ({ steps, shown, choose }: ScheduleProps) => {
  const t = useMessages(messages);
  const format = useFormats();
  const columns: Column<StepRow>[] = [
    { key: 'milestone', header: t('milestone'), value: (step) => step.label ?? t('complementaryLabel'), phone: 'title' },
    {
      key: 'state',
      header: t('state'),
      value: (step) => t(`step_${step.state}`),
      cell: (step) => <StateLabel tone={tones[step.state]}>{t(`step_${step.state}`)}</StateLabel>,
      width: 'w-36',
    },
    {
      key: 'next',
      header: t('next'),
      value: (step) => step.why ?? step.invoice?.number ?? '',
      cell: (step) => <NextOf step={step} isShown={step === shown} choose={choose} />,
    },
    {
      key: 'amount',
      header: t('amount'),
      value: (step) => step.netCents,
      cell: (step) => (step.netCents === null ? '' : format.money(step.netCents)),
      align: 'right',
      width: 'w-32',
    },
  ];
  return <Table label={t('schedule')} rows={steps} rowId={stepId} columns={columns} filterable={false} empty={null} />;
};

const NextOf = ({ step, isShown, choose }: { step: StepRow; isShown: boolean; choose: (step: StepRow) => void }) => {
  const t = useMessages(messages);
  if (step.invoice) return <Link to={`/factures/${step.invoice.id}`}>{t('openInvoice', { number: step.invoice.number })}</Link>;
  if (step.why) return <span className="text-ink-soft">{step.why}</span>;
  if (isShown) return <span>{t('preview')}</span>;
  return (
    <button type="button" onClick={() => choose(step)} className="cursor-pointer text-primary underline">
      {t('prepare')}
    </button>
  );
};

const IssuedInvoices = ({ missionId }: { missionId: string }) => {
  const t = useMessages(messages);
  const columns = useInvoiceColumns({ withClient: false });
  const read = useRead<InvoiceListAnswer>('/invoices', { query: { missionId, order: 'asc' } });
  return (
    <Section title={t('issuedInvoices')}>
      <Loaded read={read}>
        {({ invoices }) => (
          <Table
            label={t('issuedInvoices')}
            rows={invoices}
            rowId={(row) => row.id}
            href={(row) => `/factures/${row.id}`}
            columns={columns}
            filterable={false}
            empty={<Empty title={t('none')}>{t('noneWhy')}</Empty>}
          />
        )}
      </Loaded>
    </Section>
  );
};
