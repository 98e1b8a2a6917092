import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { diffTerms, findMissingTerms, type Terms } from '../../contracts/index.ts';
import { quoteTotals } from '../../quotes/index.ts';
import { proposeRevision, proposeVolume, usualExtra } from './propose-beyond-limits.ts';

const differenceOf = (terms: Terms) => quoteTotals(terms.price).netCents - quoteTotals(canonicalTerms.price).netCents;

describe('beyond what was bought, the price comes from the contract itself', () => {
  test('300 more calls cost their share of the forfait: 1 600 € ÷ 1 500 × 300', () => {
    const { terms, computation } = proposeVolume(canonicalTerms, { unit: 'calls', quantity: 300 });
    expect([terms.volumes.calls, differenceOf(terms)]).toEqual([1800, 32_000]);
    expect(computation[0]!.formulaFr!.replace(/\s/g, ' ')).toBe('1 600,00 € de forfait ÷ 1 500 appels × 300');
    expect(terms.indicators.find(({ formula }) => formula === 'T')!.target).toEqual({ min: 1800, max: null });
  });

  test('appointments cost their unit price, and the engagement follows', () => {
    const { terms } = proposeVolume(canonicalTerms, { unit: 'appointments', quantity: 5 });
    expect([terms.volumes.appointments, differenceOf(terms)]).toEqual([25, 45_000]);
    expect(diffTerms(canonicalTerms, terms)).toContainEqual({
      op: 'set',
      path: 'price.lines.rendez-vous.quantity',
      from: 20,
      to: 25,
    });
  });

  test('hours without a price by the hour take their share of the forfait, rounded once', () => {
    const { terms, computation } = proposeVolume(canonicalTerms, { unit: 'hours', quantity: 7 });
    expect([differenceOf(terms), computation[0]!.amountCents]).toEqual([28_000, 28_000]);
  });

  test('what the contract has no price for is left for the parties to price', () => {
    const byMonth: Terms = { ...canonicalTerms, volumes: { ...canonicalTerms.volumes, period: 'month' } };
    const { terms, computation } = proposeVolume(byMonth, { unit: 'calls', quantity: 300 });
    expect([differenceOf(terms), computation[0]!.amountCents]).toEqual([0, null]);
  });

  test('asked twice, the second supplement has a name of its own, and every proposal could be sent', () => {
    const once = proposeVolume(canonicalTerms, { unit: 'calls', quantity: 300 }).terms;
    const twice = proposeVolume(once, { unit: 'calls', quantity: 100 }).terms;
    expect(twice.price.lines.map(({ id }) => id)).toEqual(['forfait', 'rendez-vous', 'supplement-calls-1', 'supplement-calls-2']);
    for (const terms of [once, twice]) expect(findMissingTerms(terms)).toEqual([]);
  });

  test('a fifth of the volume is proposed, rounded up', () => {
    expect([usualExtra(1500), usualExtra(3), usualExtra(21)]).toEqual([300, 1, 5]);
  });

  test('a broken assumption is proposed again at what was measured, the price being left to the parties', () => {
    const revised = proposeRevision(canonicalTerms, { id: 'faux-numeros', measuredBp: 2_349 });
    expect(diffTerms(canonicalTerms, revised)).toEqual([
      { op: 'set', path: 'hypotheses.faux-numeros.thresholdBp', from: 1500, to: 2300 },
    ]);
  });
});
