import type { Terms } from '../../contracts/index.ts';
import type { RefusalDetails } from '../../../shared/decision.ts';
import type { Cents } from '../../../shared/money.ts';
import { deriveInvoice } from './derive-invoice.ts';
import type { DeriveRefusal, InvoiceRequest } from './invoice-basis.ts';
import type { Evidence } from './evidence.ts';
import type { DerivableKind, IssuedInvoice } from './invoice.ts';

/** One invoice that the signed schedule provides for: issued, ready to be, or waiting for something that has a name. */
export type ScheduleStep = {
  kind: DerivableKind;
  milestoneId: string | null;
  label: string | null;
  sharePercent: number | null;
} & (
  | { state: 'issued'; invoice: Pick<IssuedInvoice, 'id' | 'number' | 'issuedOn' | 'netCents'> }
  | { state: 'ready'; netCents: Cents }
  | { state: 'waiting'; code: DeriveRefusal; details: RefusalDetails | undefined }
);

const kindOf = { acompte: 'deposit', intermediate: 'intermediate', balance: 'final' } as const;

/**
 * The whole schedule of a mission as it stands: each milestone, then, once the final invoice is out, what was decided
 * since. The same rule as issuing, asked beforehand, so that the screen can say why before anybody clicks.
 */
export const billingSchedule = (
  terms: Terms,
  evidence: Evidence,
  alreadyInvoiced: readonly IssuedInvoice[],
  context: Pick<InvoiceRequest, 'issuedOn' | 'isDemo'>,
): ScheduleStep[] => {
  const standing = alreadyInvoiced.filter(({ credited }) => !credited);
  const stepOf = (kind: DerivableKind, milestone?: Terms['milestones'][number]): ScheduleStep => {
    const about = {
      kind,
      milestoneId: milestone?.id ?? null,
      label: milestone?.label ?? null,
      sharePercent: milestone?.sharePercent ?? null,
    };
    const invoice = milestone && standing.find(({ milestoneId }) => milestoneId === milestone.id);
    if (invoice) return { ...about, state: 'issued', invoice };
    const milestoneId = kind === 'final' ? undefined : milestone?.id;
    const decision = deriveInvoice(terms, evidence, alreadyInvoiced, { ...context, kind, milestoneId });
    return decision.ok
      ? { ...about, state: 'ready', netCents: decision.facts[0]!.netCents }
      : { ...about, state: 'waiting', code: decision.code, details: decision.details };
  };
  const balance = terms.milestones.findLast(({ kind }) => kind === 'balance');
  const milestones = terms.milestones.filter((milestone) => milestone.kind !== 'balance' || milestone === balance);
  const complementary = standing
    .filter(({ kind }) => kind === 'complementary')
    .map((invoice): ScheduleStep => ({
      kind: 'complementary',
      milestoneId: null,
      label: null,
      sharePercent: null,
      state: 'issued',
      invoice,
    }));
  return [
    ...milestones.map((milestone) => stepOf(kindOf[milestone.kind], milestone)),
    ...complementary,
    ...(standing.some(({ kind }) => kind === 'final') ? [stepOf('complementary')] : []),
  ];
};
