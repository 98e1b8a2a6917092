import { type CivilDate, addDays, weekdayOf, yearOf } from './time.ts';

const easterSunday = (year: number): CivilDate => {
  // Anonymous Gregorian computus.
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
};

/** The eleven public holidays of C. trav. L3133-1. Alsace-Moselle's two more are not in it. */
export const publicHolidays = (year: number): ReadonlySet<CivilDate> => {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((d) => `${year}-${d}` as CivilDate);
  return new Set([...fixed, addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)]);
};

export const isPublicHoliday = (day: CivilDate): boolean => publicHolidays(yearOf(day)).has(day);

/** Working days (jours ouvrés): Monday to Friday, public holidays excluded. */
export const isWorkingDay = (day: CivilDate): boolean => weekdayOf(day) <= 5 && !isPublicHoliday(day);

/** The n-th working day after a day: the day itself never counts, as for any period of days (C. pr. civ. 641). */
export const addWorkingDays = (day: CivilDate, workingDays: number): CivilDate => {
  let date = day;
  for (let left = workingDays; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
};
