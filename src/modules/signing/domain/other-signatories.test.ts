import { expect, test } from 'vitest';
import { checkSignatories, mostSignatories, placeKeys, type PlannedSignatory } from './other-signatories.ts';

const person = (index: number, changes: Partial<PlannedSignatory> = {}): PlannedSignatory => ({
  party: 'client',
  name: `Personne ${index}`,
  capacity: 'directrice',
  email: `personne-${index}@exemple.fr`,
  rank: 1,
  duty: 'sign',
  ...changes,
});
const people = (count: number) => Array.from({ length: count }, (_, index) => person(index));

test('up to eight other people sign or receive a copy, and no more', () => {
  expect(checkSignatories(people(mostSignatories))).toEqual({ ok: true });
  expect(checkSignatories(people(9))).toEqual({ ok: false, code: 'too_many_signatories', details: { most: 8 } });
});

test('each is named, with a capacity and an address of their own', () => {
  for (const gap of [{ name: ' A ' }, { capacity: '' }, { email: 'personne@exemple' }])
    expect(checkSignatories([person(1, gap)])).toEqual({ ok: false, code: 'delegate_incomplete' });
  const shared = { ok: false, code: 'signatory_address_shared' };
  expect(checkSignatories([person(1), person(2, { email: ' PERSONNE-1@exemple.fr ' })])).toEqual(shared);
  expect(checkSignatories([person(1)], ['Personne-1@exemple.fr'])).toEqual(shared);
});

test('each signature has its place in the document, after that of the principal; a copy has none', () => {
  expect(placeKeys([person(1), person(2, { duty: 'copy' }), person(3, { party: 'provider' }), person(4)])).toEqual([
    'client-2',
    null,
    'provider-2',
    'client-3',
  ]);
});
