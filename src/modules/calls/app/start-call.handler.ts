import { refuse } from '../../../shared/decision.ts';
import { type AttemptId, type MissionId, newId, type ProspectId } from '../../../shared/ids.ts';
import { missionById } from '../../missions/queries.ts';
import { prospectForDial, recordAttempt } from '../../prospects/queries.ts';
import { insertAttempt, lockGate } from '../db/attempts.store.ts';
import { recordingAtAnswer } from '../domain/recording-policy.ts';
import type { LineId } from '../domain/line.ts';
import { toE164 } from '../domain/presented-number.ts';
import type { Deps, Member } from './deps.ts';
import { judgeDial } from './judge-dial.ts';
import { storeVerdict } from './store-verdict.ts';

export type StartCall = { missionId: MissionId; prospectId: ProspectId; line: LineId };

/** One human click, one call: the gate judges, its verdict is kept, and only then is there an attempt that a line may place. */
export const startCallHandler =
  ({ db, telephony, log }: Deps) =>
  async (actor: Member, { missionId, prospectId, line }: StartCall) => {
    const decided = await db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      if (!mission) return refuse('unknown_mission');
      await lockGate(tx, missionId);
      const prospect = await prospectForDial(tx, prospectId, { lock: true });
      if (!prospect || prospect.missionId !== missionId) return refuse('unknown_prospect');

      const caller = { userId: actor.userId, isOwner: actor.role === 'owner', displayName: actor.displayName };
      const judged = await judgeDial(tx, { mission, prospect, caller, line, at: tx.now, leaseNeeded: true });
      const attemptId = newId<AttemptId>();
      const verdictId = await storeVerdict(tx, judged, { mission, prospect, caller, line, at: tx.now, attemptId });
      const { verdict, version, sentences } = judged;
      if (!verdict.allowed)
        return refuse('dial_refused', {
          verdictId,
          sentenceFr: sentences.fr,
          sentenceEn: sentences.en,
          checks: verdict.checks,
          nextEligibleAt: verdict.nextEligibleAt ?? null,
        });

      const { calling } = version!.content.terms;
      const fromNumber = toE164(calling.presentedNumber)!;
      await insertAttempt(tx, {
        attempt_id: attemptId,
        mission_id: missionId,
        dossier_id: mission.dossierId,
        client_id: mission.clientId,
        prospect_id: prospectId,
        verdict_id: verdictId,
        caller_id: actor.userId,
        caller_name: actor.displayName,
        line,
        evidence: telephony.line(line).capabilities().evidence,
        to_number: prospect.phone,
        from_number: fromNumber,
        terms_version: version!.version,
        script_version: judged.scriptVersion,
        phase: 'allowed',
        requested_at: tx.now,
      });
      await recordAttempt(tx, { prospectId, at: tx.now });
      return {
        ok: true as const,
        attemptId,
        verdictId,
        verdict,
        sentences,
        to: prospect.phone,
        from: fromNumber,
        recording: line === 'manual' ? ('off' as const) : recordingAtAnswer(calling.recording),
      };
    });
    if (!decided.ok || line !== 'manual') return decided.ok ? { ...decided, tel: null } : decided;

    // The caller's own telephone needs nothing more from us: the link is opened at once.
    const placed = await telephony.line(line).originate({
      callId: decided.attemptId,
      tenantId: actor.tenantId,
      missionId,
      to: decided.to,
      from: decided.from,
      maxRingSeconds: 60,
      maxTalkSeconds: 3600,
      recording: 'off',
      gateVerdictId: decided.verdictId,
    });
    if (!placed.ok) log.warn({ attemptId: decided.attemptId, code: placed.code }, 'the manual line refused a call');
    return { ...decided, tel: `tel:${decided.to}` };
  };
