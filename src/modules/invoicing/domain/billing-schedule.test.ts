import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/time.ts';
import { canonicalEvidence, issued } from '../testing/sample-evidence.ts';
import { sampleTerms } from '../testing/sample-terms.ts';
import { billingSchedule } from './billing-schedule.ts';
import { deriveInvoice } from './derive-invoice.ts';
import type { DerivableKind, IssuedInvoice } from './invoice.ts';

const on = (day: string, earlier: IssuedInvoice[]) =>
  billingSchedule(sampleTerms, canonicalEvidence(day), earlier, { issuedOn: civilDate(day), isDemo: false });
const issue = (kind: DerivableKind, day: string, earlier: IssuedInvoice[]): IssuedInvoice => {
  const decision = deriveInvoice(sampleTerms, canonicalEvidence(day), earlier, { kind, issuedOn: civilDate(day), isDemo: false });
  if (!decision.ok) throw new Error(decision.code);
  return issued(`FA-${earlier.length + 1}`, decision.facts[0]!);
};

describe('the schedule of the canonical mission', () => {
  const deposit = issue('deposit', '2026-03-05', []);
  const middle = issue('intermediate', '2026-03-20', [deposit]);
  const final = issue('final', '2026-04-10', [deposit, middle]);

  test('at the start: the deposit is out, the instalment waits for its calls, the balance for the final report', () => {
    expect(on('2026-03-12', [deposit])).toMatchObject([
      { kind: 'deposit', state: 'issued', invoice: { number: 'FA-1' } },
      { kind: 'intermediate', state: 'waiting', code: 'milestone_not_reached', details: { calls: 750, reached: 300 } },
      { kind: 'final', state: 'waiting', code: 'final_report_missing' },
    ]);
  });
  test('once 750 calls are reached the instalment is ready, with its amount', () => {
    expect(on('2026-03-20', [deposit])[1]).toMatchObject({ state: 'ready', netCents: 64_000 });
  });
  test('after the final invoice, a ruling opens a complementary one', () => {
    const states = (day: string) => on(day, [deposit, middle, final]).map(({ kind, state }) => `${kind} ${state}`);
    expect(states('2026-04-10')).toEqual(['deposit issued', 'intermediate issued', 'final issued', 'complementary waiting']);
    expect(states('2026-04-14').at(-1)).toBe('complementary ready');
  });
  test('a credited invoice is to be issued again', () => {
    expect(on('2026-04-12', [deposit, middle, { ...final, credited: true }])[2]).toMatchObject({
      kind: 'final',
      state: 'ready',
      netCents: 222_000,
    });
  });
});
