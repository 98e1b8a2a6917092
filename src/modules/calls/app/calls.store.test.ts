import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { readJournal } from '../../../platform/journal/index.ts';
import type { AttemptId, ProspectId, RecordingId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { isSuppressed } from '../../prospects/queries.ts';
import { callVolumes } from '../queries.ts';
import { hangUpHandler, offerCallHandler } from './connect-call.handler.ts';
import { listenHandler } from './listen.ts';
import { nextProspectHandler, passProspectHandler } from './next-prospect.handler.ts';
import { opposeHandler } from './oppose.handler.ts';
import { callDetail, missionGateLog } from './read-calls.ts';
import { recordOutcomeHandler } from './record-outcome.handler.ts';
import { startCallHandler } from './start-call.handler.ts';
import { type CallWorld, callWorld, tuesday, until } from './testing.ts';
import type { Member } from './deps.ts';

let world: CallWorld;
const open = (options?: Parameters<typeof callWorld>[0]) => {
  beforeAll(async () => {
    world = await callWorld(options);
  });
  afterAll(() => world.close());
};

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

const serve = async (actor: Member) => {
  const next = await nextProspectHandler(world.deps)(actor, { missionId: world.missionId });
  if (!next.ok || !next.found) throw new Error('nobody to call');
  return next.prospect.id;
};
const start = (actor: Member, prospectId: ProspectId, line: 'simulated' | 'manual' = 'simulated') =>
  startCallHandler(world.deps)(actor, { missionId: world.missionId, prospectId, line });
const detail = async (id: AttemptId) => (await callDetail(world.deps)(world.owner, id))!;

/** Rings, lets the prospect talk for a while, hangs up. */
const ringAndTalk = async (actor: Member, scenario: string, talkMediaMs: number): Promise<AttemptId> => {
  const started = await start(actor, await serve(actor));
  if (!started.ok) throw new Error(started.code);
  const caller = await world.newCaller();
  const answered = await offerCallHandler(world.deps)(actor, { attemptId: started.attemptId, sdp: caller.offer.sdp, scenario });
  if (!answered.ok) throw new Error(answered.code);
  await caller.accept({ type: 'answer', sdp: answered.sdp });
  await until(
    async () =>
      (world.deps.telephony.line('simulated').elapsedMs(started.attemptId) ?? 0) > talkMediaMs ||
      !world.deps.telephony.line('simulated').isLive(started.attemptId),
  );
  await hangUpHandler(world.deps)(actor, { attemptId: started.attemptId });
  await until(async () => (await detail(started.attemptId)).phase === 'ended');
  await caller.leave();
  return started.attemptId;
};
const facts = async (streamId: string) =>
  world.db.withTenant(world.tenantId, world.owner, async (tx) =>
    (await readJournal(tx, world.dossierId)).filter((entry) => entry.streamId === streamId).map(({ type }) => type),
  );

describe('a call that rings, is recorded and brings an appointment', () => {
  open();
  test('its events, its recording and its appointment are one sealed story', async () => {
    const attemptId = await ringAndTalk(world.amina, 'interested', 20_000);
    const ended = await detail(attemptId);
    expect(ended.events.map(({ type }) => type).slice(0, 4)).toEqual(['requested', 'dialing', 'ringing', 'answered']);
    expect(ended.events.at(-1)!.type).toBe('ended');
    expect(ended).toMatchObject({ evidence: 'simulated', recording: { status: 'held' } });
    expect(ended.permittedOutcomes).toContain('RDV');
    expect(ended.permittedOutcomes).not.toContain('NRP');

    const qualified = await recordOutcomeHandler(world.deps)(
      world.amina,
      attemptId,
      outcome('RDV', { appointment: anAppointment }),
    );
    expect(qualified).toMatchObject({ ok: true, prospectStatus: 'closed' });
    const kept = await detail(attemptId);
    expect(kept).toMatchObject({ phase: 'qualified', outcome: 'RDV', recording: { status: 'kept' } });
    expect(kept.appointmentId).toBeTruthy();
    expect(kept.marks.map(({ criterionId, momentSeconds }) => [criterionId, momentSeconds])).toEqual([
      ['besoin', 6],
      ['decideur', 5],
      ['interet', 7],
    ]);
    expect(await facts(attemptId)).toEqual(['DialAllowed', 'CallEnded', 'RecordingSealed', 'OutcomeRecorded']);
    expect(await recordOutcomeHandler(world.deps)(world.amina, attemptId, outcome('REP'))).toMatchObject({
      ok: false,
      code: 'already_qualified',
    });

    await world.worker.drainJobs();
    expect((await detail(attemptId)).recording!.oggSha256).toHaveLength(64);
  });

  test('a recording is heard by ranges, each listening is written down, and only by those entitled', async () => {
    const row = (await callDetail(world.deps)(world.owner, (await firstCall()) as AttemptId))!;
    const recordingId = row.recording!.recordingId as RecordingId;
    const part = await listenHandler(world.deps)(world.owner, { recordingId, range: () => ({ from: 0, to: 3 }) });
    expect(part).toMatchObject({ ok: true, sound: { mediaType: 'audio/ogg' } });
    expect(part.ok && part.bytes.toString()).toBe('OggS');
    expect(await listenHandler(world.deps)(world.leo, { recordingId, range: () => ({ from: 0, to: 3 }) })).toMatchObject({
      ok: false,
      code: 'not_allowed_here',
    });
    const stranger = { kind: 'client', clientId: 'x', tenantId: world.tenantId, contactId: null, displayName: 'X' } as never;
    expect(await listenHandler(world.deps)(stranger, { recordingId, range: () => ({ from: 0, to: 3 }) })).toMatchObject({
      ok: false,
      code: 'unknown_recording',
    });
    expect((await detail(row.id)).recording!.listens).toMatchObject([{ name: 'Claire', kind: 'member' }]);
  });

  test('what no appointment needs is purged, and leaves its hash and its reason', async () => {
    const attemptId = await ringAndTalk(world.amina, 'declines', 4_000);
    const { recording } = await detail(attemptId);
    await recordOutcomeHandler(world.deps)(world.amina, attemptId, outcome('BAR'));
    await world.worker.drainJobs();
    expect((await detail(attemptId)).recording).toMatchObject({
      status: 'purged',
      purgeReason: 'no_appointment',
      legsSha256: recording!.legsSha256,
    });
    expect(await facts(attemptId)).toContain('RecordingPurged');
    expect(
      await listenHandler(world.deps)(world.owner, {
        recordingId: recording!.recordingId as RecordingId,
        range: () => ({ from: 0, to: 3 }),
      }),
    ).toMatchObject({ ok: false, code: 'recording_purged' });
    await expect(
      world.deps.vault.read({ tenantId: world.tenantId, recordingId: recording!.recordingId }, 'legs.wav', recording!.legsBytes),
    ).rejects.toThrow();
  });

  test('what was kept is purged when the signed days are over, unless the appointment is still to be decided', async () => {
    world.at('2026-04-20T08:00:00Z');
    await world.worker.runSweeps();
    const attemptId = (await firstCall()) as AttemptId;
    expect((await detail(attemptId)).recording!.status).toBe('kept');
    await world.db.withTenant(world.tenantId, world.owner, (tx) =>
      sql`update appointments set state = 'accepted', accepted_by = 'silence', decided_at = ${tx.now}`.execute(tx.sql),
    );
    await world.worker.runSweeps();
    expect((await detail(attemptId)).recording).toMatchObject({ status: 'purged', purgeReason: 'retention_over' });
    world.at(tuesday);
  });

  const firstCall = async () =>
    world.db.withTenant(
      world.tenantId,
      world.owner,
      async (tx) =>
        (await sql<{ id: string }>`select attempt_id as id from call_attempts where outcome = 'RDV'`.execute(tx.sql)).rows[0]!.id,
    );
});

describe('the gate at the door', () => {
  open();
  test('a refused dial leaves no call, but its verdict with the article', async () => {
    world.at('2026-03-10T11:05:00Z');
    const prospectId = await serve(world.amina);
    const refused = await start(world.amina, prospectId);
    expect(refused).toMatchObject({
      ok: false,
      code: 'dial_refused',
      details: { sentenceFr: 'Appel bloqué jusqu’à 14\u00a0h\u00a000\u00a0: article 4.2, créneaux d’appel.' },
    });
    const log = await missionGateLog(world.deps)(world.owner, world.missionId, {
      onlyRefused: true,
      before: undefined,
      limit: 10,
    });
    expect(log.ok && log.verdicts).toMatchObject([
      { allowed: false, attemptId: null, nextEligibleAt: instant('2026-03-10T13:00:00Z') },
    ]);
    await passProspectHandler(world.deps)(world.amina, { prospectId });
    world.at(tuesday);
  });

  test('a verdict is never changed, whoever asks', async () => {
    await expect(
      world.db.withTenant(world.tenantId, world.owner, (tx) => sql`update gate_verdicts set allowed = true`.execute(tx.sql)),
    ).rejects.toThrow(/permission denied/);
  });

  test('a prospect is dialled by who holds it, and only while it is held', async () => {
    const prospectId = await serve(world.amina);
    expect(await start(world.leo, prospectId)).toMatchObject({
      ok: false,
      code: 'dial_refused',
      details: { checks: expect.arrayContaining([expect.objectContaining({ rule: 'lease', ok: false })]) },
    });
    world.at('2026-03-10T09:21:00Z');
    expect(await start(world.amina, prospectId)).toMatchObject({ ok: false, code: 'dial_refused' });
    expect((await start(world.amina, await serve(world.amina))).ok).toBe(true);
    world.at(tuesday);
  });

  test('the last call of a budget is allowed once, even when two callers click together', async () => {
    await world.db.withTenant(world.tenantId, world.owner, (tx) =>
      sql`insert into production_sessions (tenant_id, session_id, mission_id, dossier_id, caller_id, caller_name, started_at, stopped_at, minutes, evidence)
          values (${world.tenantId}, gen_random_uuid(), ${world.missionId}, ${world.dossierId}, ${world.leo.userId}, 'Léo', ${tuesday}, ${tuesday}, 2400, 'declared')`.execute(
        tx.sql,
      ),
    );
    const prospectId = await serve(world.leo);
    expect(await start(world.leo, prospectId)).toMatchObject({
      ok: false,
      details: { checks: expect.arrayContaining([expect.objectContaining({ rule: 'volume_hours', ok: false })]) },
    });
  });
});

describe('an opposition', () => {
  open();
  test('is on the list as soon as it is acknowledged, even when the server dies the next instant', async () => {
    const prospectId = await serve(world.amina);
    const started = await start(world.amina, prospectId);
    if (!started.ok) throw new Error(started.code);
    const caller = await world.newCaller();
    const answered = await offerCallHandler(world.deps)(world.amina, {
      attemptId: started.attemptId,
      sdp: caller.offer.sdp,
      scenario: 'opposes',
    });
    await caller.accept({ type: 'answer', sdp: (answered as { sdp: string }).sdp });
    await until(async () => (await detail(started.attemptId)).phase === 'answered');

    expect(await opposeHandler(world.deps)(world.amina, { attemptId: started.attemptId, reason: '' })).toMatchObject({
      ok: true,
    });
    // What another connection sees now is what a restart would find: the answer came after the commit.
    const listed = await world.db.withTenant(world.tenantId, world.owner, (tx) =>
      isSuppressed(tx, started.to, { clientId: world.clientId }),
    );
    expect(listed).toMatchObject({ scope: 'client' });
    expect(await facts(started.attemptId)).toContain('CalleeObjected');

    await until(async () => (await detail(started.attemptId)).phase === 'qualified');
    expect(await detail(started.attemptId)).toMatchObject({ outcome: 'OPP', recording: { status: 'purged' } });
    expect(await start(world.amina, prospectId)).toMatchObject({
      ok: false,
      code: 'dial_refused',
      details: { sentenceFr: 'Appel bloqué\u00a0: article 4.1, liste d’opposition (cette personne ne veut plus être appelée).' },
    });
    await caller.leave();
  });

  test('that cannot be written is not acknowledged', async () => {
    const started = await start(world.amina, await serve(world.amina), 'manual');
    if (!started.ok) throw new Error(started.code);
    const broken = {
      ...world.deps,
      db: {
        ...world.db,
        withTenant: ((tenant, actor, work) =>
          world.db.withTenant(tenant, actor, async (tx) => {
            await work(tx);
            throw new Error('disk full');
          })) as typeof world.db.withTenant,
      },
    };
    await expect(opposeHandler(broken)(world.amina, { attemptId: started.attemptId, reason: '' })).rejects.toThrow('disk full');
    expect(
      await world.db.withTenant(world.tenantId, world.owner, (tx) => isSuppressed(tx, started.to, { clientId: world.clientId })),
    ).toBeNull();
  });
});

describe('nothing stays open', () => {
  open();
  test('a call whose server died is closed with its cause, and can still be qualified', async () => {
    const started = await start(world.amina, await serve(world.amina));
    if (!started.ok) throw new Error(started.code);
    world.at('2026-03-10T09:01:00Z');
    await world.worker.runSweeps();
    expect((await detail(started.attemptId)).phase).toBe('allowed');
    world.at('2026-03-10T09:03:00Z');
    await world.worker.runSweeps();
    expect(await detail(started.attemptId)).toMatchObject({ phase: 'ended', cause: 'media_server_lost', endedBy: 'system' });
    const again = await nextProspectHandler(world.deps)(world.amina, { missionId: world.missionId });
    expect(again).toMatchObject({
      found: true,
      unfinishedCallId: started.attemptId,
      because: { fr: 'Cet appel attend encore sa qualification.' },
    });
    expect(await recordOutcomeHandler(world.deps)(world.amina, started.attemptId, outcome('TEC'))).toMatchObject({
      ok: true,
      prospectStatus: 'to_retry',
    });
    expect(await world.db.withTenant(world.tenantId, world.owner, (tx) => callVolumes(tx, world.missionId))).toMatchObject({
      calls: 0,
    });
    world.at(tuesday);
  });

  test('a prospect that is passed goes back to everyone', async () => {
    const prospectId = await serve(world.leo);
    expect(await passProspectHandler(world.deps)(world.leo, { prospectId })).toMatchObject({ released: true });
  });
});

describe('a script the client has not approved', () => {
  open({ approved: false });
  test('stops every call, and says so', async () => {
    const refused = await start(world.amina, await serve(world.amina));
    expect(refused).toMatchObject({
      ok: false,
      details: { sentenceFr: 'Appel bloqué\u00a0: article 4.5, script d’appel (le client n’a pas encore validé le script).' },
    });
  });
});

describe('outside a demonstration', () => {
  open({ isDemo: false });
  test('the simulated line cannot be used', async () => {
    const refused = await start(world.amina, await serve(world.amina));
    expect(refused).toMatchObject({
      ok: false,
      details: { checks: expect.arrayContaining([expect.objectContaining({ rule: 'line_allowed', ok: false })]) },
    });
  });
});
