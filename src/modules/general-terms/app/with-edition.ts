import type { ComposedDocument } from '../../clauses/queries.ts';
import type { TermPath } from '../../contracts/index.ts';

/** An annexed edition takes the place of the general terms that the model would print: its articles, and none of the model's clauses. */
export const withEdition = (
  { parts, articles, clauses }: Pick<ComposedDocument, 'parts' | 'articles' | 'clauses'>,
  generalArticles: Readonly<Record<TermPath, string>>,
) => {
  const general = parts.filter(({ kind }) => kind === 'cgv').flatMap((part) => part.articles);
  const ids = new Set(general.map(({ id }) => id));
  const numbers = new Set(general.flatMap(({ number, articles: inner }) => [number, ...(inner ?? []).map((one) => one.number)]));
  const own = Object.fromEntries(Object.entries(articles).filter(([, number]) => !numbers.has(number)));
  return { articles: { ...generalArticles, ...own }, clauses: clauses.filter(({ id }) => !ids.has(id)) };
};
