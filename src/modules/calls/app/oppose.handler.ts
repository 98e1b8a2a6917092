import { recordFacts } from '../../../platform/journal/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { AttemptId } from '../../../shared/ids.ts';
import { termsInForce } from '../../contracts/queries.ts';
import { prospectForDial, suppress } from '../../prospects/queries.ts';
import { lockAttempt, updateAttempt } from '../db/attempts.store.ts';
import type { CallFact } from '../domain/facts.ts';
import { isLive } from '../domain/call-state.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { AttemptRow } from '../db/attempts.store.ts';
import type { Deps, Member } from './deps.ts';
import { announceCall } from './announce-call.ts';
import { qualify } from './record-outcome.handler.ts';

const objection = {
  code: 'OPP',
  reason: '',
  note: '',
  callbackAt: null,
  callbackFor: 'me',
  appointment: null,
  declaredTalkSeconds: null,
} as const;

/**
 * « Ne m’appelez plus »: the number is on the list, on the disk, before this answers, for every mission of the client. A call
 * still under way goes on until somebody hangs up, and is then qualified by itself.
 */
export const opposeHandler =
  ({ db }: Deps) =>
  (actor: Member, { attemptId, reason }: { attemptId: AttemptId; reason: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const attempt = await lockAttempt(tx, attemptId);
      if (!attempt) return refuse('unknown_attempt');
      if (attempt.caller_id !== actor.userId) return refuse('not_your_call');
      const prospect = await prospectForDial(tx, attempt.prospect_id);
      const version = await termsInForce(tx, attempt.mission_id, attempt.requested_at);
      if (!prospect || !version) return refuse('unknown_prospect');

      const scope = {
        reason: reason.trim() || 'OPP',
        at: tx.now,
        scope: 'client' as const,
        clientId: attempt.client_id,
        missionId: attempt.mission_id,
        source: 'call' as const,
        dossierId: attempt.dossier_id,
      };
      for (const phone of [prospect.phone, prospect.otherPhone]) if (phone !== null) await suppress(tx, { ...scope, phone });
      if (attempt.opposed_at === null) {
        await updateAttempt(tx, attemptId, { opposed_at: tx.now });
        const fact: CallFact = {
          type: 'CalleeObjected',
          attemptId,
          missionId: attempt.mission_id,
          prospectId: attempt.prospect_id,
        };
        await recordFacts<CallFact>(tx, {
          dossierId: attempt.dossier_id,
          stream: { type: 'call', id: attemptId },
          facts: [fact],
        });
      }
      if (!isLive(attempt.phase) && attempt.outcome === null) await qualifyObjection(tx, attempt, reason);
      announceCall(tx, attempt);
      return { ok: true as const, opposedAt: attempt.opposed_at ?? tx.now };
    });

/** An ended call during which the person objected has its outcome: nobody has to choose it. */
export const qualifyObjection = async (tx: Tx, attempt: AttemptRow, reason: string): Promise<void> => {
  const prospect = await prospectForDial(tx, attempt.prospect_id);
  const version = await termsInForce(tx, attempt.mission_id, attempt.requested_at);
  const qualified = prospect && version && (await qualify(tx, { attempt, prospect, version, command: { ...objection, reason } }));
  if (!qualified?.ok)
    throw new Error(`an objection was not recorded on ${attempt.attempt_id}: ${qualified ? qualified.code : 'no prospect'}`);
};
