import { frenchSpaces } from '../../../shared/french.ts';
import { articleAbove, articleOf, type ClauseReference, type TermPath } from '../../contracts/index.ts';
import { candidatesOf, chooseClauses, type ChosenPart, selectionOf } from '../domain/choose-clauses.ts';
import type { Clause, ClauseCatalog } from '../domain/clause.ts';
import type { ClauseSelection, SelectionProblem } from '../domain/document-model.ts';
import { termsIn } from '../domain/expression.ts';
import type { Article, DocumentPart } from '../domain/prose.ts';
import { withoutAbove, wordsAbove } from '../domain/words-above.ts';
import { type ClauseVariables, resolveClause } from '../documents/clause-text.ts';
import { frozenCatalog, withNegotiated } from './negotiated-clause.ts';

/** The clauses of a document, numbered and resolved, with the article that words each condition. */
export type ComposedDocument = {
  parts: readonly DocumentPart[];
  articles: Readonly<Record<TermPath, string>>;
  clauses: readonly ClauseReference[];
  problems: readonly SelectionProblem[];
  /** Articles of the framework that references of this document land on: clause or heading id → article. */
  cited: Readonly<Record<string, string>>;
};

/** Numbers every article, resolves every clause and notes where each term is worded. Throws rather than print a hole. */
export const composeDocument = (
  catalog: ClauseCatalog,
  selection: ClauseSelection,
  variables: ClauseVariables,
): ComposedDocument => compose(withNegotiated(catalog, selection), selection, variables);

/**
 * The same for an unfinished draft: « à renseigner » stands where a term is missing; a clause that cannot be worded without it is
 * a remark in its place.
 */
export const previewDocument = (
  catalog: ClauseCatalog,
  selection: ClauseSelection,
  variables: ClauseVariables,
): ComposedDocument => compose(withNegotiated(catalog, selection), selection, variables, 'à renseigner');

/** A sent document again, from the clauses that it froze. Throws when one of them can no longer be read as it was signed. */
export const composeFrozen = (
  catalog: ClauseCatalog,
  content: { selection?: unknown; clauses: readonly ClauseReference[] },
  variables: ClauseVariables,
): ComposedDocument => {
  const selection = (content.selection ?? selectionOf('devis-prospection')) as ClauseSelection;
  const composed = compose(frozenCatalog(catalog, content.clauses), selection, variables);
  if (composed.clauses.length !== content.clauses.length) throw new Error('Des clauses signées ne trouvent pas leur place.');
  return { ...composed, problems: [] };
};

/** The terms that the form asks: all that the clauses of this document may read, those on condition included, and what decides of them. */
export const termsRead = (catalog: ClauseCatalog, selection: ClauseSelection, variables: unknown): readonly TermPath[] => {
  const all = withNegotiated(catalog, selection);
  // What the framework says is asked too: an order may depart from it.
  const chosen = chooseClauses(all, selection, withoutAbove(variables)).parts.flatMap((part) => part.clauses);
  const conditions = candidatesOf(all, selection)
    .flatMap((part) => part.ids)
    .flatMap((id) => all.clause(id)?.condition ?? []);
  return [...new Set([...chosen.flatMap((clause) => [...clause.reads, ...clause.words]), ...conditions.flatMap(termsIn)])].sort();
};

const compose = (
  catalog: ClauseCatalog,
  selection: ClauseSelection,
  variables: ClauseVariables,
  hole?: string,
): ComposedDocument => {
  const { parts: chosen, problems, replacedBy, saidAbove } = chooseClauses(catalog, selection, variables);
  const above = wordsAbove(variables);
  const cited = above ? { ...citedAbove(saidAbove, above.articles), ...above.cited } : {};
  const citedWords = new Map(
    Object.entries(cited).map(([id, article]) => [id, `article\u00a0${article} du contrat-cadre n°\u00a0${above!.number}`]),
  );
  const articles: Record<TermPath, string> = {};
  const readAt: [TermPath, string][] = [];
  const parts = chosen
    .filter((part) => part.clauses.length > 0)
    .map(({ clauses, prefix, ...part }): DocumentPart => ({
      id: part.id,
      kind: part.kind,
      title: part.title,
      versionLine: part.kind === 'body' || hole !== undefined ? null : versionLine(clauses),
      articles: clauses.map((clause, index) => {
        const number = `${prefix}${index + 1}`;
        for (const path of clause.reads) readAt.push([path, number]);
        return relinked(articleFrom(clause, number, variables, articles, hole), replacedBy, citedWords);
      }),
    }));
  // A term that no heading claims is worded where it is read.
  for (const [path, number] of readAt) if (articleOf(articles, path) === undefined) articles[path] = number;
  for (const [path, article] of Object.entries(above?.articles ?? {}))
    if (articleOf(articles, path) === undefined) articles[path] = articleAbove(article, above!.number);
  return {
    parts,
    articles,
    clauses: referencesOf(chosen, selection),
    problems: [...problems, ...danglingReferences(parts)],
    cited,
  };
};

const referencesOf = (parts: readonly ChosenPart[], { negotiated }: ClauseSelection): ClauseReference[] => {
  const agreed = new Set(negotiated.map(({ clauseId }) => clauseId));
  return parts.flatMap((part) =>
    part.clauses.map(({ id, version, sha256, source }) => ({ id, version, sha256, ...(agreed.has(id) && { source }) })),
  );
};

const articleFrom = (
  clause: Clause,
  number: string,
  variables: ClauseVariables,
  articles: Record<TermPath, string>,
  hole?: string,
): Article => {
  const resolved = resolvedOrNull(clause, variables, hole);
  if (!resolved) {
    for (const path of clause.words) articles[path] ??= number;
    return {
      id: clause.id,
      number,
      title: clause.title,
      blocks: [{ kind: 'note', prose: [{ kind: 'text', text: 'À compléter : une condition manque encore.' }] }],
    };
  }
  const [first, ...others] = resolved;
  const isWhole = first !== undefined && first.id === clause.id;
  const subArticles = (isWhole ? others : resolved).map((part, index): Article => {
    const subNumber = `${number}.${index + 1}`;
    for (const path of part.words) articles[path] ??= subNumber;
    return { id: part.id, number: subNumber, title: part.title, blocks: part.blocks };
  });
  return {
    id: clause.id,
    number,
    title: clause.title,
    blocks: isWhole ? first.blocks : [],
    ...(subArticles.length > 0 ? { articles: subArticles } : {}),
  };
};

/** Only a preview may fail to word a clause; a document to be sent throws. */
const resolvedOrNull = (clause: Clause, variables: ClauseVariables, hole?: string) => {
  try {
    return resolveClause(clause, variables, hole);
  } catch (error) {
    if (hole === undefined) throw error;
    return null;
  }
};

const versionLine = (clauses: readonly Clause[]): string => `version ${Math.max(...clauses.map((clause) => clause.version))}`;

/** References to a clause that the framework says are read there: « article 7.4 du contrat-cadre n° CC-2026-0001 ». */
const citedAbove = (saidAbove: readonly Clause[], above: ComposedDocument['articles']): Record<string, string> =>
  Object.fromEntries(
    saidAbove.flatMap(({ id, provides, reads: [first] }) => {
      const article = first === undefined ? undefined : articleOf(above, first);
      return article === undefined ? [] : [id, ...provides].map((one) => [one, article]);
    }),
  );

/** References to a clause that was replaced land on the one that took its place. */
const relinked = <Value>(
  value: Value,
  replacedBy: ReadonlyMap<string, string>,
  cited: ReadonlyMap<string, string> = new Map(),
): Value => {
  if (replacedBy.size + cited.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner: unknown) => relinked(inner, replacedBy, cited)) as Value;
  const node = value as Record<string, unknown>;
  const copy = Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, relinked(inner, replacedBy, cited)]));
  const words = copy['kind'] === 'xref' ? cited.get(String(copy['to'])) : undefined;
  if (words) return { kind: 'text', text: words } as Value;
  if (copy['kind'] === 'xref') copy['to'] = replacedBy.get(String(copy['to'])) ?? copy['to'];
  return copy as Value;
};

const danglingReferences = (parts: readonly DocumentPart[]): SelectionProblem[] => {
  const idsOf = (article: Article): string[] => [article.id, ...(article.articles ?? []).flatMap(idsOf)];
  const known = new Set(parts.flatMap((part) => part.articles.flatMap(idsOf)));
  return parts.flatMap((part) =>
    part.articles.flatMap((article) =>
      [...new Set(referencesIn(article))]
        .filter((id) => !known.has(id))
        .map((id): SelectionProblem => ({
          rule: 'required_clause_missing',
          clauseIds: [article.id, id],
          fr: frenchSpaces(`La clause « ${article.title} » renvoie à « ${id} », qui n’est pas dans ce document : ajoutez-la.`),
          en: `Clause “${article.title}” refers to “${id}”, which is not in this document: add it.`,
        })),
    ),
  );
};

const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  return node['kind'] === 'xref' ? [String(node['to'])] : Object.values(node).flatMap(referencesIn);
};
