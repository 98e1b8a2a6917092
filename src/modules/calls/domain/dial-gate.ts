import type { Instant } from '../../../shared/time.ts';
import type { Terms, TermPath } from '../../contracts/index.ts';
import { consumerRules } from './consumer-rules.ts';
import { contractRules } from './contract-rules.ts';
import type { GateSituation } from './gate-situation.ts';
import { lifeRules } from './life-rules.ts';

/** What one rule found. `nextEligibleAt`: from when it would no longer object, when time alone can change its mind. */
export type Finding = { ok: true } | { ok: false; details?: Record<string, unknown>; nextEligibleAt?: Instant };
export type GateRule = {
  rule: string;
  /** The signed condition this rule enforces; its article is cited when it refuses. */
  term: TermPath;
  /** The statute, when the rule is the law's rather than the contract's. */
  law?: string;
  find: (situation: GateSituation, terms: Terms, now: Instant) => Finding;
};
export type GateCheck = {
  rule: string;
  ok: boolean;
  term: TermPath;
  article?: string;
  /** The rank of the amendment whose words the article now bears. */
  amendment?: number;
  /** The number of the framework agreement whose article it is. */
  framework?: string;
  law?: string;
  details?: Record<string, unknown>;
  nextEligibleAt?: Instant;
};
export type GateVerdict = { allowed: boolean; checks: GateCheck[]; nextEligibleAt?: Instant };

/** In the order in which they are told: who may call at all, then whom, then when, then how much. */
export const gateRules: readonly GateRule[] = [
  ...lifeRules,
  ...contractRules.standing,
  ...consumerRules,
  ...contractRules.timing,
];

/**
 * The control before every call, by hand or not. All the rules are read, not only the first that objects, so that the caller
 * sees everything that stands in the way; `articleOf` gives the number of the article that words a condition.
 */
export const dialGate = (
  situation: GateSituation,
  terms: Terms,
  now: Instant,
  articleOf: (term: TermPath) => string | undefined,
): GateVerdict => {
  const checks = checksAt(situation, terms, now, articleOf);
  if (checks.every(({ ok }) => ok)) return { allowed: true, checks };
  const next = nextAllowedAt(situation, terms, checks, articleOf);
  return { allowed: false, checks, ...(next && { nextEligibleAt: next }) };
};

/** Before any signature, nothing is allowed: there is no term to read. */
export const gateWithoutTerms = (): GateVerdict => ({
  allowed: false,
  checks: [{ rule: 'contract_signed', ok: false, term: 'period' }],
});

const checksAt = (
  situation: GateSituation,
  terms: Terms,
  now: Instant,
  articleOf: (term: TermPath) => string | undefined,
): GateCheck[] =>
  gateRules.map(({ rule, term, law, find }) => {
    const finding = find(situation, terms, now);
    const article = law ? undefined : articleOf(term);
    return { rule, term, ...finding, ...(article && { article }), ...(law && { law }) };
  });

/** When time alone would open the gate. Opening one rule may bring another's hour: it is asked again at each. */
const nextAllowedAt = (
  situation: GateSituation,
  terms: Terms,
  checks: GateCheck[],
  articleOf: (term: TermPath) => string | undefined,
): Instant | null => {
  // The lease is asked again when the prospect is served: it is not what waits.
  let refused = checks.filter(({ ok, rule }) => !ok && rule !== 'lease');
  if (refused.length === 0) return null;
  for (let turn = 0; turn < 40; turn += 1) {
    if (!refused.every((check) => check.nextEligibleAt)) return null;
    const at = refused
      .map((check) => check.nextEligibleAt!)
      .sort()
      .at(-1)!;
    refused = checksAt(situation, terms, at, articleOf).filter(({ ok, rule }) => !ok && rule !== 'lease');
    if (refused.length === 0) return at;
  }
  return null;
};
