import { Decimal } from 'decimal.js';
import type { Terms } from '../../contracts/index.ts';
import { type Accepted, type Refused, record, refuse } from '../../../shared/decision.ts';
import { type Cents, roundToCents } from '../../../shared/money.ts';
import { type CivilDate, addDays, civilDate, daysBetween, yearOf } from '../../../shared/time.ts';

/** The penalty that the contract agreed on. */
export type PenaltyClause = Terms['payment']['penalty'];
/** A half-year: '2026S1' from 1 January, '2026S2' from 1 July. Published rates change with it. */
export type Semester = string;

/** Annual rates in percent by semester; a semester that nobody has entered yet is absent or null. */
export type PublishedRates = {
  ecbRefinancing: Readonly<Record<Semester, number | null>>;
  legalInterestProfessionals: Readonly<Record<Semester, number | null>>;
};

export type LatePayment = { unpaidCents: Cents; dueOn: CivilDate; paidOn: CivilDate };

/** One stretch of lateness at one rate. */
export type PenaltyPart = { semester: Semester; days: number; ratePercent: number };
export type Penalty = { days: number; parts: PenaltyPart[]; penaltyCents: Cents };

/**
 * Interest owed on a late payment, VAT included, from the day after the due date to the day the money is there, without
 * any reminder (C. com. L441-10 II). ACT/365, no compounding, one rounding at the end. « Floating » takes each semester's
 * own rate, « frozen » keeps the rate of the first day late. A rate that is not known is asked for, never guessed.
 */
export const latePenalty = (
  { unpaidCents, dueOn, paidOn }: LatePayment,
  terms: PenaltyClause,
  rates: PublishedRates,
): Accepted<Penalty> | Refused<'rate_unknown'> => {
  const stretches = semestersBetween(addDays(dueOn, 1), paidOn);
  const frozenOn = 'mode' in terms && terms.mode === 'frozen' ? stretches[0]?.semester : undefined;
  const parts: PenaltyPart[] = [];
  let interest = new Decimal(0);
  for (const { semester, days } of stretches) {
    const rateSemester = frozenOn ?? semester;
    const ratePercent = annualRate(terms, rates, rateSemester);
    if (ratePercent === null) return refuse('rate_unknown', { semester: rateSemester });
    parts.push({ semester, days, ratePercent });
    interest = interest.plus(new Decimal(unpaidCents).times(ratePercent).times(days).div(36_500));
  }
  return record({ days: Math.max(0, daysBetween(dueOn, paidOn)), parts, penaltyCents: roundToCents(interest) });
};

/** The contract's annual rate for a semester, in percent; null while the published rate it rests on is not known. */
export const annualRate = (terms: PenaltyClause, rates: PublishedRates, semester: Semester): number | null => {
  if (terms.kind === 'fixed_rate') return new Decimal(terms.rateBp).div(100).toNumber();
  const published =
    terms.kind === 'ecb_plus_points' ? rates.ecbRefinancing[semester] : rates.legalInterestProfessionals[semester];
  if (published === null || published === undefined) return null;
  const rate = new Decimal(published);
  return (terms.kind === 'ecb_plus_points' ? rate.plus(terms.points) : rate.times(terms.times)).toNumber();
};

export const semesterOf = (day: CivilDate): Semester => `${yearOf(day)}S${day.slice(5) < '07-01' ? 1 : 2}`;

/** The days from one to the other, both included, cut where the semester changes. */
const semestersBetween = (from: CivilDate, to: CivilDate): { semester: Semester; days: number }[] => {
  const stretches: { semester: Semester; days: number }[] = [];
  for (let start = from; start <= to;) {
    const semesterEnd = civilDate(start.slice(5) < '07-01' ? `${yearOf(start)}-06-30` : `${yearOf(start)}-12-31`);
    const end = semesterEnd < to ? semesterEnd : to;
    stretches.push({ semester: semesterOf(start), days: daysBetween(start, end) + 1 });
    start = addDays(end, 1);
  }
  return stretches;
};
