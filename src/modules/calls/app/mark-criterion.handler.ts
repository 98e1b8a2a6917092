import { refuse } from '../../../shared/decision.ts';
import type { AttemptId } from '../../../shared/ids.ts';
import { termsInForce } from '../../contracts/queries.ts';
import { attemptById, insertMark, marksOf } from '../db/attempts.store.ts';
import { startsWithQualification } from '../domain/recording-policy.ts';
import type { CriterionSeen } from '../domain/record-outcome.ts';
import { announceCall } from './announce-call.ts';
import type { Deps, Member } from './deps.ts';

export type MarkCriterion = {
  attemptId: AttemptId;
  criterionId: string;
  state: CriterionSeen['state'];
  momentSeconds: number | null;
};

/** Ticks a signed criterion at a second of the call: the one given, else where the line says the conversation is. */
export const markCriterionHandler =
  ({ db, telephony }: Deps) =>
  (actor: Member, { attemptId, criterionId, state, momentSeconds }: MarkCriterion) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const attempt = await attemptById(tx, attemptId);
      if (!attempt) return refuse('unknown_attempt');
      if (attempt.caller_id !== actor.userId) return refuse('not_your_call');
      if (attempt.outcome !== null) return refuse('already_qualified', { code: attempt.outcome });
      const version = await termsInForce(tx, attempt.mission_id, attempt.requested_at);
      if (!version?.content.terms.appointments.criteria.some(({ id }) => id === criterionId))
        return refuse('unknown_criterion', { criterionId });
      const elapsedMs = telephony.line(attempt.line).elapsedMs(attemptId);
      await insertMark(tx, attemptId, {
        criterionId,
        state,
        momentSeconds: momentSeconds ?? (elapsedMs === null ? null : Math.floor(elapsedMs / 1000)),
      });
      if (startsWithQualification(version.content.terms.calling.recording) && !attempt.recording_objected)
        await telephony.line(attempt.line).recording(attemptId, 'start', 'qualification');
      announceCall(tx, attempt);
      return { ok: true as const, marks: await marksOf(tx, attemptId) };
    });
