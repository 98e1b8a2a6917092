import { isWorkingDay } from '../../../shared/calendar.ts';
import { addDays, type CivilDate } from '../../../shared/time.ts';
import { allowedVolume, type Terms, volumePeriodAt } from '../../contracts/index.ts';
import { figuresBetween, type MissionFigures, totalsOf } from './mission-figures.ts';

/** A signed budget and what is used of it, in its own unit (hours are in minutes). */
export type ConsumedVolume = {
  id: 'calls' | 'hours' | 'appointments';
  consumed: number;
  signed: number;
  elapsedShare: number;
  /** What it was bought by. Absent from reports frozen before volumes were counted by period. */
  period?: Terms['volumes']['period'];
  state: 'normal' | 'warning' | 'used_up';
};

/**
 * What was bought against what is used, in the period of that day when volumes are bought by month or by week, with the
 * needle at today's share of its working days.
 */
export const consumedVolumes = (
  terms: Pick<Terms, 'volumes' | 'period'>,
  figures: MissionFigures,
  today: CivilDate,
): ConsumedVolume[] => {
  const { volumes } = terms;
  const { from, to } = volumePeriodAt(terms, today);
  const totals = totalsOf(volumes.period === 'mission' ? figures : figuresBetween(figures, from, to));
  const elapsedShare = shareElapsed({ startsOn: from, endsOn: to }, today);
  const allowed = (unit: ConsumedVolume['id']) => allowedVolume(terms, unit, today);
  const volume = (id: ConsumedVolume['id'], consumed: number, signed: number | null): ConsumedVolume[] =>
    signed === null
      ? []
      : [
          {
            id,
            consumed,
            signed,
            elapsedShare,
            period: volumes.period,
            state: consumed >= signed ? 'used_up' : consumed * 100 >= signed * volumes.warnAtPercent ? 'warning' : 'normal',
          },
        ];
  return [
    ...volume('calls', totals.attempts, allowed('calls')),
    ...volume('hours', totals.productionMinutes, volumes.hours === null ? null : allowed('hours')! * 60),
    ...volume('appointments', totals.booked, allowed('appointments')),
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
