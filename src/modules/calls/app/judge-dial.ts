import type { Tx } from '../../../platform/db/index.ts';
import type { UserId } from '../../../shared/ids.ts';
import { addDays, civilDateOf, clockTime, type Instant, momentOf } from '../../../shared/time.ts';
import {
  amendmentOfArticle,
  articleOf,
  frameworkOfArticle,
  type Terms,
  type TermsVersion,
  volumePeriodAt,
} from '../../contracts/index.ts';
import { termsInForce } from '../../contracts/queries.ts';
import type { Mission } from '../../missions/index.ts';
import { callersOf } from '../../missions/queries.ts';
import { standingOf } from '../../termination/queries.ts';
import { vigilanceOfMission } from '../../vigilance/queries.ts';
import { attemptCounts, consumedSince } from '../db/attempts.store.ts';
import { scriptsOf } from '../db/scripts.store.ts';
import { dialGate, type GateVerdict, gateWithoutTerms } from '../domain/dial-gate.ts';
import { gateSentence } from '../domain/gate-sentence.ts';
import type { GateSituation } from '../domain/gate-situation.ts';
import type { LineId } from '../domain/line.ts';
import type { DialTarget } from '../../prospects/queries.ts';

export type Judged = {
  verdict: GateVerdict;
  version: TermsVersion | undefined;
  scriptVersion: number | null;
  sentences: { fr: string; en: string };
};
type Question = {
  mission: Mission;
  prospect: DialTarget;
  caller: { userId: UserId; isOwner: boolean };
  line: LineId;
  at: Instant;
  /** A call that already took place holds its prospect unless somebody else does. */
  leaseNeeded: boolean;
};

/** Gathers what the gate looks at, asks it, and words the answer in both languages. */
export const judgeDial = async (tx: Tx, question: Question): Promise<Judged> => {
  const { mission, prospect, at } = question;
  const version = await termsInForce(tx, mission.id, at);
  if (!version) return worded(gateWithoutTerms(), undefined, null, at, prospect.timeZone);
  const scripts = await scriptsOf(tx, mission.id);
  const script = scripts.find(({ approval }) => approval) ?? scripts[0] ?? null;
  const situation = await situationOf(
    tx,
    question,
    version,
    script && { version: script.version, approved: script.approval !== null },
  );
  const { terms, articles } = version.content;
  return worded(
    citingDocuments(
      version.content,
      dialGate(situation, terms, at, (term) => articleOf(articles, term)),
    ),
    version,
    script?.version ?? null,
    at,
    prospect.timeZone,
  );
};

/** An article whose words an amendment wrote is cited with that amendment, one of the framework with that agreement. */
const citingDocuments = (content: TermsVersion['content'], verdict: GateVerdict): GateVerdict => ({
  ...verdict,
  checks: verdict.checks.map((check) => {
    const amendment = check.article && amendmentOfArticle(content, check.article);
    if (amendment) return { ...check, amendment: amendment.rank };
    const above = check.article && frameworkOfArticle(content, check.article);
    return above ? { ...check, article: above.article, framework: above.number } : check;
  }),
});

const worded = (
  verdict: GateVerdict,
  version: TermsVersion | undefined,
  scriptVersion: number | null,
  at: Instant,
  timeZone: string,
): Judged => ({
  verdict,
  version,
  scriptVersion,
  sentences: { fr: gateSentence(verdict, at, timeZone, 'fr'), en: gateSentence(verdict, at, timeZone, 'en') },
});

const situationOf = async (
  tx: Tx,
  { mission, prospect, caller, line, at, leaseNeeded }: Question,
  { content }: TermsVersion,
  script: GateSituation['script'],
): Promise<GateSituation> => {
  const counts = await attemptCounts(tx, {
    prospectId: prospect.prospectId,
    toNumber: prospect.phone,
    clientId: mission.clientId,
    at,
  });
  const volumePeriod = periodOfVolumes(content.terms, at);
  const consumed = { ...(await consumedSince(tx, mission.id, volumePeriod.since, at)), until: volumePeriod.until };
  const admitted = caller.isOwner || (await callersOf(tx, mission.id)).some(({ userId }) => userId === caller.userId);
  const isMine = prospect.leasedBy === caller.userId;
  return {
    mission: { status: mission.status },
    life: await standingOf(tx, mission.id, at),
    vigilance: await vigilanceOfMission(tx, mission, at),
    caller: { admitted },
    line: { id: line, isDemoTenant: content.isDemo },
    script,
    lease: leaseOf(prospect, isMine, at, leaseNeeded),
    prospect: {
      department: prospect.department,
      timeZone: prospect.timeZone,
      contactClass: prospect.contactClass,
      status: prospect.status === 'closed' || prospect.status === 'suppressed' ? 'closed' : 'callable',
      callbackReservedBy:
        prospect.status === 'callback' && prospect.callbackOwner !== null && prospect.callbackOwner !== caller.userId
          ? prospect.callbackOwner
          : null,
    },
    suppressed: prospect.suppressed !== null || prospect.status === 'suppressed',
    attempts: {
      count: counts.onProspect,
      lastAt: counts.lastAt,
      toNumberIn30Days: counts.toNumber30Days,
      oldestIn30DaysAt: counts.oldest30DaysAt,
      lastRefusalAt: counts.lastRefusalAt,
    },
    consumed,
    // Consents are not recorded yet: since August 2026 a consumer is therefore never called.
    consumerConsentUntil: null,
  };
};

const leaseOf = (
  { leasedBy, leasedUntil }: DialTarget,
  isMine: boolean,
  at: Instant,
  leaseNeeded: boolean,
): GateSituation['lease'] => {
  if (leasedBy !== null && leasedUntil !== null) return { heldByCaller: isMine, expiresAt: leasedUntil };
  return leaseNeeded ? null : { heldByCaller: true, expiresAt: '9999-12-31T00:00:00.000Z' as Instant };
};

/** Since when the signed budget is counted, and when the next period begins; both null: the whole mission. */
const periodOfVolumes = (terms: Terms, at: Instant): { since: Instant | null; until: Instant | null } => {
  if (terms.volumes.period === 'mission') return { since: null, until: null };
  const { from, to } = volumePeriodAt(terms, civilDateOf(at));
  const midnight = clockTime('00:00');
  return {
    since: momentOf(from, midnight),
    until: to < terms.period.endsOn ? momentOf(addDays(to, 1), midnight) : null,
  };
};
