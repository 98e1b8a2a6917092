import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviseScheme, type SchemeAnswers } from './advise-scheme.ts';

const answers: SchemeAnswers = {
  frequency: 'sometimes',
  missions: 2,
  volume: 'medium',
  predictability: 'partly',
  relation: 'tested',
  wording: 'own',
};
const anyAnswers: fc.Arbitrary<SchemeAnswers> = fc.record({
  frequency: fc.constantFrom('once', 'sometimes', 'regular'),
  missions: fc.integer({ min: 1, max: 24 }),
  volume: fc.constantFrom('small', 'medium', 'large'),
  predictability: fc.constantFrom('unknown', 'partly', 'known'),
  relation: fc.constantFrom('new', 'tested', 'established'),
  wording: fc.constantFrom('own', 'standard'),
});

test('a single operation is a matter for a quote, whatever its size', () => {
  const advice = adviseScheme({ ...answers, frequency: 'once', missions: 1, volume: 'large', predictability: 'known' });
  expect(advice.scheme).toBe('quotes');
  expect(advice.reasons[0]!.fr).toContain('Pour une opération unique');
});

test('a beginner secures general terms, then quotes, before a framework', () => {
  const advice = adviseScheme(answers);
  expect(advice.scheme).toBe('quotes');
  expect(advice.reasons[0]!.fr).toContain('un socle de conditions générales');
});

test('repeated missions call for a framework', () => {
  expect(adviseScheme({ ...answers, frequency: 'regular', missions: 6 }).scheme).toBe('framework');
});

test('a framework with somebody new begins with a trial mission', () => {
  const asked = { ...answers, frequency: 'regular', missions: 12, volume: 'large', predictability: 'known' } as const;
  expect(adviseScheme({ ...asked, relation: 'new' })).toMatchObject({ scheme: 'framework', trialFirst: true });
  expect(adviseScheme({ ...asked, relation: 'established' })).toMatchObject({ scheme: 'framework', trialFirst: false });
});

test('standard and recurring missions may go through a platform', () => {
  const asked = { ...answers, frequency: 'sometimes', missions: 2, predictability: 'known', wording: 'standard' } as const;
  expect(adviseScheme(asked).scheme).toBe('platform');
});

test('advice always says why, and what speaks for the other schemes', () => {
  fc.assert(
    fc.property(anyAnswers, (asked) => {
      const { scheme, reasons, against } = adviseScheme(asked);
      expect(reasons.length === 0).toBe(reasons.length + against.length === 0);
      expect(reasons.every((reason) => reason.scheme === scheme)).toBe(true);
      expect(against.every((reason) => reason.scheme !== scheme)).toBe(true);
    }),
  );
});
