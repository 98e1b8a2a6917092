import { assertNever } from '../../../shared/decision.ts';
import type { IndicatorFormula, Terms } from '../../contracts/index.ts';
import { type MissionFigures, totalsOf } from './mission-figures.ts';

/** A measured value: a count, an average or a rate. A zero denominator is « — », never 0 %. */
export type Measure =
  | { kind: 'count'; value: number; numerator: number; denominator: null }
  | { kind: 'average'; value: number | null; numerator: number; denominator: number }
  /** `value` in hundredths of a percent. */
  | { kind: 'rate'; value: number | null; numerator: number; denominator: number };

const count = (value: number): Measure => ({ kind: 'count', value, numerator: value, denominator: null });
const average = (numerator: number, denominator: number): Measure => ({
  kind: 'average',
  value: denominator ? numerator / denominator : null,
  numerator,
  denominator,
});
const rate = (numerator: number, denominator: number): Measure => ({
  kind: 'rate',
  value: denominator ? (numerator / denominator) * 10_000 : null,
  numerator,
  denominator,
});

/** The KPI dictionary as code (docs/glossary.md#indicateurs): one formula, one computation, wherever it is shown or billed. */
export const computeIndicator = (formula: IndicatorFormula, figures: MissionFigures): Measure => {
  const totals = totalsOf(figures);
  const appointments = (keep: (one: MissionFigures['appointments'][number]) => boolean) =>
    figures.appointments.filter(keep).length;
  const accepted = appointments(({ state }) => state === 'accepted');
  switch (formula) {
    case 'T':
      return count(totals.attempts);
    case 'C_PER_DAY':
      return average(totals.useful, totals.workedDays);
    case 'R':
      return count(totals.booked);
    case 'RA':
      return count(accepted);
    case 'K01B':
      return rate(totals.attempts - totals.wrongNumbers, totals.attempts);
    case 'K02':
      return rate(totals.answered, totals.attempts);
    case 'K03':
      return rate(totals.answered, totals.attempts - totals.wrongNumbers);
    case 'K04':
      return rate(totals.useful, totals.answered);
    case 'K05':
      return rate(totals.argued, totals.answered);
    case 'K06':
      return rate(totals.booked, totals.argued);
    case 'K07':
      // Pending and disputed appointments are shown apart, never counted as refused.
      return rate(accepted, accepted + appointments(({ state }) => state === 'refused'));
    case 'K08': {
      const held = appointments(({ meetingOutcome }) => meetingOutcome === 'held');
      return rate(held, held + appointments(({ meetingOutcome }) => meetingOutcome === 'no_show'));
    }
    case 'K14':
      return rate(totals.oppositions, totals.answered);
    default:
      return assertNever(formula);
  }
};

export type IndicatorState = 'reached' | 'below' | 'above' | 'none';

/** Where a measure stands against the signed target. Targets of rates are in hundredths of a percent. */
export const stateOf = (measure: Measure, target: Terms['indicators'][number]['target']): IndicatorState => {
  if (measure.value === null || !target || (target.min === null && target.max === null)) return 'none';
  if (target.min !== null && measure.value < target.min) return 'below';
  if (target.max !== null && measure.value > target.max) return 'above';
  return 'reached';
};
