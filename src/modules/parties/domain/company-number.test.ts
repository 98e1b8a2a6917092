import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compact, passesLuhn, printedSiret, sirenProblem, siretProblem } from './company-number.ts';

describe('a SIRET is fourteen digits that prove themselves', () => {
  test.each([
    ['73282932000074', null],
    ['73282932000079', 'siret_key'],
    ['7328293200007', 'siret_length'],
    ['73282932O00074', 'siret_length'],
    ['00000000000000', 'siret_key'],
  ])('%s → %s', (siret, problem) => expect(siretProblem(siret)).toBe(problem));

  test('a branch of La Poste fails Luhn and is right all the same', () => {
    expect(passesLuhn('35600000009075')).toBe(false);
    expect(siretProblem('35600000009075')).toBeNull();
    expect(siretProblem('35600000009076')).toBe('siret_key');
  });

  test('the head office of La Poste follows Luhn like everyone', () => {
    expect(siretProblem('35600000000048')).toBeNull();
    expect(siretProblem('35600000000040')).toBe('siret_key');
  });

  test('the rule of La Poste serves no other company', () => {
    // Sum of digits divisible by 5, Luhn false.
    expect(siretProblem('73282932000083')).toBe('siret_key');
  });
});

test('a SIREN is nine digits that prove themselves', () => {
  expect(sirenProblem('732829320')).toBeNull();
  expect(sirenProblem('732829321')).toBe('siren_key');
  expect(sirenProblem('73282932')).toBe('siren_length');
});

test('one mistyped digit is always seen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (position, shift) => {
      const siren = '732829320';
      const wrong = siren.slice(0, position) + ((Number(siren[position]) + shift) % 10) + siren.slice(position + 1);
      expect(sirenProblem(wrong)).toBe('siren_key');
    }),
  );
});

test('spaces, dots and dashes are typed at will and printed one way', () => {
  expect(compact('732 829.320-000 74')).toBe('73282932000074');
  expect(compact('732\u00a0829\u202f320 00074')).toBe('73282932000074');
  expect(printedSiret('73282932000074')).toBe('732\u00a0829\u00a0320\u00a000074');
});
