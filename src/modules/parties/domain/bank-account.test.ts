import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bicProblem, ibanProblem, printedIban } from './bank-account.ts';

test.each([
  ['FR7630006000011234567890189', null],
  ['FR7630006000011234567890188', 'iban_key'],
  ['FR763000600001123456789018', 'iban_length'],
  ['ZZ7630006000011234567890189', 'iban_shape'],
  ['BE68539007547034', null],
  ['DE89370400440532013000', null],
  ['', 'iban_shape'],
])('IBAN %s → %s', (iban, problem) => expect(ibanProblem(iban)).toBe(problem));

test('two neighbouring figures swapped are always seen', () => {
  const iban = 'FR7630006000011234567890189';
  fc.assert(
    fc.property(fc.integer({ min: 4, max: iban.length - 2 }), (at) => {
      fc.pre(iban[at] !== iban[at + 1]);
      const swapped = iban.slice(0, at) + iban[at + 1] + iban[at] + iban.slice(at + 2);
      expect(ibanProblem(swapped)).toBe('iban_key');
    }),
  );
});

test('a BIC has 8 or 11 characters', () => {
  expect(bicProblem('AGRIFRPP')).toBeNull();
  expect(bicProblem('AGRIFRPP882')).toBeNull();
  expect(bicProblem('AGRIFRPP8')).toBe('bic_shape');
});

test('an IBAN is printed in groups of four that do not break', () => {
  expect(printedIban('FR7630006000011234567890189')).toBe('FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189');
});
