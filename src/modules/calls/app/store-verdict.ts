import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { type AttemptId, newId, type UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Mission } from '../../missions/index.ts';
import type { DialTarget } from '../../prospects/queries.ts';
import { insertVerdict } from '../db/attempts.store.ts';
import type { CallFact } from '../domain/facts.ts';
import { sourceOf } from '../domain/gate-sentence.ts';
import type { LineId } from '../domain/line.ts';
import type { Judged } from './judge-dial.ts';

type Dial = {
  mission: Mission;
  prospect: DialTarget;
  caller: { userId: UserId; displayName: string };
  line: LineId;
  at: Instant;
  attemptId: AttemptId;
};

/** Keeps a verdict as it was given, allowed or not: the row for the screens, the fact for the journal. */
export const storeVerdict = async (
  tx: Tx,
  { verdict, version, sentences }: Judged,
  { mission, prospect, caller, line, at, attemptId }: Dial,
): Promise<string> => {
  const verdictId = newId<string>();
  const { prospectId } = prospect;
  await insertVerdict(tx, {
    verdict_id: verdictId,
    mission_id: mission.id,
    dossier_id: mission.dossierId,
    prospect_id: prospectId,
    attempt_id: verdict.allowed ? attemptId : null,
    caller_id: caller.userId,
    caller_name: caller.displayName,
    line,
    at,
    allowed: verdict.allowed,
    checks: verdict.checks,
    sentence_fr: sentences.fr,
    sentence_en: sentences.en,
    next_eligible_at: verdict.nextEligibleAt ?? null,
    terms_version: version?.version ?? null,
    terms_sha256: version?.sha256 ?? null,
  });
  const rules = verdict.checks.filter(({ ok }) => !ok).map((check) => ({ rule: check.rule, source: sourceOf(check, 'fr') }));
  const fact: CallFact = verdict.allowed
    ? {
        type: 'DialAllowed',
        attemptId,
        missionId: mission.id,
        prospectId,
        verdictId,
        line,
        termsVersion: version!.version,
        termsSha256: version!.sha256,
      }
    : { type: 'DialRefused', missionId: mission.id, prospectId, verdictId, line, rules, termsSha256: version?.sha256 ?? null };
  await recordFacts<CallFact>(tx, {
    dossierId: mission.dossierId,
    stream: { type: 'call', id: verdict.allowed ? attemptId : verdictId },
    facts: [fact],
  });
  announce(tx, { topic: `mission:${mission.id}` });
  return verdictId;
};
