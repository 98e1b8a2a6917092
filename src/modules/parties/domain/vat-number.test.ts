import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vatNumberOf, vatNumberProblem } from './vat-number.ts';

test('the VAT number follows from the SIREN', () => {
  expect(vatNumberOf('732829320')).toBe('FR44732829320');
  expect(vatNumberProblem('FR44732829320')).toBeNull();
});

test.each([
  ['FR45732829320', 'vat_key'],
  ['FR4473282932', 'vat_shape'],
  ['44732829320', 'vat_shape'],
  ['FRO4732829320', 'vat_shape'],
  ['FR40303265045', null],
  ['FRK7399859412', null],
  ['FRK6399859412', 'vat_key'],
  ['FR4Z123456782', null],
  ['BE0411905847', null],
  ['US123456789', 'vat_shape'],
])('%s → %s', (vatNumber, problem) => expect(vatNumberProblem(vatNumber)).toBe(problem));

test('a number that belongs to another company is said so', () => {
  expect(vatNumberProblem('FR40303265045', '732829320')).toBe('vat_other_company');
});

test('the computed key is SIREN followed by 12, modulo 97', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (n) => {
      const key = Number((BigInt(n) * 100n + 12n) % 97n);
      expect(vatNumberOf(String(n))).toBe(`FR${String(key).padStart(2, '0')}${n}`);
      expect(vatNumberProblem(vatNumberOf(String(n)))).toBeNull();
    }),
  );
});
