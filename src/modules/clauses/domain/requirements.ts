import type { ClauseHead } from './clause.ts';

type Needs = Pick<ClauseHead, 'id' | 'requires'>;

/** The first circle among requirements, as the ids met on the way round ('a', 'b', 'a'). Nothing when there is none. */
export const findCircularRequirement = (clauses: readonly Needs[]): readonly string[] | null => {
  const needs = new Map(clauses.map((clause) => [clause.id, clause.requires]));
  const cleared = new Set<string>();
  const follow = (id: string, path: readonly string[]): readonly string[] | null => {
    const at = path.indexOf(id);
    if (at >= 0) return [...path.slice(at), id];
    if (cleared.has(id)) return null;
    for (const next of needs.get(id) ?? []) {
      const circle = follow(next, [...path, id]);
      if (circle) return circle;
    }
    cleared.add(id);
    return null;
  };
  for (const { id } of clauses) {
    const circle = follow(id, []);
    if (circle) return circle;
  }
  return null;
};
