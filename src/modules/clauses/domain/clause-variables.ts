import { FrameworkFrame, pathsOfSchema, termPaths } from '../../contracts/index.ts';
import { ClientIdentity, ProviderIdentity } from '../../parties/index.ts';

const under = (root: string, paths: Iterable<string>): string[] => [root, ...[...paths].map((path) => `${root}.${path}`)];

/** Everything that a clause may name after a $: the terms, the two parties and the document that it stands in. */
export const clauseVariablePaths: ReadonlySet<string> = new Set([
  ...under('terms', termPaths),
  ...under('provider', pathsOfSchema(ProviderIdentity)),
  ...under('client', pathsOfSchema(ClientIdentity)),
  'number',
  ...under('document', ['form', 'title', 'issuedOn', 'validUntil']),
  // A framework agreement's own frame; in an order that falls under one, its number and date.
  ...under('framework', [...pathsOfSchema(FrameworkFrame), 'number', 'signedOn']),
]);

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
};

/** The known name that was probably meant; nothing when none is near. */
export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  let best: { name: string; far: number } | undefined;
  for (const candidate of known) {
    const far = distance(name, candidate);
    if (!best || far < best.far) best = { name: candidate, far };
  }
  return best && best.far <= Math.max(2, Math.ceil(name.length / 3)) ? best.name : undefined;
};
