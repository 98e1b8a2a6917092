import { articleOf, wordedAbove, type WordedTerm } from '../../contracts/index.ts';
import type { Clause } from './clause.ts';

type Above = {
  number: string;
  words?: readonly WordedTerm[];
  holds?: readonly string[];
  cited?: Readonly<Record<string, string>>;
};
type Around = { terms?: unknown; framework?: Above | undefined };

/** Where the framework of an order words its conditions, by its number; null for a document that restates everything. */
export const wordsAbove = (variables: unknown) => {
  const { terms, framework } = (variables ?? {}) as Around;
  if (!framework?.words) return null;
  return { number: framework.number, articles: wordedAbove(framework.words, terms), cited: framework.cited };
};

/** Whether the framework says all of a clause: every condition that it reads, or the clause itself when it reads none. */
export const saysAbove = (variables: unknown): ((clause: Pick<Clause, 'id' | 'reads'>) => boolean) => {
  const above = wordsAbove(variables);
  if (!above) return () => false;
  const held = new Set((variables as Around).framework?.holds);
  return ({ id, reads }) =>
    reads.length === 0 ? held.has(id) : reads.every((path) => articleOf(above.articles, path) !== undefined);
};

/** The same document as if it restated everything. */
export const withoutAbove = (variables: unknown): unknown => {
  const { framework, ...rest } = (variables ?? {}) as Around;
  if (!framework) return variables;
  const { words: _words, holds: _holds, cited: _cited, ...named } = framework;
  return { ...rest, framework: named };
};
