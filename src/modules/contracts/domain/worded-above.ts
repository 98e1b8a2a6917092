import { articleOf } from './contract-content.ts';
import type { TermPath } from './terms/terms.ts';

/** One condition as a framework agreement words it: an order that says the same need not say it again. */
export type WordedTerm = { path: TermPath; article: string; value: unknown };

type Articles = Readonly<Record<TermPath, string>>;

/** The conditions that a framework settles and that its clauses really print (`reads`), each with its article. */
export const wordsOfFramework = (shared: unknown, articles: Articles, reads: readonly TermPath[]): WordedTerm[] =>
  leavesOf(shared).flatMap(({ path, value }) => {
    const isPrinted = reads.some((read) => path === read || path.startsWith(`${read}.`));
    const article = articleOf(articles, path);
    return isPrinted && article !== undefined ? [{ path, article, value }] : [];
  });

/**
 * Where the framework words each condition of these terms: those on which both say the same, and the groups of which it says all.
 * A condition that differs is not here: the order words it.
 */
export const wordedAbove = (words: readonly WordedTerm[], terms: unknown): Articles => {
  const said = new Map(words.map((word) => [word.path, word]));
  const found: Record<TermPath, string> = {};
  const silent = new Set<TermPath>();
  const groups = new Map<TermPath, string>();
  for (const { path, value } of leavesOf(terms)) {
    const word = said.get(path);
    const isSaid = word !== undefined && JSON.stringify(word.value) === JSON.stringify(value);
    if (isSaid) found[path] = word.article;
    const parts = path.split('.');
    for (let length = 1; length < parts.length; length += 1) {
      const group = parts.slice(0, length).join('.');
      if (!isSaid) silent.add(group);
      else if (!groups.has(group)) groups.set(group, word.article);
    }
  }
  for (const [group, article] of groups) if (!silent.has(group)) found[group] = article;
  return found;
};

const leavesOf = (value: unknown, path = ''): { path: TermPath; value: unknown }[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key))
    : value === undefined
      ? []
      : [{ path, value }];

/** « 7.4 (CC-2026-0001) »: the article of another document, so that « article » before it reads well in any language. */
export const articleAbove = (article: string, number: string): string => `${article} (${number})`;

/** The framework and its own article behind a cited one; undefined when the article is the document’s. */
export const frameworkOfArticle = ({ framework }: { framework?: { number: string } | undefined }, article: string) => {
  const end = framework && ` (${framework.number})`;
  return end && article.endsWith(end) ? { number: framework.number, article: article.slice(0, -end.length) } : undefined;
};
