import { isWorkingDay } from '../../../shared/calendar.ts';
import { type Cents, cents, sumCents } from '../../../shared/money.ts';
import { addDays, addMonths, type CivilDate, type Instant } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';
import type { DerivedInvoice } from '../../invoicing/index.ts';

export type AwaitingAppointment = {
  ref: string;
  company: string;
  priceCents: Cents;
  answerBy: Instant;
  state: 'pending' | 'disputed';
};
export type VolumeLeft = {
  unit: 'calls' | 'hours' | 'appointments';
  signed: number;
  used: number;
  left: number;
  /** What the signed pace asks for during the notice; null when nothing more is owed. */
  owedDuringNotice: number | null;
};

/** What an early end means for both sides, on the day it is computed. The letter prints it and the last invoice repeats it. */
export type Consequences = {
  computedOn: CivilDate;
  lastDay: CivilDate;
  lines: { kind: DerivedInvoice['lines'][number]['kind']; label: string; quantity: string; netCents: Cents }[];
  netCents: Cents;
  vatCents: Cents;
  grossCents: Cents;
  deposits: { number: string; issuedOn: CivilDate; grossCents: Cents }[];
  depositsCents: Cents;
  /** Negative: the provider pays back. */
  payableCents: Cents;
  /** Invoices already issued and past their due date. */
  overdue: { number: string; dueOn: CivilDate; payableCents: Cents }[];
  /** The part of the forfait whose milestones were not reached: not owed. */
  unreachedCents: Cents;
  awaiting: AwaitingAppointment[];
  volumes: VolumeLeft[];
  dataReturnBy: CivilDate;
  confidentialUntil: CivilDate;
};

export type LifeFigures = {
  /** The last invoice as it would be if the mission ended now; null when nothing is left to bill. */
  invoice: DerivedInvoice | null;
  overdue: Consequences['overdue'];
  unreachedCents: Cents;
  awaiting: readonly AwaitingAppointment[];
  used: { calls: number; minutes: number; appointments: number };
};

/** Draws up the statement from what the invoice rule derives and from the signed terms. Nothing is typed in. */
export const consequencesOf = (
  terms: Terms,
  { invoice, overdue, unreachedCents, awaiting, used }: LifeFigures,
  { today, lastDay }: { today: CivilDate; lastDay: CivilDate },
): Consequences => ({
  computedOn: today,
  lastDay,
  lines: (invoice?.lines ?? []).map(({ kind, label, quantity, netCents }) => ({ kind, label, quantity, netCents })),
  netCents: invoice?.netCents ?? cents(0),
  vatCents: invoice?.vatCents ?? cents(0),
  grossCents: invoice?.grossCents ?? cents(0),
  deposits: (invoice?.deposits ?? []).map(({ number, issuedOn, grossCents }) => ({ number, issuedOn, grossCents })),
  depositsCents: sumCents((invoice?.deposits ?? []).map(({ grossCents }) => grossCents)),
  payableCents: invoice?.payableCents ?? cents(0),
  overdue: [...overdue],
  unreachedCents,
  awaiting: [...awaiting],
  volumes: volumesLeft(terms, used, today, lastDay),
  // The processor returns or destroys within the signed delay after the end (GDPR art. 28, 3, g).
  dataReturnBy: addDays(lastDay, terms.data.processing.returnWithinDays),
  confidentialUntil: addMonths(lastDay, 12 * terms.confidentiality.years),
});

const volumesLeft = (
  { volumes, period }: Terms,
  used: LifeFigures['used'],
  today: CivilDate,
  lastDay: CivilDate,
): VolumeLeft[] => {
  const planned = workingDaysIn(period.startsOn, period.endsOn);
  const until = lastDay < period.endsOn ? lastDay : period.endsOn;
  const from = today < period.startsOn ? period.startsOn : addDays(today, 1);
  const inNotice = workingDaysIn(from, until);
  const consumed = { calls: used.calls, hours: used.minutes / 60, appointments: used.appointments };
  return (['calls', 'hours', 'appointments'] as const).flatMap((unit) => {
    const signed = volumes[unit];
    if (signed === null) return [];
    const left = Math.max(0, Math.round((signed - consumed[unit]) * 100) / 100);
    const paced = planned === 0 ? 0 : Math.ceil((signed * inNotice) / planned);
    // A volume by month or week is owed afresh each period: only the pace says what the notice holds.
    const owed = volumes.period === 'mission' ? Math.min(Math.ceil(left), paced) : paced;
    return [{ unit, signed, used: Math.round(consumed[unit] * 100) / 100, left, owedDuringNotice: owed > 0 ? owed : null }];
  });
};

/** Working days of a span, both ends included. */
const workingDaysIn = (from: CivilDate, to: CivilDate): number => {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
};
