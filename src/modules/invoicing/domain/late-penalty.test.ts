import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import canonical from '../../../../test/fixtures/canonical-mission.json' with { type: 'json' };
import rates from '../../../../test/fixtures/rates.json' with { type: 'json' };
import { basisPoints, cents } from '../../../shared/money.ts';
import { addDays, civilDate } from '../../../shared/time.ts';
import { type Penalty, type PenaltyClause, latePenalty } from './late-penalty.ts';

const clauses: Record<string, PenaltyClause> = {
  'ECB+10 floating': { kind: 'ecb_plus_points', points: 10, mode: 'floating' },
  'ECB+10 frozen': { kind: 'ecb_plus_points', points: 10, mode: 'frozen' },
  '3x legal': { kind: 'times_legal', times: 3, mode: 'floating' },
  '3x legal floating': { kind: 'times_legal', times: 3, mode: 'floating' },
};
const late = (unpaid: number, due: string, paid: string) => ({
  unpaidCents: cents(unpaid),
  dueOn: civilDate(due),
  paidOn: civilDate(paid),
});
const penaltyOf = (decision: ReturnType<typeof latePenalty>): Penalty => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.facts[0]!;
};

describe('a late payment costs', () => {
  test.each(rates.vectors)('$penaltyCents cents for $unpaidCents due $due paid $paid at $rate', (vector) => {
    const penalty = penaltyOf(latePenalty(late(vector.unpaidCents, vector.due, vector.paid), clauses[vector.rate]!, rates));
    expect(penalty).toMatchObject({ days: vector.days, penaltyCents: vector.penaltyCents });
  });

  test('what the canonical mission fixed by hand', () => {
    const { late: expected, invoices } = canonical.expected;
    const unpaid = invoices.find((invoice) => invoice.which === expected.invoice)!.grossCents;
    const penalty = penaltyOf(latePenalty(late(unpaid, expected.dueOn, expected.paidOn), clauses['ECB+10 floating']!, rates));
    expect(penalty).toEqual({
      days: expected.days,
      parts: [{ semester: '2026S1', days: expected.days, ratePercent: expected.ratePercent }],
      penaltyCents: expected.penaltyCents,
    });
  });

  test('nothing on the due date itself', () => {
    expect(penaltyOf(latePenalty(late(120_000, '2026-01-31', '2026-01-31'), clauses['3x legal']!, rates)).penaltyCents).toBe(0);
  });

  test('a whole year at a fixed rate of 12 %: 12 % of what is unpaid', () => {
    const fixed: PenaltyClause = { kind: 'fixed_rate', rateBp: basisPoints(1200) };
    expect(penaltyOf(latePenalty(late(100_000, '2025-03-01', '2026-03-01'), fixed, rates)).penaltyCents).toBe(12_000);
  });
});

test('a semester whose rate nobody has entered is asked for, never guessed', () => {
  expect(latePenalty(late(120_000, '2026-06-15', '2026-07-02'), clauses['ECB+10 floating']!, rates)).toEqual({
    ok: false,
    code: 'rate_unknown',
    details: { semester: '2026S2' },
  });
});

test('frozen at the first day late, an unknown later semester does not matter', () => {
  expect(latePenalty(late(120_000, '2026-06-15', '2026-07-02'), clauses['ECB+10 frozen']!, rates)).toMatchObject({ ok: true });
});

test('paying a day later never costs less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 0, max: 700 }), (unpaid, days) => {
      const dueOn = civilDate('2023-12-15');
      const cost = (paidOn: string) =>
        penaltyOf(latePenalty(late(unpaid, dueOn, paidOn), clauses['ECB+10 floating']!, rates)).penaltyCents;
      expect(cost(addDays(dueOn, days + 1))).toBeGreaterThanOrEqual(cost(addDays(dueOn, days)));
    }),
  );
});
