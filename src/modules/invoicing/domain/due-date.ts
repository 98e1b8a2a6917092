import { assertNever } from '../../../shared/decision.ts';
import { type CivilDate, addDays, addMonths, dayOfMonth, daysBetween, lastDayOfMonth } from '../../../shared/time.ts';

/** How a contract counts its payment delay. Both readings of « fin de mois » are official, so the contract names its own. */
export type PaymentDelay = {
  days: number;
  method: 'net' | 'end_of_month_A' | 'end_of_month_B' | 'end_of_month_A_then_10';
};

/**
 * The day by which the money must be there. A Sunday or a holiday does not shift it: no text says so.
 * A: issue + N days, then the last day of that month. B: last day of the month of issue, + N days.
 * « le 10 »: reading A, then the next tenth. C. com. L441-10, see docs/legal-sources.md.
 */
export const dueDate = (issuedOn: CivilDate, { days, method }: PaymentDelay): CivilDate => {
  switch (method) {
    case 'net':
      return addDays(issuedOn, days);
    case 'end_of_month_A':
      return lastDayOfMonth(addDays(issuedOn, days));
    case 'end_of_month_B':
      return addDays(lastDayOfMonth(issuedOn), days);
    case 'end_of_month_A_then_10':
      return nextTenthAfter(lastDayOfMonth(addDays(issuedOn, days)));
    default:
      return assertNever(method);
  }
};

const nextTenthAfter = (monthEnd: CivilDate): CivilDate => {
  const sameDayNextMonth = addMonths(monthEnd, 1);
  return addDays(sameDayNextMonth, 10 - dayOfMonth(sameDayNextMonth));
};

/** Days of L441-10 I: 60 from the issue; 45 for a periodic invoice. */
const capDays = 60;
const periodicCapDays = 45;

/**
 * The latest lawful due date of one invoice (L441-10 I). 45 days end of month, where the contract says so, may run past
 * 60 days; a periodic invoice (several supplies of one month, CGI 289 I-3) never past 45. The cap is judged per invoice:
 * « 30 jours fin de mois le 10 » is lawful on the 15th of a month and unlawful on the 31st.
 */
export const latestLawfulDueDate = (issuedOn: CivilDate, delay: PaymentDelay, periodic = false): CivilDate => {
  if (periodic) return addDays(issuedOn, periodicCapDays);
  const cap = addDays(issuedOn, capDays);
  const isDerogation = delay.days === 45 && (delay.method === 'end_of_month_A' || delay.method === 'end_of_month_B');
  const due = dueDate(issuedOn, delay);
  return isDerogation && due > cap ? due : cap;
};

export type DueDateCheck =
  { lawful: true; dueOn: CivilDate } | { lawful: false; dueOn: CivilDate; latestOn: CivilDate; days: number };

/** The due date of an invoice, and whether the law allows it. */
export const checkedDueDate = (issuedOn: CivilDate, delay: PaymentDelay, periodic = false): DueDateCheck => {
  const dueOn = dueDate(issuedOn, delay);
  const latestOn = latestLawfulDueDate(issuedOn, delay, periodic);
  return dueOn <= latestOn ? { lawful: true, dueOn } : { lawful: false, dueOn, latestOn, days: daysBetween(issuedOn, dueOn) };
};
