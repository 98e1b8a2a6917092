import type { TermPath, Terms } from '../terms/terms.ts';
import { isBranch, isWhole, keysIn, same } from './term-paths.ts';
import type { TermsOperation } from './terms-patch.ts';

/** What changes from one set of conditions to another, smallest first: a figure in a line of price, not the whole price. */
export const diffTerms = (before: Terms, after: Terms): TermsOperation[] => changes('', before, after);

const changes = (path: TermPath, before: unknown, after: unknown): TermsOperation[] => {
  if (same(before, after)) return [];
  if (isBranch(before) && isBranch(after) && !isWhole(path))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changes(path ? `${path}.${key}` : key, before[key], after[key]),
    );
  if (Array.isArray(before) && Array.isArray(after)) {
    const items = itemChanges(path, before, after);
    if (items) return items;
  }
  return [{ op: 'set', path, ...(before === undefined ? {} : { from: before }), ...(after === undefined ? {} : { to: after }) }];
};

/** Item by item, when items have names and those that stay keep their order; otherwise the list changes as a whole. */
const itemChanges = (path: TermPath, before: readonly unknown[], after: readonly unknown[]): TermsOperation[] | undefined => {
  const [keysBefore, keysAfter] = [keysIn(path, before), keysIn(path, after)];
  if (!keysBefore || !keysAfter) return undefined;
  const stay = keysBefore.filter((key) => keysAfter.includes(key));
  if (
    !same(
      stay,
      keysAfter.filter((key) => keysBefore.includes(key)),
    )
  )
    return undefined;
  const removed = keysBefore
    .filter((key) => !keysAfter.includes(key))
    .map((key): TermsOperation => ({ op: 'remove', path, key, item: before[keysBefore.indexOf(key)] }));
  // From the last to the first, so that the item that each one precedes is already there.
  const added = keysAfter
    .map((key, at) => ({ key, at }))
    .filter(({ key }) => !keysBefore.includes(key))
    .reverse()
    .map(({ key, at }): TermsOperation => ({ op: 'add', path, key, item: after[at], before: keysAfter[at + 1] ?? null }));
  const edited = stay.flatMap((key) => changes(`${path}.${key}`, before[keysBefore.indexOf(key)], after[keysAfter.indexOf(key)]));
  return [...removed, ...added, ...edited];
};
