import { Temporal } from 'temporal-polyfill';
import type { Brand } from './brand.ts';

/** A moment, UTC, ISO 8601 with milliseconds: '2026-03-16T17:00:00.000Z'. Sorts as text. */
export type Instant = Brand<string, 'Instant'>;
/** A day of the French calendar: '2026-03-31'. "30 jours fin de mois" is arithmetic on these, never on instants. */
export type CivilDate = Brand<string, 'CivilDate'>;
/** A clock time, 24 h: '09:30'. */
export type ClockTime = Brand<string, 'ClockTime'>;

export const PARIS = 'Europe/Paris';

export const instant = (value: string | Date): Instant => {
  const ms = typeof value === 'string' ? Temporal.Instant.from(value).epochMilliseconds : value.getTime();
  return new Date(ms).toISOString() as Instant;
};

export const civilDate = (value: string): CivilDate => {
  const date = Temporal.PlainDate.from(value).toString();
  if (date !== value) throw new RangeError(`not a civil date: ${value}`);
  return date as CivilDate;
};

export const clockTime = (value: string): ClockTime => {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) throw new RangeError(`not a clock time: ${value}`);
  return value as ClockTime;
};

const zoned = (at: Instant, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone);

export const civilDateOf = (at: Instant, zone = PARIS): CivilDate => zoned(at, zone).toPlainDate().toString() as CivilDate;
export const clockTimeOf = (at: Instant, zone = PARIS): ClockTime =>
  zoned(at, zone).toPlainTime().toString().slice(0, 5) as ClockTime;

/** The moment when a clock on the wall in that zone shows this day and hour. An hour skipped in March moves forward. */
export const momentOf = (day: CivilDate, time: ClockTime, zone = PARIS): Instant =>
  instant(
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .toInstant()
      .toString(),
  );

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: CivilDate): number => Temporal.PlainDate.from(day).dayOfWeek;
export const isoWeekOf = (day: CivilDate): { year: number; week: number } => {
  const date = Temporal.PlainDate.from(day);
  return { year: date.yearOfWeek!, week: date.weekOfYear! };
};
export const yearOf = (day: CivilDate): number => Temporal.PlainDate.from(day).year;

export const addDays = (day: CivilDate, days: number): CivilDate =>
  Temporal.PlainDate.from(day).add({ days }).toString() as CivilDate;
export const addMonths = (day: CivilDate, months: number): CivilDate =>
  Temporal.PlainDate.from(day).add({ months }).toString() as CivilDate;
export const lastDayOfMonth = (day: CivilDate): CivilDate => {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString() as CivilDate;
};
export const dayOfMonth = (day: CivilDate): number => Temporal.PlainDate.from(day).day;
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

export const addMinutes = (at: Instant, minutes: number): Instant => addMilliseconds(at, minutes * 60_000);
export const addMilliseconds = (at: Instant, ms: number): Instant => instant(new Date(Date.parse(at) + ms));
export const millisecondsBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);
