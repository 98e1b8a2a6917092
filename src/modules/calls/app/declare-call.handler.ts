import { createHash } from 'node:crypto';
import { recordFacts } from '../../../platform/journal/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { type AttemptId, type MissionId, newId, type ProspectId, type UserId } from '../../../shared/ids.ts';
import { addMilliseconds, type Instant } from '../../../shared/time.ts';
import { callersOf, missionById } from '../../missions/queries.ts';
import { prospectForDial, recordAttempt } from '../../prospects/queries.ts';
import { attemptById, insertAttempt, lockGate } from '../db/attempts.store.ts';
import type { CallFact } from '../domain/facts.ts';
import { toE164 } from '../domain/presented-number.ts';
import type { RecordOutcome } from '../domain/record-outcome.ts';
import type { Deps, Member } from './deps.ts';
import { judgeDial } from './judge-dial.ts';
import { bookingRefusals, qualify } from './record-outcome.handler.ts';
import { allOrNothing, rollBack } from './rolled-back.ts';
import { storeVerdict } from './store-verdict.ts';

export type DeclareCall = {
  missionId: MissionId;
  prospectId: ProspectId;
  at: Instant;
  talkSeconds: number;
  /** An owner may declare for a caller of the mission. */
  callerId?: UserId | undefined;
  outcome: Omit<RecordOutcome, 'declaredTalkSeconds'>;
};

/** A call placed elsewhere, entered afterwards: judged by the gate as of its hour, and marked as the caller's word alone. */
export const declareCallHandler =
  ({ db }: Deps) =>
  (actor: Member, command: DeclareCall) =>
    allOrNothing(
      declarationRefusals,
      db.withTenant(actor.tenantId, actor, async (tx) => {
        const { missionId, prospectId, at, talkSeconds } = command;
        if (at > tx.now) return refuse('declared_in_the_future');
        const mission = await missionById(tx, missionId);
        if (!mission) return refuse('unknown_mission');
        await lockGate(tx, missionId);
        const prospect = await prospectForDial(tx, prospectId, { lock: true });
        if (!prospect || prospect.missionId !== missionId) return refuse('unknown_prospect');

        const named =
          actor.role === 'owner' && command.callerId
            ? (await callersOf(tx, missionId)).find(({ userId }) => userId === command.callerId)
            : undefined;
        const caller = named ?? {
          userId: command.callerId && actor.role === 'owner' ? command.callerId : actor.userId,
          displayName: actor.displayName,
        };
        const isOwner = actor.role === 'owner' && caller.userId === actor.userId;
        const judged = await judgeDial(tx, {
          mission,
          prospect,
          caller: { userId: caller.userId, isOwner },
          line: 'manual',
          at,
          leaseNeeded: false,
        });
        const attemptId = newId<AttemptId>();
        const verdictId = await storeVerdict(tx, judged, { mission, prospect, caller, line: 'manual', at, attemptId });
        const { verdict, version, sentences } = judged;
        if (!verdict.allowed)
          return refuse('dial_refused', {
            verdictId,
            sentenceFr: sentences.fr,
            sentenceEn: sentences.en,
            checks: verdict.checks,
            nextEligibleAt: verdict.nextEligibleAt ?? null,
          });

        const endedAt = addMilliseconds(at, talkSeconds * 1000);
        await insertAttempt(tx, {
          attempt_id: attemptId,
          mission_id: missionId,
          dossier_id: mission.dossierId,
          client_id: mission.clientId,
          prospect_id: prospectId,
          verdict_id: verdictId,
          caller_id: caller.userId,
          caller_name: caller.displayName,
          line: 'manual',
          evidence: 'declared',
          to_number: prospect.phone,
          from_number: toE164(version!.content.terms.calling.presentedNumber)!,
          terms_version: version!.version,
          script_version: judged.scriptVersion,
          phase: 'ended',
          requested_at: at,
          answered_at: talkSeconds > 0 ? at : null,
          ended_at: endedAt,
          ended_by: 'caller',
          cause: null,
          talk_ms: talkSeconds * 1000,
          events_sha256: noEvents,
        });
        await recordAttempt(tx, { prospectId, at });
        const ended: CallFact = {
          type: 'CallEnded',
          attemptId,
          missionId,
          evidence: 'declared',
          answeredAt: talkSeconds > 0 ? at : null,
          endedAt,
          talkMs: talkSeconds * 1000,
          by: 'caller',
          cause: null,
          eventsSha256: noEvents,
        };
        await recordFacts<CallFact>(tx, {
          dossierId: mission.dossierId,
          stream: { type: 'call', id: attemptId },
          facts: [ended],
        });

        const attempt = (await attemptById(tx, attemptId))!;
        const qualified = await qualify(tx, {
          attempt,
          prospect,
          version: version!,
          command: { ...command.outcome, declaredTalkSeconds: talkSeconds },
        });
        // An outcome that does not hold undoes the whole declaration: a call is declared with its outcome or not at all.
        if (!qualified.ok) return rollBack(qualified);
        return {
          ok: true as const,
          attemptId,
          verdictId,
          appointmentId: qualified.appointmentId,
          prospectStatus: qualified.prospectStatus,
        };
      }),
    );

const noEvents = createHash('sha256').update('[]').digest('hex');

const declarationRefusals = [
  ...bookingRefusals,
  'already_qualified',
  'call_still_live',
  'outcome_not_permitted',
  'reason_required',
  'callback_required',
  'callback_in_the_past',
  'callback_outside_slots',
  'callback_after_mission',
  'appointment_required',
  'contact_required',
  'unknown_criterion',
  'unknown_prospect',
  'prospect_finished',
  'lease_lost',
] as const;
