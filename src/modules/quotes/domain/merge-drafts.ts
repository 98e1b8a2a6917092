type Branch = Record<string, unknown>;

/** A place that two people changed differently, with both values and the one they started from. */
export type MergeConflict = { path: string; base: unknown; mine: unknown; theirs: unknown };
export type Merged<Whole> = { merged: Whole; conflicts: readonly MergeConflict[] };

/**
 * Two people’s changes of one draft brought together from the last version that both had read. What only one of them changed is
 * taken; what both changed in the same way is no quarrel; what they changed differently keeps mine and is listed, to be chosen.
 */
export const mergeDrafts = <Whole>(base: Whole, mine: Whole, theirs: Whole): Merged<Whole> => {
  const conflicts: MergeConflict[] = [];
  const merged = mergeAt('', base, mine, theirs, conflicts);
  return { merged: merged as Whole, conflicts };
};

const mergeAt = (path: string, base: unknown, mine: unknown, theirs: unknown, conflicts: MergeConflict[]): unknown => {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isBranch(mine) && isBranch(theirs) && (isBranch(base) || base == null)) {
    const start: Branch = isBranch(base) ? base : {};
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    const entries = keys.map(
      (key) => [key, mergeAt(path ? `${path}.${key}` : key, start[key], mine[key], theirs[key], conflicts)] as const,
    );
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  const [from, ours, others] = [namesIn(base), namesIn(mine), namesIn(theirs)];
  // The same items in the same order: each is merged on its own. Anything else about a list is one change of the list.
  if (from && ours && others && same(from, ours) && same(ours, others))
    return (mine as unknown[]).map((item, index) =>
      mergeAt(`${path}.${index}`, (base as unknown[])[index], item, (theirs as unknown[])[index], conflicts),
    );
  conflicts.push({ path, base, mine, theirs });
  return mine;
};

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of the items of a list that have one. */
const namesIn = (value: unknown): string[] | null => {
  if (!Array.isArray(value) || value.length === 0) return null;
  const names = value.map((item: unknown) => (isBranch(item) ? (item['id'] ?? item['formula']) : undefined));
  return names.every((name) => typeof name === 'string') ? (names as string[]) : null;
};

const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (!isBranch(a) || !isBranch(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(a[key], b[key]));
};
