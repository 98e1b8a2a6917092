import { refuse } from '../../../shared/decision.ts';
import type { AttemptId } from '../../../shared/ids.ts';
import type { IceCandidate } from '../../../platform/telephony/index.ts';
import { termsInForce } from '../../contracts/queries.ts';
import { attemptById, updateAttempt } from '../db/attempts.store.ts';
import { isLive } from '../domain/call-state.ts';
import { closeLostCall } from './reconcile.ts';
import { mayStartRecording, recordingAtAnswer } from '../domain/recording-policy.ts';
import type { Deps, Member } from './deps.ts';

/** The caller's own live call, or why not. */
const liveCallOf = ({ db }: Deps, actor: Member, attemptId: AttemptId) =>
  db.withTenant(actor.tenantId, actor, async (tx) => {
    const attempt = await attemptById(tx, attemptId);
    if (!attempt) return refuse('unknown_attempt');
    if (attempt.caller_id !== actor.userId) return refuse('not_your_call');
    if (!isLive(attempt.phase)) return refuse('call_ended');
    const version = await termsInForce(tx, attempt.mission_id, attempt.requested_at);
    return { ok: true as const, attempt, policy: version?.content.terms.calling.recording ?? null };
  });

/** The browser offers its sound; the line dials and answers. The number was fixed when the gate said yes. */
export const offerCallHandler =
  (deps: Deps) =>
  async (actor: Member, { attemptId, sdp, scenario }: { attemptId: AttemptId; sdp: string; scenario?: string | undefined }) => {
    const found = await liveCallOf(deps, actor, attemptId);
    if (!found.ok) return found;
    const { attempt } = found;
    if (scenario !== undefined && attempt.line !== 'simulated') return refuse('scenario_only_simulated');
    const placed = await deps.telephony.line(attempt.line).originate(
      {
        callId: attemptId,
        tenantId: actor.tenantId,
        missionId: attempt.mission_id,
        to: attempt.to_number,
        from: attempt.from_number,
        maxRingSeconds: 30,
        maxTalkSeconds: 3600,
        recording: found.policy ? recordingAtAnswer(found.policy) : 'off',
        gateVerdictId: attempt.verdict_id,
        ...(scenario !== undefined && { scenario }),
      },
      { type: 'offer', sdp },
    );
    if (!placed.ok) return refuse(placed.code);
    return placed.value.kind === 'webrtc' ? { ok: true as const, sdp: placed.value.answer.sdp } : refuse('line_has_no_audio');
  };

export const addIceHandler =
  (deps: Deps) =>
  async (actor: Member, { attemptId, candidate }: { attemptId: AttemptId; candidate: IceCandidate | null }) => {
    const found = await liveCallOf(deps, actor, attemptId);
    if (!found.ok) return found;
    const added = await deps.telephony.line(found.attempt.line).addIce(attemptId, candidate);
    return added.ok ? { ok: true as const } : refuse(added.code);
  };

export const hangUpHandler =
  (deps: Deps) =>
  async (actor: Member, { attemptId }: { attemptId: AttemptId }) => {
    const found = await liveCallOf(deps, actor, attemptId);
    if (!found.ok) return found;
    const ended = await deps.telephony.line(found.attempt.line).hangup(attemptId);
    if (ended.ok) return { ok: true as const };
    // No line knows it any more (the server restarted): hanging up closes it with that cause.
    await deps.db.withTenant(actor.tenantId, actor, (tx) => closeLostCall(deps, tx, attemptId));
    return { ok: true as const };
  };

/** Starts a recording that waits for it, pauses, resumes or stops it for a stated reason. `objected`: the callee refuses it, so nothing of it will be kept. */
export const controlRecordingHandler =
  (deps: Deps) =>
  async (
    actor: Member,
    { attemptId, action, why }: { attemptId: AttemptId; action: 'start' | 'pause' | 'resume' | 'objected'; why: string },
  ) => {
    const found = await liveCallOf(deps, actor, attemptId);
    if (!found.ok) return found;
    if (action === 'start') {
      const allowed = mayStartRecording(found.policy, { objected: found.attempt.recording_objected });
      if (!allowed.ok) return allowed;
    }
    if (action === 'objected') {
      await deps.db.withTenant(actor.tenantId, actor, (tx) => updateAttempt(tx, attemptId, { recording_objected: true }));
    }
    const done = await deps.telephony
      .line(found.attempt.line)
      .recording(attemptId, action === 'objected' ? 'stop' : action, action === 'objected' ? 'callee_objected' : why);
    return done.ok ? { ok: true as const } : refuse(done.code);
  };
