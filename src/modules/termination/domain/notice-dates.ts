import { isWorkingDay } from '../../../shared/calendar.ts';
import { addDays, addMonths, type CivilDate, type ClockTime, type Instant, momentOf } from '../../../shared/time.ts';

const midnight = '00:00' as ClockTime;
/** The instant at which a day is over in Paris, through summer time. */
const endOf = (day: CivilDate): Instant => momentOf(addDays(day, 1), midnight);

/** A delay in days runs from the day after the letter is served, and ends with its last day. */
export const lastDayOfNotice = (servedOn: CivilDate, noticeDays: number): CivilDate => addDays(servedOn, noticeDays);

/** From when nothing is executed any more: the notice is over when its last day is. A Sunday does not lengthen it. */
export const noticeEnds = (servedOn: CivilDate, noticeDays: number): Instant => endOf(lastDayOfNotice(servedOn, noticeDays));

/** Whoever must act within a delay has until the first working day: it is carried over, as before a court (C. pr. civ. 642). */
export const lastDayToCure = (servedOn: CivilDate, cureDays: number): CivilDate => {
  let day = addDays(servedOn, cureDays);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
};
export const cureEnds = (servedOn: CivilDate, cureDays: number): Instant => endOf(lastDayToCure(servedOn, cureDays));

/** The last day on which a letter can be served for the notice to be over with the contract's own term. */
export const lastDayToServe = (endsOn: CivilDate, noticeDays: number): CivilDate => addDays(endsOn, -noticeDays);

/**
 * A relation that lasted is not ended as fast as a contract says: a month for each full year, and no more than eighteen, after
 * which nobody can be blamed (C. com. L442-1 II). It warns; the contract still decides.
 */
export const suggestedNotice = (contractDays: number, relationSince: CivilDate, on: CivilDate) => {
  let years = 0;
  while (years < 18 && addMonths(relationSince, 12 * (years + 1)) <= on) years += 1;
  const contractual = addDays(on, contractDays);
  const prudent = addMonths(on, years);
  return { years, months: years, contractual, prudent, isLonger: prudent > contractual };
};
