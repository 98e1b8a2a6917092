import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFictionalPhone, readPhone } from './phone.ts';

test.each([
  ['0199001234', '+33199001234', []],
  ['01 99 00 12 34', '+33199001234', []],
  ['01.99.00.12.34', '+33199001234', []],
  ['+33199001234', '+33199001234', []],
  ['04.65.71.12.00', '+33465711200', []],
  ['+33 1 99 00 12 34', '+33199001234', []],
  ['0033 199001234', '+33199001234', ['phone_prefix_rewritten']],
  ['+33 (0)199001234', '+33199001234', ['phone_prefix_rewritten']],
  ['199001234', '+33199001234', ['phone_zero_restored']],
  ['639985805.0', '+33639985805', ['phone_zero_restored']],
  ['6,39985805E+08', '+33639985805', ['phone_zero_restored']],
  ['33199001234', '+33199001234', ['phone_plus_restored']],
  ['01 99 00 12 34 poste 12', '+33199001234', ['phone_extension_removed']],
  ['01 99 00 12 34 / 06 39 98 00 01', '+33199001234', ['phone_first_of_several']],
  ['01\u00a099\u202f00 12 34', '+33199001234', []],
] as const)('« %s » is dialled %s', (given, e164, corrections) => {
  expect(readPhone(given)).toMatchObject({ ok: true, e164, corrections });
});

test.each([
  ['', 'phone_missing'],
  ['n.c.', 'phone_not_a_number'],
  ['voir standard', 'phone_not_a_number'],
  ['#N/A', 'phone_not_a_number'],
  ['0123', 'phone_incomplete'],
  ['01 99 00 12', 'phone_incomplete'],
  ['33', 'phone_incomplete'],
  ['06.39.98', 'phone_incomplete'],
  ['00 00 00 00 00', 'phone_unassigned'],
  ['01 99 00 12 34 56', 'phone_too_long'],
  ['6,39E+08', 'phone_incomplete'],
] as const)('« %s » is no number to call: %s', (given, fault) => {
  expect(readPhone(given)).toEqual({ ok: false, fault });
});

test.each([
  ['0262 12 34 56', '+262262123456', 'RE', 'landline'],
  ['0692123456', '+262692123456', 'RE', 'mobile'],
  ['+33 692 12 34 56', '+262692123456', 'RE', 'mobile'],
  ['0590123456', '+590590123456', 'GP', 'landline'],
  ['0696123456', '+596696123456', 'MQ', 'mobile'],
  ['0694123456', '+594694123456', 'GF', 'mobile'],
  ['0639123456', '+262639123456', 'YT', 'mobile'],
  ['+262 262 12 34 56', '+262262123456', 'RE', 'landline'],
] as const)('an overseas number keeps its own prefix: %s', (given, e164, country, kind) => {
  expect(readPhone(given)).toMatchObject({ ok: true, e164, country, kind });
});

test('a foreign number says its country', () => {
  expect(readPhone('+1 212 555 0100')).toMatchObject({ ok: true, e164: '+12125550100', country: 'US' });
  expect(readPhone('0032 2 555 12 12')).toMatchObject({ ok: true, e164: '+3225551212', country: 'BE' });
});

test.each(['0199001234', '0261911234', '0353011234', '0465711234', '0536491234', '0639981234'])(
  'the range that Arcep keeps for fiction is a French number like another: %s',
  (given) => {
    const phone = readPhone(given);
    expect(phone).toMatchObject({ ok: true, country: 'FR', e164: `+33${given.slice(1)}` });
    expect(phone.ok && isFictionalPhone(phone.e164)).toBe(true);
  },
);

test.each([
  ['01 99 00 00 00', 'landline'],
  ['09 70 00 00 00', 'landline'],
  ['06 39 98 00 00', 'mobile'],
  ['07 56 00 00 00', 'mobile'],
  ['08 20 00 00 00', 'special'],
] as const)('%s is a %s', (given, kind) => {
  expect(readPhone(given)).toMatchObject({ ok: true, kind });
});

test('a number written with dots keeps its last two zeros', () => {
  expect(readPhone('01.99.00.12.00')).toMatchObject({ ok: true, e164: '+33199001200' });
});

test('however a French number is spelled, it is the same number', () => {
  const national = fc
    .tuple(fc.constantFrom('1', '2', '3', '4', '5', '6', '9'), fc.stringMatching(/^\d{8}$/))
    .map(([head, tail]) => head + tail);
  const spellings = [
    (n: string) => `0${n}`,
    (n: string) => n,
    (n: string) => `+33${n}`,
    (n: string) => `0033${n}`,
    (n: string) => `+33 (0)${n}`,
    (n: string) => `0${n}`.replace(/(..)(?=.)/g, '$1 '),
    (n: string) => `0${n}`.replace(/(..)(?=.)/g, '$1.'),
    (n: string) => `0${n}`.replace(/(..)(?=.)/g, '$1-'),
  ];
  fc.assert(
    fc.property(national, (n) => {
      const read = spellings.map((spell) => readPhone(spell(n)));
      const numbers = new Set(read.map((phone) => (phone.ok ? phone.e164 : phone.fault)));
      expect(numbers.size).toBe(1);
      expect(read[0]!.ok).toBe(true);
    }),
  );
});

test('anything typed in a phone cell is read or refused, never a surprise', () => {
  fc.assert(fc.property(fc.string(), (text) => void readPhone(text)));
});
