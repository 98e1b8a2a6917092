import type { CivilDate, Instant } from '../../../shared/time.ts';
import { civilDateOf } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';
import { computeIndicator, type Measure, stateOf, type IndicatorState } from './compute-indicator.ts';
import { consumedVolumes, type ConsumedVolume } from './consumed-volumes.ts';
import { headline } from './headline.ts';
import { type CountedAppointment, figuresBetween, type MissionFigures, type Totals, totalsOf } from './mission-figures.ts';
import type { RefusalReason } from './refusal-reasons.ts';
import type { ReportPeriod } from './report-period.ts';

export type MeasuredIndicator = Pick<Terms['indicators'][number], 'formula' | 'label' | 'nature' | 'target' | 'payLink'> & {
  measure: Measure;
  state: IndicatorState;
};

/** The figures of a period as they stand when they are read: what the board shows live and the report freezes. */
export type MissionReading = {
  asOf: Instant;
  headline: { fr: string; en: string };
  totals: Totals;
  volumes: ConsumedVolume[];
  indicators: MeasuredIndicator[];
  days: MissionFigures['days'];
  appointments: readonly CountedAppointment[];
};
export type ReportSnapshot = MissionReading & { period: ReportPeriod; refusalReasons: RefusalReason[] };

/** Reads a mission's figures against its signed terms; one code for the board, the weekly report and the final one. */
export const readMission = (terms: Terms, figures: MissionFigures, now: Instant, on?: CivilDate): MissionReading => {
  const today = on ?? civilDateOf(now);
  return {
    asOf: now,
    headline: headline(terms, figures, today),
    totals: totalsOf(figures),
    volumes: consumedVolumes(terms, figures, today),
    indicators: terms.indicators.map((indicator) => {
      const measure = computeIndicator(indicator.formula, figures);
      const { formula, label, nature, target, payLink } = indicator;
      return { formula, label, nature, target, payLink, measure, state: stateOf(measure, target) };
    }),
    days: figures.days,
    appointments: figures.appointments,
  };
};

/** Freezes a period: its own days, and the appointments booked in it. Volumes count from the first day: they are budgets. */
export const snapshotOf = (
  terms: Terms,
  figures: MissionFigures,
  period: ReportPeriod,
  now: Instant,
  reasons: RefusalReason[] = [],
): ReportSnapshot => {
  const inPeriod = figuresBetween(figures, period.from, period.to);
  const lastDay = period.to < terms.period.endsOn ? period.to : terms.period.endsOn;
  const untilThen: MissionFigures = {
    days: figures.days.filter(({ day }) => day <= period.to),
    appointments: figures.appointments.filter(({ bookedAt }) => civilDateOf(bookedAt) <= period.to),
  };
  return {
    ...readMission(terms, inPeriod, now, lastDay),
    volumes: consumedVolumes(terms, untilThen, lastDay),
    headline: headline(terms, untilThen, lastDay),
    period,
    refusalReasons: reasons,
  };
};
