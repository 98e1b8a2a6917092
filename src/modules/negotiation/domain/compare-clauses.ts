import type { DocumentPart } from '../../clauses/index.ts';
import { articleNumbers, type FlatClause, flatClauses, type Passage } from './clause-passages.ts';
import type { ClauseChange, PassageChange } from './comparison.ts';
import { movedItems } from './moved-items.ts';
import { isUnchanged, redline, sameTypography } from './redline.ts';

/**
 * Every clause of either document with what became of it, in the order of the document after; what was removed stands where
 * it was. A reference whose article was only renumbered is no change: both are read with the number it has now.
 */
export const compareClauses = (before: readonly DocumentPart[], after: readonly DocumentPart[]): ClauseChange[] => {
  const numbers = new Map([...articleNumbers(before), ...articleNumbers(after)]);
  const [old, now] = [flatClauses(before, numbers), flatClauses(after, numbers)];
  const oldById = new Map(old.map((clause) => [clause.id, clause]));
  const nowById = new Map(now.map((clause) => [clause.id, clause]));
  const moved = movedItems(
    old.map(({ id }) => id),
    now.map(({ id }) => id),
  );
  const changes = now.map((clause) => changeOf(clause.id, oldById.get(clause.id), clause, moved.has(clause.id)));
  for (const [index, clause] of old.entries()) {
    if (nowById.has(clause.id)) continue;
    const previous = old.slice(0, index).findLast(({ id }) => changes.some((change) => change.id === id));
    const at = previous ? changes.findIndex(({ id }) => id === previous.id) + 1 : 0;
    changes.splice(at, 0, changeOf(clause.id, clause, undefined, false));
  }
  return changes;
};

const changeOf = (id: string, before: FlatClause | undefined, after: FlatClause | undefined, isMoved: boolean): ClauseChange => {
  const { title, part } = (after ?? before)!;
  const number = { before: before?.number ?? null, after: after?.number ?? null };
  const common = { id, title, part, number };
  if (!before || !after)
    return {
      ...common,
      status: before ? 'removed' : 'added',
      moved: false,
      passages: changedPassages(before?.passages ?? [], after?.passages ?? []),
    };
  const passages = changedPassages(before.passages, after.passages);
  const isModified = passages.length > 0 || sameTypography(before.title) !== sameTypography(after.title);
  const moved = isMoved || before.part !== after.part;
  return { ...common, status: isModified ? 'modified' : moved ? 'moved' : 'unchanged', moved, passages };
};

const changedPassages = (before: readonly Passage[], after: readonly Passage[]): PassageChange[] => {
  const oldById = new Map(before.map((passage) => [passage.id, passage]));
  const nowIds = new Set(after.map(({ id }) => id));
  return [
    ...after.map((passage) => passageChange(oldById.get(passage.id), passage)),
    ...before.filter(({ id }) => !nowIds.has(id)).map((passage) => passageChange(passage, undefined)),
  ].filter((change) => !isUnchanged(change.redline));
};

const passageChange = (before: Passage | undefined, after: Passage | undefined): PassageChange => {
  const { id, title } = (after ?? before)!;
  const retitled = before && after && sameTypography(before.title ?? '') !== sameTypography(after.title ?? '');
  const text = (passage: Passage | undefined) =>
    passage ? (retitled ? `${passage.title ?? ''} ¶ ${passage.text}` : passage.text) : '';
  return {
    id,
    title,
    number: { before: before?.number ?? null, after: after?.number ?? null },
    redline: redline(text(before), text(after)),
  };
};
