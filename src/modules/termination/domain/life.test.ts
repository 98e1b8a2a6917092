import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { ClientId, DossierId, MissionId } from '../../../shared/ids.ts';
import { cents } from '../../../shared/money.ts';
import { addDays, civilDate, instant } from '../../../shared/time.ts';
import { consequencesOf } from './consequences.ts';
import { alarmsDue, type DatedMission, missionDeadlines } from './deadlines.ts';
import { daysOf, standingAt } from './standing.ts';
import { resumeExecution, suspendExecution, type Suspension, suspensionBegins } from './suspension.ts';

const missionId = 'm' as MissionId;
const now = instant('2026-03-24T08:40:00Z');

describe('a suspension', () => {
  const asked = { suspensionId: 's', missionId, by: 'provider' as const, ground: 'receivable_cap' as const, reason: 'Impayés' };
  const state = { missionStatus: 'open' as const, current: undefined };
  const figures = { overdueCents: cents(100_001), capCents: cents(100_000) };
  test('beyond the signed ceiling keeps the figures of the day', () => {
    expect(suspendExecution(asked, state, figures)).toMatchObject({
      ok: true,
      facts: [{ overdueCents: 100_001, capCents: 100_000 }],
    });
  });
  const current = { id: 's', endedAt: null, by: 'provider', missionId, beganAt: instant('2026-03-20T22:59:00Z') } as Suspension;
  test.each([
    ['cap_not_reached', asked, state, { ...figures, overdueCents: cents(100_000) }],
    ['no_cap_signed', asked, state, { ...figures, capCents: null }],
    ['cap_protects_the_provider', { ...asked, by: 'client' as const }, state, figures],
    ['suspension_reason_required', { ...asked, reason: '' }, state, figures],
    ['already_suspended', asked, { ...state, current }, figures],
    ['mission_over', asked, { ...state, missionStatus: 'closed' as const }, figures],
  ])('refused: %s', (code, command, before, money) => {
    expect(suspendExecution(command, before, money)).toMatchObject({ ok: false, code });
  });
  test('the exception of non-performance needs no ceiling', () => {
    expect(suspendExecution({ ...asked, ground: 'non_performance' }, state, { ...figures, capCents: null }).ok).toBe(true);
  });
  test('whoever stopped starts again, and the days are counted on the calendar of Paris', () => {
    expect(resumeExecution(current, { by: 'client', now })).toMatchObject({ code: 'suspended_by_the_other' });
    expect(resumeExecution(undefined, { by: 'provider', now })).toMatchObject({ code: 'not_suspended' });
    // 20 March at 23:59 in Paris to 24 March: four days, not three.
    expect(resumeExecution(current, { by: 'provider', now })).toMatchObject({ ok: true, facts: [{ days: 4 }] });
  });
  test('withheld performance begins once the signed days after the letter are over; at the ceiling, at once', () => {
    const sent = instant('2026-03-10T17:30:00Z');
    expect(suspensionBegins('non_performance', sent, 8)).toBe('2026-03-18T23:00:00.000Z');
    expect(suspensionBegins('receivable_cap', sent, 8)).toBe(sent);
    const coming = { ...current, beganAt: instant('2026-03-28T23:00:00Z') };
    expect(resumeExecution(coming, { by: 'provider', now })).toMatchObject({ ok: true, facts: [{ days: 0 }] });
    expect(standingAt([{ ground: 'non_performance', beganAt: coming.beganAt, endedAt: null }], null, now).suspension).toBeNull();
  });
  test('only suspensions that are over put the end off; the current one stops', () => {
    const spans = [
      { ground: 'non_performance' as const, beganAt: instant('2026-03-10T09:00:00Z'), endedAt: instant('2026-03-12T09:00:00Z') },
      { ground: 'receivable_cap' as const, beganAt: instant('2026-03-20T09:00:00Z'), endedAt: null },
    ];
    expect(standingAt(spans, null, now)).toMatchObject({ suspension: { ground: 'receivable_cap' }, suspendedDays: 2 });
    expect(standingAt(spans, null, instant('2026-03-15T09:00:00Z'))).toMatchObject({ suspension: null, suspendedDays: 2 });
    expect(standingAt(spans, null, instant('2026-03-12T09:00:00Z')).suspension).toBeNull();
    expect(daysOf(spans[0]!.beganAt, spans[0]!.beganAt)).toBe(0);
  });
});

describe('deadlines', () => {
  const mission: DatedMission = {
    id: 'm',
    name: 'Prospection',
    isClosed: false,
    endsOn: civilDate('2026-04-03'),
    providerNoticeDays: 15,
    clientNoticeDays: 30,
    resiliation: null,
    handover: null,
  };
  const dates = (change: Partial<DatedMission> = {}) =>
    Object.fromEntries(missionDeadlines({ ...mission, ...change }).map(({ kind, on }) => [kind, on]));

  test('the end, and each side’s last useful day to give notice', () => {
    expect(dates()).toEqual({ mission_ends: '2026-04-03', provider_notice: '2026-03-18', client_notice: '2026-03-03' });
  });
  test('a running notice replaces them, a demand adds its own, a closed mission only has its hand-over', () => {
    expect(
      dates({ resiliation: { state: 'notice_running', cureUntil: null, effectiveAt: instant('2026-03-28T23:00:00Z') } }),
    ).toEqual({ notice_ends: '2026-03-28' });
    expect(
      dates({ resiliation: { state: 'cure_running', cureUntil: instant('2026-03-23T23:00:00Z'), effectiveAt: null } }),
    ).toMatchObject({ cure_ends: '2026-03-23' });
    const handover = { dueOn: civilDate('2026-04-23'), attestedAt: null };
    expect(dates({ isClosed: true, handover })).toEqual({ handover_due: '2026-04-23' });
    expect(dates({ isClosed: true, handover: { ...handover, attestedAt: now } })).toEqual({});
  });
  test('an alarm at each step, on the nearest one only, and none once it is past', () => {
    const end = [
      {
        kind: 'framework_ends' as const,
        subject: { type: 'framework' as const, id: 'f' },
        label: 'Cadre',
        on: civilDate('2026-12-31'),
      },
    ];
    const stepsOn = (daysBefore: number) => alarmsDue(end, addDays(civilDate('2026-12-31'), -daysBefore)).map(({ step }) => step);
    expect([61, 60, 31, 30, 8, 7, 0, -1].map(stepsOn)).toEqual([[], [60], [60], [30], [30], [7], [7], []]);
  });
});

test('the notice still owes what the signed pace holds, never more than what is left', () => {
  const used = { calls: 1400, minutes: 600, appointments: 20 };
  const figures = { invoice: null, overdue: [], unreachedCents: cents(0), awaiting: [], used };
  const dates = { today: civilDate('2026-03-12'), lastDay: civilDate('2026-03-27') };
  const account = consequencesOf(canonicalTerms, figures, dates);
  // Eleven of the twenty working days fall in the notice: 825 calls at the pace, but only 100 are left; 22 hours of the 30 left.
  expect(account.volumes).toEqual([
    { unit: 'calls', signed: 1500, used: 1400, left: 100, owedDuringNotice: 100 },
    { unit: 'hours', signed: 40, used: 10, left: 30, owedDuringNotice: 22 },
    { unit: 'appointments', signed: 20, used: 20, left: 0, owedDuringNotice: null },
  ]);
  expect(account).toMatchObject({ dataReturnBy: '2026-04-26', confidentialUntil: '2029-03-27', payableCents: 0 });
});
