import { expect, it } from 'vitest';
import type { DraftTerms } from '../../contracts/index.ts';
import { amountOf, draftMoney, milestoneCents, modelOf } from './price-draft.ts';

const draft = (lines: object[], shares: number[] = [], vat = { regime: 'real', rateBp: 2000 }): DraftTerms =>
  ({ price: { lines, vat }, milestones: shares.map((sharePercent) => ({ sharePercent })) }) as DraftTerms;
const forfait = { id: 'f', kind: 'forfait', quantity: 1, unitPriceCents: 240_000 };
const perAppointment = { id: 'r', kind: 'appointment', quantity: 20, unitPriceCents: 9_000 };

it('the price model is what the lines say, expenses aside', () => {
  expect(modelOf([forfait, { id: 'x', kind: 'expense' }])).toBe('forfait');
  expect(modelOf([forfait, perAppointment])).toBe('mixed');
  expect(modelOf([])).toBeNull();
});

it('a line without a price has no amount, and counts for nothing yet', () => {
  expect(amountOf({ id: 'f', quantity: 2 })).toBeNull();
  expect(draftMoney(draft([forfait, { id: 'x', kind: 'hour', quantity: 3 }]))).toMatchObject({
    netCents: 240_000,
    isComplete: false,
  });
});

it('VAT is computed once on the sum, and is nil in franchise', () => {
  expect(draftMoney(draft([forfait, perAppointment]))).toMatchObject({
    netCents: 420_000,
    vatCents: 84_000,
    grossCents: 504_000,
  });
  expect(draftMoney(draft([forfait], [], { regime: 'franchise', rateBp: 2000 }))).toMatchObject({
    vatCents: 0,
    grossCents: 240_000,
  });
});

it('milestones share the forfait to the cent, and wait until they add up to 100 %', () => {
  expect(milestoneCents(draft([forfait, perAppointment], [30, 40, 30]))).toEqual([72_000, 96_000, 72_000]);
  expect(milestoneCents(draft([forfait], [30, 40, 20]))).toBeNull();
});

it('without a forfait, milestones share the whole estimate, as invoices do', () => {
  expect(milestoneCents(draft([perAppointment], [50, 50]))).toEqual([90_000, 90_000]);
});
