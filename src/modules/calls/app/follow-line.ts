import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { CallEvent } from '../../../platform/telephony/index.ts';
import type { AttemptId, TenantId } from '../../../shared/ids.ts';
import { type AttemptRow, eventsOf, insertEvent, lockAttempt, updateAttempt } from '../db/attempts.store.ts';
import { applyLineEvent } from '../domain/call-state.ts';
import type { CallFact } from '../domain/facts.ts';
import { announceCall } from './announce-call.ts';
import type { Deps } from './deps.ts';
import { qualifyObjection } from './oppose.handler.ts';
import { sealRecording } from './seal-recording.ts';

/** Writes what the lines say, in order, call by call. The telephony waits for it before it stops. */
export const followLines = (deps: Deps): (() => void) => {
  const writing = new Map<string, Promise<void>>();
  return deps.telephony.onEvent((event) => {
    const turn = (writing.get(event.callId) ?? Promise.resolve())
      .then(() => followEvent(deps, event))
      .catch((error: unknown) => {
        // The reconciliation closes a call whose end could not be written.
        deps.log.error({ err: error, attemptId: event.callId, event: event.type }, 'a call event was not written');
      });
    writing.set(event.callId, turn);
    if (event.type === 'ended') void turn.then(() => writing.delete(event.callId));
    return turn;
  });
};

const followEvent = async (deps: Deps, event: CallEvent): Promise<void> => {
  const actor = { kind: 'system', name: 'telephony', tenantId: event.tenantId as TenantId } as const;
  await deps.db.withTenant(event.tenantId as TenantId, actor, async (tx) => {
    const attempt = await lockAttempt(tx, event.callId as AttemptId);
    if (!attempt || !(await writeEvent(tx, attempt.attempt_id, event))) return;
    const change = applyLineEvent(attempt, event);
    if (Object.keys(change).length > 0)
      await updateAttempt(tx, attempt.attempt_id, {
        ...(change.phase && { phase: change.phase }),
        ...(change.answeredAt && { answered_at: change.answeredAt }),
        ...(change.endedAt && {
          ended_at: change.endedAt,
          ended_by: change.endedBy!,
          cause: change.cause ?? null,
          talk_ms: change.talkMs!,
        }),
      });
    if (change.phase === 'ended')
      await finishCall(deps, tx, {
        ...attempt,
        ended_at: change.endedAt!,
        ended_by: change.endedBy!,
        cause: change.cause ?? null,
        talk_ms: change.talkMs!,
      });
    announceCall(tx, attempt);
  });
  if (event.type === 'ended') for (const line of deps.telephony.lines()) line.forget(event.callId);
};

const writeEvent = (
  tx: Tx,
  attemptId: AttemptId,
  { callId: _, tenantId: __, seq, at, mediaMs, source, type, ...details }: CallEvent,
): Promise<boolean> => insertEvent(tx, { attempt_id: attemptId, seq, at, media_ms: mediaMs, source, type, details });

/** Closes a call: seals its events and its sound in the journal. Also used by the reconciliation, without sound. */
export const finishCall = async (deps: Deps, tx: Tx, attempt: AttemptRow): Promise<void> => {
  const events = await eventsOf(tx, attempt.attempt_id);
  const eventsSha256 = createHash('sha256')
    .update(canonicalize(events.map(({ tenant_id: _, attempt_id: __, ...event }) => event))!)
    .digest('hex');
  await updateAttempt(tx, attempt.attempt_id, { events_sha256: eventsSha256 });
  const ended: CallFact = {
    type: 'CallEnded',
    attemptId: attempt.attempt_id,
    missionId: attempt.mission_id,
    evidence: attempt.evidence,
    answeredAt: attempt.answered_at,
    endedAt: attempt.ended_at!,
    talkMs: attempt.talk_ms,
    by: attempt.ended_by!,
    cause: attempt.cause,
    eventsSha256,
  };
  const sealed = await sealRecording(deps, tx, attempt);
  await recordFacts<CallFact>(tx, {
    dossierId: attempt.dossier_id,
    stream: { type: 'call', id: attempt.attempt_id },
    facts: [ended, ...sealed],
  });
  if (attempt.opposed_at !== null) await qualifyObjection(tx, { ...attempt, phase: 'ended' }, '');
};
