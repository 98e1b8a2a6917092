import { defineSweep } from '../../../platform/jobs/index.ts';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { AttemptId } from '../../../shared/ids.ts';
import { addMinutes } from '../../../shared/time.ts';
import { appointmentById } from '../../appointments/queries.ts';
import { attemptById, eventsOf, insertEvent, lockAttempt, updateAttempt } from '../db/attempts.store.ts';
import { lockRecording, recordingsDue } from '../db/recordings.store.ts';
import type { CallsTables } from '../db/tables.ts';
import { isLive } from '../domain/call-state.ts';
import type { Deps } from './deps.ts';
import { finishCall } from './follow-line.ts';
import { announceCall } from './announce-call.ts';
import { purgeRecording } from './seal-recording.ts';

/** Calls that a line should have ended by then, with a margin over the longest call allowed. */
const longestCallMinutes = 70;
/** Time for a browser to offer its sound after the gate said yes. */
const connectMinutes = 2;
/** A recording whose call nobody qualified is not kept waiting for ever. */
const heldMinutes = 12 * 60;

/**
 * Every call reaches its end. One left open by a server that died is closed with the cause `media_server_lost`. A process that
 * is not alone cannot know the calls of the others: it waits until no call can still be going on.
 */
export const reconcileCalls = (deps: Deps, { alone }: { alone: boolean }) =>
  defineSweep('reconcile-calls', async (system, now) => {
    const before = addMinutes(now, alone ? -connectMinutes : -longestCallMinutes);
    const open = await system.asSystem((tx) =>
      tables<CallsTables>(tx)
        .selectFrom('call_attempts')
        .select(['tenant_id', 'attempt_id', 'line'])
        .where('phase', 'in', ['allowed', 'dialing', 'ringing', 'answered'])
        .where('requested_at', '<', before)
        .limit(500)
        .execute(),
    );
    for (const { tenant_id, attempt_id, line } of open) {
      if (deps.telephony.line(line).isLive(attempt_id)) continue;
      await system.withTenant(tenant_id, (tx) => closeLostCall(deps, tx, attempt_id));
    }
  });

/** Ends a call that no line knows any more, with all that was seen of it. */
export const closeLostCall = async (deps: Deps, tx: Tx, attemptId: AttemptId): Promise<void> => {
  const attempt = await lockAttempt(tx, attemptId);
  if (!attempt || !isLive(attempt.phase)) return;
  const events = await eventsOf(tx, attemptId);
  const talkMs = Math.max(0, ...events.map(({ media_ms }) => media_ms ?? 0));
  const cause = 'media_server_lost';
  await insertEvent(tx, {
    attempt_id: attemptId,
    seq: (events.at(-1)?.seq ?? 0) + 1,
    at: tx.now,
    media_ms: null,
    source: 'gateway',
    type: 'ended',
    details: { by: 'system', talkMs, cause },
  });
  const ended = { phase: 'ended' as const, ended_at: tx.now, ended_by: 'system', cause, talk_ms: talkMs };
  await updateAttempt(tx, attemptId, ended);
  await finishCall(deps, tx, { ...attempt, ...ended });
  announceCall(tx, attempt);
};

/** Sound is destroyed when the signed days are over, unless its appointment is still to be decided or disputed. */
export const purgeDueRecordings = defineSweep('purge-due-recordings', async (system, now) => {
  const due = await system.asSystem((tx) => recordingsDue(tx, now, addMinutes(now, -heldMinutes)));
  for (const { tenant_id, recording_id } of due) {
    await system.withTenant(tenant_id, async (tx) => {
      const recording = await lockRecording(tx, recording_id);
      if (!recording || recording.status === 'purged') return;
      const attempt = await attemptById(tx, recording.attempt_id);
      const appointment = attempt?.appointment_id ? await appointmentById(tx, attempt.appointment_id) : undefined;
      const isDisputable =
        appointment &&
        (appointment.state === 'to_review' ||
          appointment.state === 'contested' ||
          (appointment.state === 'refused' &&
            !appointment.ruling &&
            appointment.contestBy !== null &&
            appointment.contestBy > now));
      if (!isDisputable) await purgeRecording(tx, recording, recording.status === 'held' ? 'not_qualified' : 'retention_over');
    });
  }
});
