import { isWorkingDay } from '../../../shared/calendar.ts';
import { addDays, type CivilDate, lastDayOfMonth, weekdayOf } from '../../../shared/time.ts';
import type { Terms } from './terms/terms.ts';

export type VolumeUnit = 'calls' | 'hours' | 'appointments';
/** A civil month or an ISO week of the mission, cut to its own first and last days; the whole mission otherwise. */
export type VolumePeriod = { from: CivilDate; to: CivilDate; whole: { from: CivilDate; to: CivilDate } };
type Bought = Pick<Terms, 'volumes' | 'period'>;

/** The period whose volume is being used on a day, Paris. A day outside the mission counts with the nearest of its days. */
export const volumePeriodAt = ({ volumes, period }: Bought, day: CivilDate): VolumePeriod => {
  const { startsOn, endsOn } = period;
  const within = day < startsOn ? startsOn : day > endsOn ? endsOn : day;
  const whole = wholeAround(volumes.period, within, { from: startsOn, to: endsOn });
  return { from: later(whole.from, startsOn), to: earlier(whole.to, endsOn), whole };
};

const wholeAround = (kind: Terms['volumes']['period'], day: CivilDate, mission: { from: CivilDate; to: CivilDate }) => {
  if (kind === 'mission') return mission;
  if (kind === 'month') return { from: `${day.slice(0, 8)}01` as CivilDate, to: lastDayOfMonth(day) };
  const monday = addDays(day, 1 - weekdayOf(day));
  return { from: monday, to: addDays(monday, 6) };
};

/**
 * How much of a volume may be used in the period of a day. A month or a week that the mission does not fill gives its share of
 * working days, rounded up to a whole unit. null: this unit is not limited.
 */
export const allowedVolume = (terms: Bought, unit: VolumeUnit, day: CivilDate): number | null => {
  const volume = terms.volumes[unit];
  if (volume === null) return null;
  const { from, to, whole } = volumePeriodAt(terms, day);
  const days = workingDays(whole);
  return days === 0 ? volume : Math.ceil((volume * workingDays({ from, to })) / days);
};

/** What a volume comes to over the whole mission: the sum of its periods. */
export const wholeVolume = (terms: Bought, unit: VolumeUnit): number | null => {
  if (terms.volumes[unit] === null) return null;
  let total = 0;
  for (let day = terms.period.startsOn; day <= terms.period.endsOn; day = addDays(volumePeriodAt(terms, day).to, 1))
    total += allowedVolume(terms, unit, day)!;
  return total;
};

const workingDays = ({ from, to }: { from: CivilDate; to: CivilDate }): number => {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
};
const later = (one: CivilDate, other: CivilDate) => (one > other ? one : other);
const earlier = (one: CivilDate, other: CivilDate) => (one < other ? one : other);
