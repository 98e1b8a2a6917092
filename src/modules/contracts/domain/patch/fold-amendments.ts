import { type Accepted, type Refused, record, refuse } from '../../../../shared/decision.ts';
import type { Instant } from '../../../../shared/time.ts';
import type { Terms } from '../terms/terms.ts';
import { applyPatch, type PatchRefusal } from './apply-patch.ts';
import type { TermsOperation } from './terms-patch.ts';

/** A patch that both have signed, with the instant from which it rules. `rank`: the order of the last signatures. */
export type SignedPatch = { operations: readonly TermsOperation[]; rulesFrom: Instant; rank: number };

/**
 * From when an amendment rules: the instant it names, or the last signature when that comes later. Never before it was
 * signed: calls already refused, appointments already judged and invoices already issued keep the terms they had.
 */
export const rulesFrom = (named: Instant | null, signedAt: Instant): Instant =>
  named !== null && named > signedAt ? named : signedAt;

/** An amendment is not written for the past. */
export const mayTakeEffect = (named: Instant | null, { now }: { now: Instant }) =>
  named !== null && named <= now ? refuse('effect_in_the_past', { effectiveAt: named }) : { ok: true as const };

/** In the order in which they begin to rule; of two that begin together, the last signed comes last. */
export const inOrder = <Patch extends Pick<SignedPatch, 'rulesFrom' | 'rank'>>(patches: readonly Patch[]): Patch[] =>
  [...patches].sort((one, other) =>
    one.rulesFrom === other.rulesFrom ? one.rank - other.rank : one.rulesFrom < other.rulesFrom ? -1 : 1,
  );

/** The conditions at a moment: those first signed, then every signed amendment that rules by then. */
export const foldAmendments = (
  base: Terms,
  signed: readonly SignedPatch[],
  at: Instant,
): Accepted<Terms> | Refused<PatchRefusal> => {
  let terms = base;
  for (const patch of inOrder(signed).filter((one) => one.rulesFrom <= at)) {
    const next = applyPatch(terms, patch);
    if (!next.ok) return next;
    terms = next.facts[0]!;
  }
  return record(terms);
};

export type VersionToEnact<Patch> = { patch: Patch; effectiveAt: Instant; terms: Terms };

/**
 * What a new signature puts in force: its own version, then again each amendment already signed for a later instant, so
 * that none of them brings the old conditions back. Refused when one of those no longer applies over it.
 */
export const versionsToEnact = <Patch extends SignedPatch>(
  base: Terms,
  signed: readonly Patch[],
  added: Patch,
): Accepted<VersionToEnact<Patch>> | Refused<PatchRefusal> => {
  const all = inOrder([...signed, added]);
  const versions: VersionToEnact<Patch>[] = [];
  let terms = base;
  let reached = false;
  for (const patch of all) {
    const next = applyPatch(terms, patch);
    if (!next.ok) return next;
    terms = next.facts[0]!;
    reached ||= patch === added;
    if (reached) versions.push({ patch, effectiveAt: patch.rulesFrom, terms });
  }
  return record(...versions);
};
