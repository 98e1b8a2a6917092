import type { GateRule } from './dial-gate.ts';

/** What stops a whole mission, whoever is called: it ended before its term, it is suspended, or the client lacks what protects it. */
export const lifeRules: readonly GateRule[] = [
  {
    rule: 'not_terminated',
    term: 'termination',
    find: ({ life }, _, now) =>
      life.terminatedAt !== null && life.terminatedAt <= now
        ? { ok: false, details: { terminatedAt: life.terminatedAt } }
        : { ok: true },
  },
  {
    rule: 'not_suspended',
    term: 'payment.receivableCapCents',
    find: ({ life }) =>
      life.suspension?.ground === 'receivable_cap' ? { ok: false, details: { since: life.suspension.since } } : { ok: true },
  },
  {
    // C. civ. 1219, 1220, in the words of the contract’s own article.
    rule: 'not_withheld',
    term: 'termination.suspensionNoticeDays',
    find: ({ life }) =>
      life.suspension?.ground === 'non_performance' ? { ok: false, details: { since: life.suspension.since } } : { ok: true },
  },
  {
    rule: 'vigilance',
    term: 'price',
    law: 'D8222-5 du Code du travail',
    find: ({ vigilance }) =>
      vigilance.lacking.length === 0 ? { ok: true } : { ok: false, details: { lacking: vigilance.lacking } },
  },
];
