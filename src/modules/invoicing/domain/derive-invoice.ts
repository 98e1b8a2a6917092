import type { Terms } from '../../contracts/index.ts';
import { type Accepted, type Refused, record, refuse } from '../../../shared/decision.ts';
import { cents, sumCents } from '../../../shared/money.ts';
import { checkedDueDate } from './due-date.ts';
import type { Evidence } from './evidence.ts';
import type { DeductedDeposit, DerivedInvoice, IssuedInvoice } from './invoice.ts';
import { type Basis, type DeriveRefusal, type InvoiceRequest, basisOf } from './invoice-basis.ts';
import { totalsOf, vatParts } from './vat.ts';

type Derivation = Accepted<DerivedInvoice> | Refused<DeriveRefusal>;

/**
 * The invoice that the signed terms and the evidence call for, to the cent. Nothing is typed in: the same terms, evidence
 * and earlier invoices give the same invoice again. Credited invoices count as if they had never been.
 */
export const deriveInvoice = (
  terms: Terms,
  evidence: Evidence,
  alreadyInvoiced: readonly IssuedInvoice[],
  request: InvoiceRequest,
): Derivation => {
  const standing = alreadyInvoiced.filter((invoice) => !invoice.credited);
  const basis = basisOf(terms, evidence, standing, request);
  return basis.ok ? priced(terms, standing, request, basis.facts[0]!) : basis;
};

const priced = (terms: Terms, standing: readonly IssuedInvoice[], request: InvoiceRequest, basis: Basis): Derivation => {
  const { kind, issuedOn } = request;
  if (basis.lines.every(({ netCents }) => netCents === 0)) return refuse('nothing_to_invoice');
  const due = checkedDueDate(issuedOn, kind === 'deposit' ? { days: 0, method: 'net' } : terms.payment.delay);
  if (!due.lawful) return refuse('due_date_unlawful', { dueOn: due.dueOn, latestOn: due.latestOn, days: due.days });

  const instalments = standing.filter((invoice) => invoice.kind !== 'deposit');
  const vat = vatParts(basis.lines, kind === 'deposit' ? [] : instalments.flatMap((invoice) => invoice.vat));
  const totals = totalsOf(vat);
  const deposits = kind === 'final' ? standing.filter((invoice) => invoice.kind === 'deposit') : [];
  const prepaidCents = sumCents(deposits.map(({ grossCents }) => grossCents));
  return record({
    kind,
    milestoneId: basis.milestoneId,
    issuedOn,
    dueOn: due.dueOn,
    deliveredOn: basis.deliveredOn,
    period: kind === 'final' ? { startsOn: terms.period.startsOn, endsOn: basis.endsOn ?? terms.period.endsOn } : null,
    lines: basis.lines,
    vat,
    ...totals,
    deposits: deposits.map(deducted),
    prepaidCents,
    payableCents: cents(totals.grossCents - prepaidCents),
    leftApart: basis.leftApart ?? [],
  });
};

const deducted = ({ id, number, issuedOn, netCents, vatCents, grossCents }: IssuedInvoice): DeductedDeposit => ({
  id,
  number,
  issuedOn,
  netCents,
  vatCents,
  grossCents,
});
