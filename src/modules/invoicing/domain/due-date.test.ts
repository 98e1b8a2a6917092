import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vectors from '../../../../test/fixtures/due-dates.json' with { type: 'json' };
import { addDays, civilDate, dayOfMonth, lastDayOfMonth } from '../../../shared/time.ts';
import { type PaymentDelay, checkedDueDate, dueDate } from './due-date.ts';

const delays: Record<string, PaymentDelay> = {
  '30 net': { days: 30, method: 'net' },
  '60 net': { days: 60, method: 'net' },
  '30 FDM A': { days: 30, method: 'end_of_month_A' },
  '30 FDM B': { days: 30, method: 'end_of_month_B' },
  '45 FDM A': { days: 45, method: 'end_of_month_A' },
  '45 FDM B': { days: 45, method: 'end_of_month_B' },
  '30 FDM le 10': { days: 30, method: 'end_of_month_A_then_10' },
};

const cases = vectors.rows.flatMap((row) =>
  Object.keys(delays).map((term) => ({
    term,
    issue: row.issue,
    due: row[term as '30 net'],
    lawful: !(row.refused ?? []).includes(term),
  })),
);

describe('an invoice', () => {
  test.each(cases)('of $issue at $term is due on $due (lawful: $lawful)', ({ term, issue, due, lawful }) => {
    expect(checkedDueDate(civilDate(issue), delays[term]!)).toMatchObject({ dueOn: due, lawful });
  });

  test('that would be due past 60 days says the latest lawful day', () => {
    expect(checkedDueDate(civilDate('2026-01-31'), delays['30 FDM le 10']!)).toEqual({
      lawful: false,
      dueOn: '2026-04-10',
      latestOn: '2026-04-01',
      days: 69,
    });
  });
});

describe('a periodic invoice', () => {
  test.each(vectors.periodic)('of $issue is never due later than 45 days: $refuse is refused', ({ issue, refuse, latest }) => {
    const check = checkedDueDate(civilDate(issue), delays[refuse]!, true);
    expect(check).toMatchObject({ lawful: false, latestOn: latest ?? '2027-01-15' });
  });
  test('is lawful at 45 days net', () => {
    expect(checkedDueDate(civilDate('2026-11-30'), { days: 45, method: 'net' }, true)).toEqual({
      lawful: true,
      dueOn: '2027-01-14',
    });
  });
});

const anyDay = fc.integer({ min: 0, max: 3650 }).map((offset) => addDays(civilDate('2024-01-01'), offset));
const anyDays = fc.integer({ min: 0, max: 60 });

test('reading A always falls on the last day of a month, « le 10 » on a tenth, and neither before the net delay', () => {
  fc.assert(
    fc.property(anyDay, anyDays, (issuedOn, days) => {
      const net = dueDate(issuedOn, { days, method: 'net' });
      const endOfMonth = dueDate(issuedOn, { days, method: 'end_of_month_A' });
      const tenth = dueDate(issuedOn, { days, method: 'end_of_month_A_then_10' });
      expect(endOfMonth).toBe(lastDayOfMonth(endOfMonth));
      expect(dayOfMonth(tenth)).toBe(10);
      expect(net <= endOfMonth && endOfMonth < tenth).toBe(true);
    }),
  );
});

test('a later issue is never due earlier, whatever the method', () => {
  fc.assert(
    fc.property(anyDay, anyDays, fc.constantFrom(...Object.values(delays)), (issuedOn, days, { method }) => {
      expect(dueDate(issuedOn, { days, method }) <= dueDate(addDays(issuedOn, 1), { days, method })).toBe(true);
    }),
  );
});
