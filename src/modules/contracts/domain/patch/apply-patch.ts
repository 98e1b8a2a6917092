import { type Accepted, type Refused, record, refuse } from '../../../../shared/decision.ts';
import { findMissingTerms } from '../find-missing-terms.ts';
import { Terms, type TermPath } from '../terms/terms.ts';
import { keysIn, same, valueAtPath, withValueAt } from './term-paths.ts';
import type { TermsOperation } from './terms-patch.ts';

/** A condition that no longer is what the amendment was written against. */
export type PatchConflict = { path: TermPath; expected: unknown; found: unknown };
export type PatchRefusal = 'terms_changed_meanwhile' | 'amended_terms_invalid';

/**
 * The conditions as the amendment leaves them, or why it cannot be: a condition has changed since it was written (every one
 * is named), or the result would not be a contract that could be sent.
 */
export const applyPatch = (
  terms: Terms,
  { operations }: { operations: readonly TermsOperation[] },
): Accepted<Terms> | Refused<PatchRefusal> => {
  const conflicts: PatchConflict[] = [];
  const patched = operations.reduce<unknown>((current, operation) => {
    const conflict = conflictOf(current, operation);
    if (conflict) conflicts.push(conflict);
    return conflict ? current : applied(current, operation);
  }, terms);
  if (conflicts.length) return refuse('terms_changed_meanwhile', { conflicts });
  return validated(patched);
};

/** The same over conditions that have changed meanwhile: what the author wrote stays, the rest is as it now is. */
export const rebasePatch = (terms: Terms, { operations }: { operations: readonly TermsOperation[] }): Terms => {
  const patched = operations.reduce<unknown>((current, operation) => {
    if (operation.op === 'set') return applied(current, operation);
    return conflictOf(current, operation) ? current : applied(current, operation);
  }, terms);
  const parsed = Terms.safeParse(patched);
  return parsed.success ? parsed.data : terms;
};

const validated = (patched: unknown): Accepted<Terms> | Refused<'amended_terms_invalid'> => {
  const parsed = Terms.safeParse(patched);
  const findings = parsed.success ? findMissingTerms(parsed.data) : findMissingTerms(patched as never);
  // A path that no condition has would be dropped in silence by the schema: it is refused instead.
  if (!parsed.success || findings.length || !same(parsed.data, patched)) return refuse('amended_terms_invalid', { findings });
  return record(parsed.data);
};

const conflictOf = (terms: unknown, operation: TermsOperation): PatchConflict | null => {
  if (operation.op === 'set') {
    const found = valueAtPath(terms, operation.path);
    return same(found, operation.from) ? null : { path: operation.path, expected: operation.from ?? null, found: found ?? null };
  }
  const { path, key } = operation;
  const list = valueAtPath(terms, path);
  const found = Array.isArray(list) ? (list[(keysIn(path, list) ?? []).indexOf(key)] as unknown) : undefined;
  const expected = operation.op === 'remove' ? operation.item : undefined;
  return Array.isArray(list) && same(found, expected)
    ? null
    : { path: `${path}.${key}`, expected: expected ?? null, found: found ?? null };
};

const applied = (terms: unknown, operation: TermsOperation): unknown => {
  if (operation.op === 'set') return withValueAt(terms, operation.path, operation.to);
  const { path, key } = operation;
  const list = valueAtPath(terms, path) as unknown[];
  const keys = keysIn(path, list) ?? [];
  if (operation.op === 'remove') {
    const at = keys.indexOf(key);
    return withValueAt(terms, path, [...list.slice(0, at), ...list.slice(at + 1)]);
  }
  const before = operation.before === null ? -1 : keys.indexOf(operation.before);
  const at = before < 0 ? list.length : before;
  return withValueAt(terms, path, [...list.slice(0, at), operation.item, ...list.slice(at)]);
};
