import { Decimal } from 'decimal.js';
import { firmLines, type Terms } from '../../contracts/index.ts';
import { type Cents, cents, lineAmount, splitByPercent, sumCents } from '../../../shared/money.ts';
import type { AppointmentEvidence, Evidence, EvidenceReference, Expense, WorkedTime } from './evidence.ts';
import type { InvoiceLine, IssuedInvoice, VatRate } from './invoice.ts';

type PriceLine = Terms['price']['lines'][number];
type Milestone = Terms['milestones'][number];

// An option is not bought until it was ticked; a mission's terms hold the ticked ones as lines like the others.
const linesOf = (terms: Terms, kind: PriceLine['kind']) => firmLines(terms.price.lines).filter((line) => line.kind === kind);
const lineTotal = (line: PriceLine): Cents => lineAmount(line.quantity, line.unitPriceCents);

/** The forfait of the contract, whole. */
export const forfaitOf = (terms: Terms): Cents => sumCents(linesOf(terms, 'forfait').map(lineTotal));

/**
 * What the milestones cut into shares: the forfait; where there is none, the estimate that was signed, so that a deposit
 * can still be asked on work billed by the hour or by the appointment.
 */
export const milestoneAmounts = (terms: Terms): Map<string, Cents> => {
  const base = forfaitOf(terms) || sumCents(firmLines(terms.price.lines).map(lineTotal));
  const shares = splitByPercent(
    cents(base),
    terms.milestones.map((milestone) => milestone.sharePercent),
  );
  return new Map(terms.milestones.map((milestone, index) => [milestone.id, shares[index]!]));
};

const line = (
  kind: InvoiceLine['kind'],
  label: string,
  quantity: string,
  unitPriceCents: Cents,
  vat: VatRate,
  evidence: EvidenceReference[],
): InvoiceLine => ({ kind, label, quantity, unitPriceCents, netCents: lineAmount(quantity, unitPriceCents), vat, evidence });

/** One milestone's share, as one line. */
export const milestoneLine = (
  kind: 'acompte' | 'forfait',
  milestone: Milestone,
  amount: Cents,
  vat: VatRate,
  evidence: EvidenceReference[],
): InvoiceLine => line(kind, milestone.label, '1', amount, vat, evidence);

/** The forfait in full, then each earlier instalment taken back with its number, so that the client sees the whole count. */
export const balanceLines = (
  terms: Terms,
  instalments: readonly IssuedInvoice[],
  vat: VatRate,
  evidence: EvidenceReference[],
): InvoiceLine[] => [
  ...linesOf(terms, 'forfait').map((price) =>
    line('forfait', price.label, decimalText(price.quantity), price.unitPriceCents, vat, evidence),
  ),
  ...takenBackLines(instalments, vat),
];

/** Each earlier instalment, taken back with its number. */
export const takenBackLines = (instalments: readonly IssuedInvoice[], vat: VatRate): InvoiceLine[] =>
  instalments.map(({ id, number, netCents }) =>
    line('already_invoiced', number, '-1', netCents, vat, [{ type: 'invoice', id, label: number }]),
  );

/** Hours, days, appointments and expenses that were really worked, accepted or paid, at the signed price. */
export const resultLines = (
  terms: Terms,
  evidence: Pick<Evidence, 'hours' | 'days' | 'expenses'> & { appointments: readonly AppointmentEvidence[] },
  vat: VatRate,
): InvoiceLine[] => [
  ...workedLines('hour', linesOf(terms, 'hour'), evidence.hours, vat),
  ...workedLines('day', linesOf(terms, 'day'), evidence.days, vat),
  ...appointmentLines(linesOf(terms, 'appointment'), evidence.appointments, vat),
  ...evidence.expenses.map((expense) => expenseLine(expense, vat)),
];

/** One line per price: an amendment may have changed it between two days. */
const workedLines = (kind: 'hour' | 'day', prices: PriceLine[], worked: readonly WorkedTime[], vat: VatRate): InvoiceLine[] => {
  const price = prices[0];
  const type = kind === 'hour' ? 'hours' : 'days';
  const priced = worked.filter(({ unitPriceCents }) => (unitPriceCents ?? price?.unitPriceCents) !== undefined);
  const byPrice = Map.groupBy(priced, ({ unitPriceCents }) => unitPriceCents ?? price!.unitPriceCents);
  return [...byPrice].map(([unitPrice, times]) => {
    const quantity = times
      .reduce((total, time) => total.plus(time.quantity), new Decimal(0))
      .toDecimalPlaces(4)
      .toString();
    const proof = times.map(({ id, on }): EvidenceReference => ({ type, id, label: on }));
    return line(kind, price?.label ?? formerLabels[kind], quantity, unitPrice, vat, proof);
  });
};

/** What was earned at a price that an amendment has since taken out of the contract is still owed. */
const formerLabels = {
  hour: 'Heures travaillées avant avenant',
  day: 'Journées travaillées avant avenant',
  appointment: 'Rendez-vous acceptés, au prix de leur pose',
} as const;

/** One line per price: an amendment may have changed it between two acceptances. */
const appointmentLines = (prices: PriceLine[], appointments: readonly AppointmentEvidence[], vat: VatRate): InvoiceLine[] => {
  const price = prices[0];
  const owed = appointments.filter(({ priceCents }) => price || priceCents > 0);
  const byPrice = Map.groupBy(owed, (appointment) => appointment.priceCents);
  return [...byPrice].map(([unitPrice, accepted]) => {
    const proof = accepted.map(({ id, ref }): EvidenceReference => ({ type: 'appointment', id, label: ref }));
    return line('appointment', price?.label ?? formerLabels.appointment, String(accepted.length), unitPrice, vat, proof);
  });
};

const expenseLine = ({ id, label, amountCents }: Expense, vat: VatRate): InvoiceLine =>
  line('expense', label, '1', amountCents, vat, [{ type: 'expense', id, label }]);

const decimalText = (quantity: number): string => new Decimal(quantity).toString();
