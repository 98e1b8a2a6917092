import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProspectId } from '../../../shared/ids.ts';
import { civilDate, instant } from '../../../shared/time.ts';
import { callFacts, callVolumes } from '../queries.ts';
import { declareCallHandler } from './declare-call.handler.ts';
import { declareSessionHandler, startSessionHandler, stopSessionHandler } from './production-sessions.handler.ts';
import { type CallWorld, callWorld, tuesday } from './testing.ts';

let world: CallWorld;
beforeAll(async () => {
  world = await callWorld();
});
afterAll(() => world.close());

const outcome = (code: string, given: object = {}) =>
  ({
    code,
    reason: '',
    note: '',
    callbackAt: null,
    callbackFor: 'me',
    appointment: null,
    declaredTalkSeconds: null,
    ...given,
  }) as never;
const heard = (seconds: number) =>
  ['decideur', 'besoin', 'interet'].map((criterionId, n) => ({ criterionId, state: 'met', momentSeconds: seconds + n }));
const anAppointment = {
  meetingAt: '2026-03-17T09:00:00.000Z',
  contactName: 'Mme Martin',
  contactRole: '',
  format: 'video',
  place: '',
  note: '',
  criteria: heard(5),
};

describe('calls declared afterwards', () => {
  const declare = (given: object) =>
    declareCallHandler(world.deps)(world.amina, {
      missionId: world.missionId,
      at: tuesday,
      talkSeconds: 0,
      outcome: outcome('NRP'),
      ...given,
    } as never);

  test('are judged at their own hour, and carry the caller’s word as their only evidence', async () => {
    const [first, second] = world.prospects as [ProspectId, ProspectId];
    expect(await declare({ prospectId: first, at: instant('2026-03-10T05:00:00Z') })).toMatchObject({
      ok: false,
      code: 'dial_refused',
    });
    expect(await declare({ prospectId: first, at: instant('2026-03-11T09:00:00Z') })).toMatchObject({
      ok: false,
      code: 'declared_in_the_future',
    });
    expect(await declare({ prospectId: first, at: instant('2026-03-09T09:00:00Z') })).toMatchObject({
      ok: true,
      prospectStatus: 'to_retry',
    });
    expect(
      await declare({ prospectId: second, talkSeconds: 90, outcome: outcome('RDV', { appointment: anAppointment }) }),
    ).toMatchObject({ ok: true, prospectStatus: 'closed' });
    expect(await declare({ prospectId: first, at: instant('2026-03-09T15:00:00Z') })).toMatchObject({
      ok: false,
      code: 'dial_refused',
    });
  });

  test('with an outcome that does not hold leave nothing at all', async () => {
    const before = await world.db.withTenant(world.tenantId, world.owner, (tx) => callVolumes(tx, world.missionId));
    expect(
      await declare({ prospectId: world.prospects[2], talkSeconds: 5, outcome: outcome('RDV', { appointment: anAppointment }) }),
    ).toMatchObject({ ok: false, code: 'outcome_not_permitted' });
    expect(await world.db.withTenant(world.tenantId, world.owner, (tx) => callVolumes(tx, world.missionId))).toEqual(before);
  });

  test('count once each, on their Paris day, with the hours worked', async () => {
    await declareSessionHandler(world.deps)(world.amina, {
      missionId: world.missionId,
      startedAt: instant('2026-03-09T08:30:00Z'),
      stoppedAt: instant('2026-03-09T10:30:00Z'),
    });
    const rows = await world.db.withTenant(world.tenantId, world.owner, (tx) =>
      callFacts(tx, world.missionId, civilDate('2026-03-09'), civilDate('2026-03-10')),
    );
    expect(rows).toMatchObject([
      { day: '2026-03-09', calls: 1, answered: 0, hoursMinutes: 120, declared: 1 },
      { day: '2026-03-10', calls: 1, answered: 1, useful: 1, argued: 1, appointments: 1, hoursMinutes: 0 },
    ]);
  });

  test('a session that overlaps another of the same person is refused', async () => {
    expect(
      await declareSessionHandler(world.deps)(world.amina, {
        missionId: world.missionId,
        startedAt: instant('2026-03-09T10:00:00Z'),
        stoppedAt: instant('2026-03-09T11:00:00Z'),
      }),
    ).toMatchObject({ ok: false, code: 'session_overlaps' });
  });

  test('a measured session counts its own minutes', async () => {
    const session = await startSessionHandler(world.deps)(world.leo, { missionId: world.missionId });
    expect(await startSessionHandler(world.deps)(world.leo, { missionId: world.missionId })).toMatchObject({
      ok: false,
      code: 'session_already_open',
    });
    world.at('2026-03-10T09:45:00Z');
    expect(
      await stopSessionHandler(world.deps)(world.leo, {
        sessionId: (session as { session: { session_id: string } }).session.session_id,
        reason: '',
      }),
    ).toMatchObject({ ok: true, session: { minutes: 45 } });
    world.at(tuesday);
  });
});
