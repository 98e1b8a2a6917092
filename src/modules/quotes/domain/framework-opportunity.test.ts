import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { type Terms, unitOf } from '../../contracts/index.ts';
import { frameworkOpportunity, type PastOffer, sharedFrom } from './framework-opportunity.ts';

const today = '2026-09-01' as CivilDate;
const offer = (
  id: string,
  sentOn: string,
  change: (terms: Terms) => Terms = (terms) => terms,
  more: Partial<PastOffer> = {},
): PastOffer => ({
  id,
  number: `DEV-${id}`,
  title: id,
  status: 'sent',
  sentOn: sentOn as CivilDate,
  isTrial: false,
  terms: change(canonicalTerms),
  ...more,
});
const in45 = (terms: Terms): Terms => ({
  ...terms,
  payment: { ...terms.payment, delay: { days: 45, method: 'end_of_month_A' } },
});

test('two offers are not a habit; three near ones within a year are', () => {
  const three = [offer('a', '2026-02-01'), offer('b', '2026-04-01'), offer('c', '2026-06-01')];
  expect(frameworkOpportunity(three.slice(1), { today })).toBeNull();
  expect(frameworkOpportunity(three, { today })?.because).toBe('repeated');
});

test('an offer older than a year no longer counts', () => {
  const offers = [offer('a', '2025-08-01'), offer('b', '2026-04-01'), offer('c', '2026-06-01')];
  expect(frameworkOpportunity(offers, { today })).toBeNull();
});

test('offers of another kind of mission do not count together', () => {
  const other = (terms: Terms): Terms => ({ ...terms, scope: { ...terms.scope, missionKind: 'telesales' } });
  const offers = [offer('a', '2026-02-01', other), offer('b', '2026-04-01'), offer('c', '2026-06-01')];
  expect(frameworkOpportunity(offers, { today })).toBeNull();
});

test('what all say is kept, what differs is listed for choice, and what is not chosen stays silent', () => {
  const offers = [offer('a', '2026-02-01'), offer('b', '2026-04-01', in45), offer('c', '2026-06-01')];
  const found = frameworkOpportunity(offers, { today })!;
  expect(found.differing.map(({ path, values }) => [path, values.map((one) => one.offers.map(({ id }) => id))])).toEqual([
    ['payment.delay', [['c', 'a'], ['b']]],
  ]);
  expect(sharedFrom(found, {}).payment?.delay).toBeUndefined();
  expect(sharedFrom(found, { 'payment.delay': 'b' }).payment?.delay?.days).toBe(45);
  for (const { path, value } of found.common) expect(unitOf(sharedFrom(found, {}), path)).toEqual(value);
});

test('the grid takes each price as it stands in the latest offer', () => {
  const dearer = (terms: Terms): Terms => ({
    ...terms,
    price: { ...terms.price, lines: terms.price.lines.map((line) => ({ ...line, unitPriceCents: 123_00 as never })) },
  });
  const offers = [offer('a', '2026-02-01'), offer('b', '2026-04-01'), offer('c', '2026-06-01', dearer)];
  expect(frameworkOpportunity(offers, { today })!.priceGrid.map(({ unitPriceCents }) => unitPriceCents)).toEqual(
    canonicalTerms.price.lines.map(() => 123_00),
  );
});

test('a signed trial proposes the framework once it is over, not before', () => {
  const trial = offer('a', '2026-03-01', undefined, { isTrial: true, status: 'signed' });
  expect(frameworkOpportunity([trial], { today: '2026-03-20' as CivilDate })).toBeNull();
  expect(frameworkOpportunity([trial], { today })?.because).toBe('trial_ended');
  expect(frameworkOpportunity([{ ...trial, status: 'sent' }], { today })).toBeNull();
});
