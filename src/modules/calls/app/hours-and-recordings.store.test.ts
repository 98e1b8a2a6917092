import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { readJournal } from '../../../platform/journal/index.ts';
import type { AttemptId } from '../../../shared/ids.ts';
import { sessionById } from '../db/sessions.store.ts';
import { hangUpHandler, offerCallHandler } from './connect-call.handler.ts';
import { markCriterionHandler } from './mark-criterion.handler.ts';
import { nextProspectHandler } from './next-prospect.handler.ts';
import { startSessionHandler } from './production-sessions.handler.ts';
import { callDetail } from './read-calls.ts';
import { recordOutcomeHandler } from './record-outcome.handler.ts';
import { startCallHandler } from './start-call.handler.ts';
import { type CallWorld, callWorld, tuesday, until } from './testing.ts';

let world: CallWorld;
const open = (options?: Parameters<typeof callWorld>[0]) => {
  beforeAll(async () => {
    world = await callWorld(options);
  });
  afterAll(() => world.close());
};

/** Amina is served a prospect and the gate lets her dial. */
const dial = async (line: 'simulated' | 'manual'): Promise<AttemptId> => {
  const next = await nextProspectHandler(world.deps)(world.amina, { missionId: world.missionId });
  if (!next.ok || !next.found) throw new Error('nobody to call');
  const started = await startCallHandler(world.deps)(world.amina, {
    missionId: world.missionId,
    prospectId: next.prospect.id,
    line,
  });
  if (!started.ok) throw new Error(started.code);
  return started.attemptId;
};

describe('a session of production', () => {
  open();
  const minutesOf = (sessionId: string) =>
    world.db.withTenant(world.tenantId, world.owner, async (tx) => (await sessionById(tx, sessionId))!);
  test('forgotten open stops at the last call made in it: the night is not billed', async () => {
    const started = await startSessionHandler(world.deps)(world.amina, { missionId: world.missionId });
    if (!started.ok) throw new Error(started.code);
    world.at('2026-03-10T09:20:00Z');
    await dial('manual');
    world.at('2026-03-10T10:19:00Z');
    await world.worker.runSweeps();
    expect((await minutesOf(started.session.session_id)).stopped_at).toBeNull();
    world.at('2026-03-10T22:00:00Z');
    await world.worker.runSweeps();
    expect(await minutesOf(started.session.session_id)).toMatchObject({
      stopped_at: '2026-03-10T09:20:00.000Z',
      minutes: 20,
      stop_reason: 'oubliée ouverte',
    });
    const journal = await world.db.withTenant(world.tenantId, world.owner, (tx) => readJournal(tx, world.dossierId));
    expect(journal.filter(({ streamId }) => streamId === started.session.session_id).map(({ type }) => type)).toEqual([
      'ProductionStopped',
    ]);
    world.at(tuesday);
  });
});

describe('a recording that waits for the qualification', () => {
  open({
    terms: {
      ...canonicalTerms,
      calling: { ...canonicalTerms.calling, recording: { ...canonicalTerms.calling.recording, policy: 'from_qualification' } },
    },
  });
  test('starts with the first criterion, and keeps nothing of what was said before', async () => {
    const attemptId = await dial('simulated');
    const detail = async () => (await callDetail(world.deps)(world.owner, attemptId))!;
    const caller = await world.newCaller();
    const answered = await offerCallHandler(world.deps)(world.amina, {
      attemptId,
      sdp: caller.offer.sdp,
      scenario: 'interested',
    });
    if (!answered.ok) throw new Error(answered.code);
    await caller.accept({ type: 'answer', sdp: answered.sdp });
    const line = world.deps.telephony.line('simulated');
    await until(async () => (line.elapsedMs(attemptId) ?? 0) > 8_000);
    await markCriterionHandler(world.deps)(world.amina, {
      attemptId,
      criterionId: 'decideur',
      state: 'met',
      momentSeconds: null,
    });
    await until(async () => (line.elapsedMs(attemptId) ?? 0) > 16_000);
    await hangUpHandler(world.deps)(world.amina, { attemptId });
    await until(async () => (await detail()).phase === 'ended');
    await caller.leave();
    const recordingEvents = (await detail()).events.filter(({ type }) => type === 'recording');
    expect(recordingEvents.map(({ details }) => details['why'])).toEqual(['qualification', 'call_ended']);
    expect(recordingEvents[0]!.mediaMs).toBeGreaterThan(7_900);
    await recordOutcomeHandler(world.deps)(world.amina, attemptId, {
      code: 'REP',
      reason: '',
      note: '',
      callbackAt: null,
      callbackFor: 'me',
      appointment: null,
      declaredTalkSeconds: null,
    } as never);
    expect((await detail()).recording).toMatchObject({ status: 'kept' });
  });
});
