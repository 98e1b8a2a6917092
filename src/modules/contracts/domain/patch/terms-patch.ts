import { z } from 'zod';
import type { Instant } from '../../../../shared/time.ts';
import type { TermPath } from '../terms/terms.ts';

/**
 * One change of the signed conditions. `path` names a condition; inside a list whose items have a name, the name stands for
 * the position: 'price.lines.rendez-vous.unitPriceCents'. `from` and `item` are what the change was written against.
 */
export const TermsOperation = z.discriminatedUnion('op', [
  // An absent `from` or `to`: the condition was not, or is no longer, in the contract.
  z.object({ op: z.literal('set'), path: z.string(), from: z.unknown().optional(), to: z.unknown().optional() }),
  /** `before`: the item that it precedes; null at the end of the list. */
  z.object({ op: z.literal('add'), path: z.string(), key: z.string(), item: z.unknown(), before: z.string().nullable() }),
  z.object({ op: z.literal('remove'), path: z.string(), key: z.string(), item: z.unknown() }),
]);
export type TermsOperation = z.output<typeof TermsOperation>;

/** One change of the clauses: taken in, taken out, or worded anew between these two parties. */
export const ClauseOperation = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), clauseId: z.string(), partId: z.string() }),
  z.object({ op: z.literal('remove'), clauseId: z.string() }),
  /** `was`: the negotiated text that it replaces, null when the words were still the library’s. */
  z.object({
    op: z.literal('replace'),
    clauseId: z.string(),
    title: z.string(),
    source: z.string(),
    was: z.string().nullable(),
  }),
]);
export type ClauseOperation = z.output<typeof ClauseOperation>;

/** What an amendment changes, in order, and the instant that it names; null: from the last signature. */
export const TermsPatch = z.object({
  effectiveAt: z
    .string()
    .transform((value) => value as Instant)
    .nullable(),
  operations: z.array(TermsOperation),
  clauses: z.array(ClauseOperation),
});
export type TermsPatch = z.output<typeof TermsPatch>;

/** The condition or the list that an operation touches. Two patches that touch nothing in common may come in either order. */
export const touchedPath = (operation: TermsOperation): TermPath => operation.path;

/** True when neither path is the other nor lies inside it. */
export const areDisjoint = (one: TermPath, other: TermPath): boolean =>
  one !== other && !one.startsWith(`${other}.`) && !other.startsWith(`${one}.`);
