import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { cents } from '../../../shared/money.ts';
import { civilDate, instant } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';
import { sortAppointments } from './billable-appointments.ts';
import type { AppointmentEvidence, WorkedTime } from './evidence.ts';
import { resultLines } from './price-lines.ts';
import { vatRateOf } from './vat.ts';

const byTheHour: Terms = {
  ...canonicalTerms,
  price: {
    ...canonicalTerms.price,
    lines: [{ id: 'heure', kind: 'hour', label: 'Heure d’appels', quantity: 40, unitPriceCents: cents(5_000) }],
  },
};
const nothing = { hours: [], days: [], expenses: [], appointments: [] };
const worked = (day: string, quantity: string, unitPriceCents?: number): WorkedTime => ({
  id: day,
  on: civilDate(day),
  quantity,
  ...(unitPriceCents === undefined ? {} : { unitPriceCents: cents(unitPriceCents) }),
});
const accepted = (priceCents: number, more: Partial<AppointmentEvidence> = {}): AppointmentEvidence =>
  ({
    id: `rdv-${priceCents}`,
    ref: 'RDV-01',
    state: 'accepted',
    priceCents: cents(priceCents),
    meetingAt: instant('2026-03-20T09:00:00Z'),
    evidenceLevel: 'declared',
    recorded: false,
    ...more,
  }) as AppointmentEvidence;
const figures = (terms: Terms, evidence: Partial<typeof nothing> | object) =>
  resultLines(terms, { ...nothing, ...evidence }, vatRateOf(terms.price.vat)).map(({ quantity, unitPriceCents, netCents }) => [
    quantity,
    unitPriceCents,
    netCents,
  ]);

describe('what an amendment changed is billed at the price of its day', () => {
  test('hours: one line per price, each with its own days', () => {
    const hours = [worked('2026-03-12', '4', 4_000), worked('2026-03-13', '2.5', 4_000), worked('2026-03-16', '3', 5_000)];
    expect(figures(byTheHour, { hours })).toEqual([
      ['6.5', 4_000, 26_000],
      ['3', 5_000, 15_000],
    ]);
  });

  test('hours whose price the contract no longer has are still owed', () => {
    expect(figures(canonicalTerms, { hours: [worked('2026-03-12', '4', 4_000)] })).toEqual([['4', 4_000, 16_000]]);
  });

  test('hours that no contract ever priced are not', () => {
    expect(figures(canonicalTerms, { hours: [worked('2026-03-12', '4')] })).toEqual([]);
  });

  test('appointments accepted before their price left the contract are still owed', () => {
    expect(figures(byTheHour, { appointments: [accepted(9_000), accepted(0)] })).toEqual([['1', 9_000, 9_000]]);
  });

  test('a recording is asked by the terms of the booking, whatever the invoice’s terms say', () => {
    const rules = { recordingRequired: true, isDemo: false };
    const { billable, leftApart } = sortAppointments(
      [accepted(1, { recordingRequired: false }), accepted(2, { recordingRequired: true }), accepted(3)],
      new Set(),
      rules,
    );
    expect([billable.map(({ priceCents }) => priceCents), leftApart.map(({ because }) => because)]).toEqual([
      [1],
      ['recording_missing', 'recording_missing'],
    ]);
  });
});
