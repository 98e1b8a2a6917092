import type { Terms } from '../../contracts/index.ts';
import { type Accepted, type Refused, assertNever, record, refuse } from '../../../shared/decision.ts';
import { type CivilDate, civilDateOf } from '../../../shared/time.ts';
import { sortAppointments } from './billable-appointments.ts';
import type { Evidence, EvidenceReference } from './evidence.ts';
import type { DerivableKind, InvoiceLine, IssuedInvoice, LeftApart } from './invoice.ts';
import { balanceLines, forfaitOf, milestoneAmounts, milestoneLine, resultLines, takenBackLines } from './price-lines.ts';
import { type Cents, cents, sumCents } from '../../../shared/money.ts';
import { vatRateOf } from './vat.ts';

export type InvoiceRequest = {
  kind: DerivableKind;
  issuedOn: CivilDate;
  /** Which milestone, when several could be meant; the first that is due otherwise. */
  milestoneId?: string | undefined;
  isDemo: boolean;
};

export type DeriveRefusal =
  | 'no_such_milestone'
  | 'already_invoiced'
  | 'milestone_not_reached'
  | 'final_report_missing'
  | 'final_invoice_first'
  | 'final_already_issued'
  | 'nothing_to_invoice'
  | 'due_date_unlawful';

/** What an invoice bills, before any money is added up. */
export type Basis = {
  lines: InvoiceLine[];
  milestoneId: string | null;
  deliveredOn: CivilDate;
  /** The last day billed, when it is not the contract’s own. */
  endsOn?: CivilDate;
  leftApart?: LeftApart[];
};

/** Which lines an invoice of this kind has now, or why there is none. `standing`: the earlier invoices that no credit note cancels. */
export const basisOf = (
  terms: Terms,
  evidence: Evidence,
  standing: readonly IssuedInvoice[],
  request: InvoiceRequest,
): Accepted<Basis> | Refused<DeriveRefusal> => {
  switch (request.kind) {
    case 'deposit':
    case 'intermediate':
      return milestoneBasis(terms, evidence, standing, request);
    case 'final':
      return finalBasis(terms, evidence, standing, request);
    case 'complementary':
      return complementaryBasis(terms, evidence, standing, request);
    default:
      return assertNever(request.kind);
  }
};

/** An acompte at signature, or an instalment once its event has happened. */
const milestoneBasis = (terms: Terms, evidence: Evidence, standing: readonly IssuedInvoice[], request: InvoiceRequest) => {
  const wanted = request.kind === 'deposit' ? 'acompte' : 'intermediate';
  const candidates = terms.milestones.filter(
    ({ kind, id }) => kind === wanted && (request.milestoneId === undefined || id === request.milestoneId),
  );
  if (candidates.length === 0) return refuse('no_such_milestone');
  if (hasFinal(standing)) return refuse('final_already_issued');
  const milestone = candidates.find(({ id }) => !standing.some((invoice) => invoice.milestoneId === id));
  if (!milestone) return refuse('already_invoiced');
  const proof = proofOf(milestone, evidence);
  if (!proof.ok) return proof;
  const amount = milestoneAmounts(terms).get(milestone.id)!;
  const vat = vatRateOf(terms.price.vat);
  if (request.kind === 'deposit' || forfaitOf(terms) > 0) {
    const lines = [milestoneLine(request.kind === 'deposit' ? 'acompte' : 'forfait', milestone, amount, vat, proof.facts)];
    return record<Basis>({ lines, milestoneId: milestone.id, deliveredOn: request.issuedOn });
  }
  // No forfait to cut: the instalment bills what was worked and accepted so far.
  const results = resultsSince(terms, evidence, standing, request);
  return record<Basis>({ ...results, milestoneId: milestone.id, deliveredOn: request.issuedOn });
};

/** Proof that the event which makes a milestone due has happened. */
const proofOf = (
  { id, trigger }: Terms['milestones'][number],
  { agreement, callsReached, finalReport }: Evidence,
): Accepted<EvidenceReference> | Refused<'milestone_not_reached' | 'final_report_missing'> => {
  switch (trigger.on) {
    case 'signature':
      return record({ type: 'agreement', id: agreement.quoteId, label: agreement.number });
    case 'calls_reached':
      return callsReached >= trigger.calls
        ? record({ type: 'calls', id, label: String(trigger.calls) })
        : refuse('milestone_not_reached', { calls: trigger.calls, reached: callsReached });
    case 'final_report':
      return finalReport
        ? record({ type: 'report', id: finalReport.id, label: finalReport.label })
        : refuse('final_report_missing');
    default:
      return assertNever(trigger);
  }
};

/** The balance: the whole forfait less the instalments, what was accepted and worked, deposits deducted. */
const finalBasis = (terms: Terms, evidence: Evidence, standing: readonly IssuedInvoice[], request: InvoiceRequest) => {
  if (hasFinal(standing)) return refuse('final_already_issued');
  if (evidence.earlyEnd) return earlyEndBasis(terms, evidence, standing, request, evidence.earlyEnd.lastDay);
  const balance = terms.milestones.findLast(({ kind }) => kind === 'balance');
  const proof = balance ? proofOf(balance, evidence) : record<EvidenceReference>();
  if (!proof.ok) return proof;
  const instalments = forfaitOf(terms) > 0 ? standing.filter(({ kind }) => kind === 'intermediate') : [];
  const results = resultsSince(terms, evidence, standing, request);
  return record<Basis>({
    lines: [...balanceLines(terms, instalments, vatRateOf(terms.price.vat), proof.facts), ...results.lines],
    milestoneId: balance?.id ?? null,
    deliveredOn: evidence.finalReport?.frozenOn ?? terms.period.endsOn,
    leftApart: results.leftApart,
  });
};

/**
 * The contract ended before its term. Of the forfait, only the shares whose event has happened are owed; instalments are taken
 * back, and what was accepted and worked is billed as ever. No final report is waited for.
 */
const earlyEndBasis = (
  terms: Terms,
  evidence: Evidence,
  standing: readonly IssuedInvoice[],
  request: InvoiceRequest,
  lastDay: CivilDate,
) => {
  const vat = vatRateOf(terms.price.vat);
  const cutsForfait = forfaitOf(terms) > 0;
  const amounts = milestoneAmounts(terms);
  const reached = reachedMilestones(terms, evidence).map(({ milestone, proof }) =>
    milestoneLine('forfait', milestone, amounts.get(milestone.id)!, vat, [proof]),
  );
  const results = resultsSince(terms, evidence, standing, request);
  return record<Basis>({
    lines: [
      ...(cutsForfait ? reached : []),
      ...(cutsForfait
        ? takenBackLines(
            standing.filter(({ kind }) => kind === 'intermediate'),
            vat,
          )
        : []),
      ...results.lines,
    ],
    milestoneId: terms.milestones.findLast(({ kind }) => kind === 'balance')?.id ?? null,
    deliveredOn: lastDay,
    endsOn: lastDay,
    leftApart: results.leftApart,
  });
};

const reachedMilestones = (terms: Terms, evidence: Evidence) =>
  terms.milestones.flatMap((milestone) => {
    const proof = proofOf(milestone, evidence);
    return proof.ok ? [{ milestone, proof: proof.facts[0]! }] : [];
  });

/** The part of the forfait whose milestones were not reached: an early end leaves it unowed. */
export const unreachedForfait = (terms: Terms, evidence: Evidence): Cents => {
  const amounts = milestoneAmounts(terms);
  const forfait = forfaitOf(terms);
  if (forfait === 0) return cents(0);
  return cents(forfait - sumCents(reachedMilestones(terms, evidence).map(({ milestone }) => amounts.get(milestone.id)!)));
};

/** What was decided after the final invoice: a contest that the arbiter settled, an appointment accepted late. */
const complementaryBasis = (terms: Terms, evidence: Evidence, standing: readonly IssuedInvoice[], request: InvoiceRequest) => {
  if (!hasFinal(standing)) return refuse('final_invoice_first');
  const results = resultsSince(terms, evidence, standing, request);
  return record<Basis>({ ...results, milestoneId: null });
};

/** Hours, days, appointments and expenses that no standing invoice has billed yet. */
const resultsSince = (terms: Terms, evidence: Evidence, standing: readonly IssuedInvoice[], request: InvoiceRequest) => {
  const billed = new Set(standing.flatMap(({ billedIds }) => billedIds));
  const unbilled = <Item extends { id: string }>(items: readonly Item[]) => items.filter(({ id }) => !billed.has(id));
  const { billable, leftApart } = sortAppointments(evidence.appointments, billed, {
    recordingRequired: terms.calling.recording.requiredForBilling,
    isDemo: request.isDemo,
  });
  const lines = resultLines(
    terms,
    {
      hours: unbilled(evidence.hours),
      days: unbilled(evidence.days),
      expenses: unbilled(evidence.expenses),
      appointments: billable,
    },
    vatRateOf(terms.price.vat),
  );
  const decidedOn = billable.flatMap(({ decidedAt }) => (decidedAt ? [civilDateOf(decidedAt)] : []));
  const deliveredOn = decidedOn.sort().at(-1) ?? request.issuedOn;
  return { lines, leftApart, deliveredOn };
};

const hasFinal = (standing: readonly IssuedInvoice[]) => standing.some(({ kind }) => kind === 'final');
