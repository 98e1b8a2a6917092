import { isPublicHoliday, publicHolidays } from '../../../shared/calendar.ts';
import {
  addDays,
  type CivilDate,
  civilDateOf,
  type ClockTime,
  clockTimeOf,
  type Instant,
  momentOf,
  weekdayOf,
  yearOf,
} from '../../../shared/time.ts';
import type { CallSlot } from '../../contracts/index.ts';
import type { z } from 'zod';

export type Slot = z.output<typeof CallSlot>;
/** Where the callee is, for the clock on the wall and the days when nobody works. */
export type Callee = { department: string | null; timeZone: string };

/** The day slavery ended, a public holiday overseas (C. trav. L3422-2). */
const abolition: Readonly<Record<string, string>> = {
  '971': '05-27',
  '972': '05-22',
  '973': '06-10',
  '974': '12-20',
  '976': '04-27',
};
const alsaceMoselle: readonly string[] = ['57', '67', '68'];

/** Public holidays where the callee is: the eleven of L3133-1, and those that only Alsace-Moselle or an overseas department keeps. */
export const isHolidayFor = (day: CivilDate, { department }: Pick<Callee, 'department'>): boolean => {
  if (isPublicHoliday(day)) return true;
  if (department === null) return false;
  if (alsaceMoselle.includes(department)) return day.endsWith('-12-26') || addDays(day, 3) === easterMonday(yearOf(day));
  return abolition[department] === day.slice(5);
};

/** The only Monday among the eleven between 23 March and 26 April. */
const easterMonday = (year: number): CivilDate | undefined =>
  [...publicHolidays(year)].find((day) => day.slice(5) >= '03-23' && day.slice(5) <= '04-26' && weekdayOf(day) === 1);

export const isInSlot = (slots: readonly Slot[], at: Instant, timeZone: string): boolean => {
  const weekday = weekdayOf(civilDateOf(at, timeZone));
  const time = clockTimeOf(at, timeZone);
  return slots.some((slot) => slot.days.includes(weekday) && slot.from <= time && time < slot.to);
};

/** When the callee can next be reached: the first slot to begin after this moment, on a day that is open. Null within two months: never. */
export const nextSlotStart = (
  slots: readonly Slot[],
  after: Instant,
  timeZone: string,
  isClosed: (day: CivilDate) => boolean,
): Instant | null => {
  const today = civilDateOf(after, timeZone);
  for (let days = 0; days <= 62; days += 1) {
    const day = addDays(today, days);
    if (isClosed(day)) continue;
    const starts = slots
      .filter((slot) => slot.days.includes(weekdayOf(day)))
      .map((slot) => momentOf(day, slot.from, timeZone))
      .filter((start) => start > after)
      .sort();
    if (starts[0]) return starts[0];
  }
  return null;
};

/** Midnight that begins a day on the callee's clock. */
export const startOfDay = (day: CivilDate, timeZone: string): Instant => momentOf(day, '00:00' as ClockTime, timeZone);
