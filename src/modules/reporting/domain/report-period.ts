import { addDays, type CivilDate, clockTime, type Instant, isoWeekOf, momentOf, weekdayOf } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';

export type ReportPeriod = { kind: 'weekly' | 'final'; from: CivilDate; to: CivilDate; label: string };

/** A report covers whole calendar weeks, cut to the mission's own days. */
export const weekOf = (day: CivilDate): { from: CivilDate; to: CivilDate } => {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, 6) };
};

/** Every week of the mission that has ended, oldest first: it is frozen on the Monday after, at eight in the morning. */
export const weeksToReport = ({ startsOn, endsOn }: Terms['period'], now: Instant): ReportPeriod[] => {
  const weeks: ReportPeriod[] = [];
  for (let week = weekOf(startsOn); week.from <= endsOn; week = weekOf(addDays(week.to, 1))) {
    if (momentOf(addDays(week.to, 1), clockTime('08:00')) > now) break;
    weeks.push({
      kind: 'weekly',
      from: week.from,
      to: week.to,
      label: `Compte rendu hebdomadaire, semaine ${isoWeekOf(week.from).week}`,
    });
  }
  return weeks;
};

export const finalPeriod = ({ startsOn, endsOn }: Terms['period']): ReportPeriod => ({
  kind: 'final',
  from: startsOn,
  to: endsOn,
  label: 'Rapport final de campagne',
});
