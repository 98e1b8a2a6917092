import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalDraft, canonicalTerms, vagueDraft } from '../../../demo/canonical-terms.ts';
import { addDays, type CivilDate, civilDate } from '../../../shared/time.ts';
import { checkedDueDate } from '../../invoicing/index.ts';
import { checkQuote, firstUnlawfulInvoiceDay } from './check-quote.ts';

const circumstances = { today: civilDate('2026-03-02'), validUntil: civilDate('2026-03-31'), vatRegime: 'real' } as const;
const rules = (draft: Parameters<typeof checkQuote>[0], change: object = {}) =>
  checkQuote(draft, { ...circumstances, ...change }).map(({ rule }) => rule);

test('the canonical quote may be sent', () => {
  expect(checkQuote(canonicalDraft, circumstances)).toEqual([]);
});

test('the vague quote of the article is refused with its list', () => {
  expect(rules(vagueDraft)).toEqual(['missing', 'missing', 'missing']);
});

test('a validity date is needed, and not one that is past; its own day still counts', () => {
  expect(rules(canonicalDraft, { validUntil: null })).toEqual(['validity_missing']);
  expect(rules(canonicalDraft, { validUntil: '2026-03-01' })).toEqual(['validity_past']);
  expect(rules(canonicalDraft, { validUntil: '2026-03-02' })).toEqual([]);
});

test('the quote’s VAT regime is the organisation’s', () => {
  expect(rules(canonicalDraft, { vatRegime: 'franchise' })).toEqual(['vat_regime_mismatch']);
});

test('a payment delay beyond the legal cap is refused, with a day that shows it', () => {
  const delay = { days: 45, method: 'end_of_month_A_then_10' as const };
  const [found] = checkQuote({ ...canonicalDraft, payment: { ...canonicalDraft.payment, delay } }, circumstances);
  expect(found).toMatchObject({ rule: 'due_date_over_cap', heading: 'payment' });
});

test('trying where months turn finds an unlawful day whenever trying every day does', () => {
  const methods = ['net', 'end_of_month_A', 'end_of_month_B', 'end_of_month_A_then_10'] as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(...methods),
      (offset, length, days, method) => {
        const startsOn = addDays(civilDate('2026-01-01'), offset);
        const period = { startsOn, endsOn: addDays(startsOn, length) };
        const payment = { ...canonicalTerms.payment, delay: { days, method } };
        let everyDay: CivilDate | null = null;
        for (let day = startsOn; day <= addDays(period.endsOn, 60) && everyDay === null; day = addDays(day, 1))
          if (!checkedDueDate(day, payment.delay).lawful) everyDay = day;
        expect(firstUnlawfulInvoiceDay({ period, payment }) !== null).toBe(everyDay !== null);
      },
    ),
    { numRuns: 60 },
  );
});
