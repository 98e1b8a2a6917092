import type { ReactNode } from 'react';
import type { Answer } from '../../../web/api/client.ts';
import { Link, Section, StateLabel, type Tone } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';

export type QuoteRow = Answer<'get', '/quotes'>['quotes'][number];
export type FrameworkRow = Answer<'get', '/frameworks'>['frameworks'][number];
export type MissionRow = Answer<'get', '/missions'>['missions'][number];
export type RequestRow = Answer<'get', '/signature-requests'>['requests'][number];
export type InvoiceRow = Answer<'get', '/invoices'>['invoices'][number];

const quoteTones: Record<QuoteRow['status'], Tone> = {
  draft: 'neutral',
  sent: 'caution',
  signed: 'good',
  refused: 'bad',
  expired: 'neutral',
  withdrawn: 'neutral',
};
const missionTones: Record<MissionRow['status'], Tone> = { open: 'good', paused: 'caution', closed: 'neutral' };
const invoiceTones: Record<InvoiceRow['state'], Tone> = {
  to_pay: 'neutral',
  overdue: 'bad',
  credited: 'neutral',
  credit_note: 'neutral',
};

/** Short lists of what hangs together in a dossier: each line says its state and leads to its page. */
export const Rows = ({ children }: { children: ReactNode }) => (
  <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface">{children}</ul>
);

const Line = ({
  to,
  title,
  under,
  state,
  tone,
  figure,
}: {
  to: string;
  title: string;
  under?: ReactNode;
  state: string;
  tone: Tone;
  figure?: string;
}) => (
  <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-2.5 text-sm sm:grid-cols-[minmax(0,1fr)_12rem_7rem]">
    <span className="min-w-0">
      <Link to={to} className="inline-block leading-6 font-medium text-ink">
        {title}
      </Link>
      {under && <span className="block text-xs leading-6 text-ink-soft">{under}</span>}
    </span>
    <span className="max-sm:order-last max-sm:col-span-2">
      <StateLabel tone={tone}>{state}</StateLabel>
    </span>
    <span className="text-right tabular-nums">{figure}</span>
  </li>
);

export const QuoteLines = ({ quotes, requests }: { quotes: readonly QuoteRow[]; requests: readonly RequestRow[] }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Rows>
      {quotes.map((quote) => {
        const signing = requests.find(({ subject }) => subject.id === quote.id);
        return (
          <Line
            key={quote.id}
            to={`/devis/${quote.id}`}
            title={quote.title}
            under={
              <>
                {quote.number ?? t('draftNumber')}
                {signing && (
                  <>
                    {' · '}
                    <Link to={`/signatures/${signing.requestId}`} className="inline-block leading-6">
                      {t(`sig_${signing.state}`)}
                    </Link>
                  </>
                )}
              </>
            }
            state={t(`status_${quote.status}`)}
            tone={quoteTones[quote.status]}
            figure={format.money(quote.netCents)}
          />
        );
      })}
    </Rows>
  );
};

export const MissionLines = ({ missions }: { missions: readonly MissionRow[] }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Section title={t('missions')}>
      <Rows>
        {missions.map((mission) => (
          <Line
            key={mission.id}
            to={`/missions/${mission.id}`}
            title={mission.name}
            under={t('period', { from: format.day(mission.startsOn), to: format.day(mission.endsOn) })}
            state={t(`mission_${mission.status}`)}
            tone={missionTones[mission.status]}
          />
        ))}
      </Rows>
    </Section>
  );
};

export const InvoiceLines = ({ invoices }: { invoices: readonly InvoiceRow[] }) => {
  const t = useMessages(messages);
  const format = useFormats();
  return (
    <Section
      title={t('invoices')}
      aside={
        <Link to="/factures" className="text-sm">
          {t('allInvoices')}
        </Link>
      }
    >
      <Rows>
        {invoices.map((invoice) => (
          <Line
            key={invoice.id}
            to={`/factures/${invoice.id}`}
            title={invoice.number}
            under={invoice.dueOn ? t('dueOn', { day: format.day(invoice.dueOn) }) : undefined}
            state={t(`invoice_${invoice.state}`)}
            tone={invoiceTones[invoice.state]}
            figure={format.money(invoice.payableCents)}
          />
        ))}
      </Rows>
    </Section>
  );
};

const frameworkTones: Record<FrameworkRow['status'], Tone> = { ...quoteTones, ended: 'neutral' };

/** The agreements under which several missions are ordered. */
export const FrameworkLines = ({ frameworks }: { frameworks: readonly FrameworkRow[] }) => {
  const t = useMessages(messages);
  return (
    <Section title={t('frameworksSection')}>
      <Rows>
        {frameworks.map((framework) => (
          <Line
            key={framework.id}
            to={`/contrats-cadres/${framework.id}`}
            title={framework.title}
            under={framework.number ?? t('draftNumber')}
            state={t(framework.status === 'ended' ? 'framework_ended' : `status_${framework.status}`)}
            tone={frameworkTones[framework.status]}
          />
        ))}
      </Rows>
    </Section>
  );
};
