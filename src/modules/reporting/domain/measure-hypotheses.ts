import type { Terms } from '../../contracts/index.ts';
import type { Measure } from './compute-indicator.ts';
import type { Totals } from './mission-figures.ts';

type Hypothesis = Terms['hypotheses'][number];
/** `unknown` until enough calls were placed to say anything. */
export type HypothesisState = 'held' | 'broken' | 'unknown';
export type MeasuredHypothesis = Hypothesis & { measured: Extract<Measure, { kind: 'rate' }>; state: HypothesisState };

/** Below this many calls a rate says nothing about a file. */
const enough = 50;

const parts = (measure: Hypothesis['measure'], totals: Totals): [number, number] => {
  switch (measure) {
    case 'wrong_number_rate':
      return [totals.wrongNumbers, totals.attempts];
    case 'reachability_rate':
      return [totals.answered, totals.attempts - totals.wrongNumbers];
    case 'out_of_target_rate':
      return [totals.outOfTarget, totals.answered];
  }
};

/** The assumptions the price rests on, measured on the calls placed: a broken one opens the revision clause. */
export const measureHypotheses = (hypotheses: readonly Hypothesis[], totals: Totals): MeasuredHypothesis[] =>
  hypotheses.map((hypothesis) => {
    const [numerator, denominator] = parts(hypothesis.measure, totals);
    const value = denominator === 0 ? null : (numerator / denominator) * 10_000;
    const holds =
      value !== null && (hypothesis.comparison === 'at_most' ? value <= hypothesis.thresholdBp : value >= hypothesis.thresholdBp);
    const state = value === null || totals.attempts < enough ? 'unknown' : holds ? 'held' : 'broken';
    return { ...hypothesis, measured: { kind: 'rate', value, numerator, denominator }, state };
  });
