import { describe, expect, test } from 'vitest';
import { measureHypotheses } from './measure-hypotheses.ts';
import type { Totals } from './mission-figures.ts';

const totals = (change: Partial<Totals>): Totals => ({
  attempts: 200,
  wrongNumbers: 30,
  answered: 68,
  useful: 40,
  argued: 30,
  booked: 2,
  oppositions: 0,
  outOfTarget: 17,
  productionMinutes: 300,
  workedDays: 3,
  ...change,
});
const hypothesis = (
  measure: 'wrong_number_rate' | 'reachability_rate' | 'out_of_target_rate',
  comparison: 'at_most' | 'at_least',
  thresholdBp: number,
) => ({
  id: 'h',
  measure,
  comparison,
  thresholdBp,
  effect: 'Révision',
});
const stateOf = (one: ReturnType<typeof hypothesis>, change: Partial<Totals> = {}) =>
  measureHypotheses([one], totals(change))[0]!.state;

describe('assumptions are measured on the calls placed', () => {
  test('a file at its threshold holds; one wrong number more breaks the assumption', () => {
    expect(stateOf(hypothesis('wrong_number_rate', 'at_most', 1500))).toBe('held');
    expect(stateOf(hypothesis('wrong_number_rate', 'at_most', 1500), { wrongNumbers: 31 })).toBe('broken');
  });
  test('reachability counts answers on good numbers only', () => {
    expect(stateOf(hypothesis('reachability_rate', 'at_least', 4000))).toBe('held');
    expect(stateOf(hypothesis('reachability_rate', 'at_least', 4001))).toBe('broken');
  });
  test('out of target counts among those who answered', () => {
    expect(stateOf(hypothesis('out_of_target_rate', 'at_most', 2500))).toBe('held');
    expect(stateOf(hypothesis('out_of_target_rate', 'at_most', 2499))).toBe('broken');
  });
  test('too few calls say nothing, and no division by zero', () => {
    expect(stateOf(hypothesis('wrong_number_rate', 'at_most', 1500), { attempts: 49, wrongNumbers: 40 })).toBe('unknown');
    expect(stateOf(hypothesis('out_of_target_rate', 'at_most', 1500), { answered: 0, outOfTarget: 0 })).toBe('unknown');
  });
});
