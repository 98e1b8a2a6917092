import { isWorkingDay } from '../../../shared/calendar.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';
import { type MissionFigures, totalsOf } from './mission-figures.ts';

/** A signed budget and what is used of it, in its own unit (hours are in minutes). */
export type ConsumedVolume = {
  id: 'calls' | 'hours' | 'appointments';
  consumed: number;
  signed: number;
  elapsedShare: number;
  state: 'normal' | 'warning' | 'used_up';
};

/** What was bought against what is used, with the needle at today's share of the mission's working days. */
export const consumedVolumes = (
  { volumes, period }: Pick<Terms, 'volumes' | 'period'>,
  figures: MissionFigures,
  today: CivilDate,
): ConsumedVolume[] => {
  const totals = totalsOf(figures);
  const elapsedShare = shareElapsed(period, today);
  const volume = (id: ConsumedVolume['id'], consumed: number, signed: number | null): ConsumedVolume[] =>
    signed === null
      ? []
      : [
          {
            id,
            consumed,
            signed,
            elapsedShare,
            state: consumed >= signed ? 'used_up' : consumed * 100 >= signed * volumes.warnAtPercent ? 'warning' : 'normal',
          },
        ];
  return [
    ...volume('calls', totals.attempts, volumes.calls),
    ...volume('hours', totals.productionMinutes, volumes.hours === null ? null : volumes.hours * 60),
    ...volume('appointments', totals.booked, volumes.appointments),
  ];
};

/** The working days of a mission, oldest first: its daily plan is the signed volume over them. */
export const workingDaysIn = ({ startsOn, endsOn }: Terms['period']): CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
};

/** 0 before the first day, 1 from the last: counted in working days, today included. */
export const shareElapsed = ({ startsOn, endsOn }: Terms['period'], today: CivilDate): number => {
  const all = workingDaysIn({ startsOn, endsOn });
  return all.length === 0 ? 1 : all.filter((day) => day <= today).length / all.length;
};
