import type { DocumentPart } from '../../clauses/index.ts';
import {
  applyClauseOperations,
  type ClauseOperation,
  type ContractContent,
  type FrozenSelection,
  type Terms,
} from '../../contracts/index.ts';
import { type Accepted, type Refused, record } from '../../../shared/decision.ts';
import type { ArticleChange } from './amendment-content.ts';
import { compareArticles, keepNumbers } from './compare-articles.ts';

export type Composed = {
  parts: readonly DocumentPart[];
  articles: Readonly<Record<string, string>>;
  clauses: ContractContent['clauses'];
  /** Why these clauses cannot stand together, in sentences. */
  problems: readonly { rule: string; fr: string; en: string }[];
};
/** Words the terms by the clauses of a selection; the catalogue behind it is the caller's. */
export type Compose = (terms: Terms, selection: FrozenSelection) => Composed;

/** A contract at one moment of its life: its terms, its words under stable numbers, and where each condition is worded. */
export type Consolidated = Composed & { terms: Terms; selection: FrozenSelection };

/** The contract as first signed. */
export const firstState = (terms: Terms, selection: FrozenSelection, compose: Compose): Consolidated => ({
  ...compose(terms, selection),
  terms,
  selection,
});

/** The contract after one amendment, under the numbers it had, with the articles that changed. */
export const amendedState = (
  before: Consolidated,
  amendment: { terms: Terms; clauses: readonly ClauseOperation[]; rank: number },
  compose: Compose,
): Accepted<{ state: Consolidated; changes: ArticleChange[] }> | Refused<'clauses_changed_meanwhile'> => {
  const decision = applyClauseOperations(before.selection, amendment.clauses);
  if (!decision.ok) return decision;
  const selection = decision.facts[0]!;
  const composed = compose(amendment.terms, selection);
  const { parts, renumbered } = keepNumbers(before.parts, composed.parts, amendment.rank);
  const articles = Object.fromEntries(
    Object.entries(composed.articles).map(([path, number]) => [path, renumbered.get(number) ?? number]),
  );
  const state = { ...composed, parts, articles, terms: amendment.terms, selection };
  return record({ state, changes: compareArticles(before.parts, parts) });
};

/** What every article is called in a text: clause id → « article 4.2 ». */
export const referencesOf = (parts: readonly DocumentPart[]): Record<string, string> => {
  const named = ({ id, number, articles = [] }: DocumentPart['articles'][number]): [string, string][] => [
    [id, `article\u00a0${number}`],
    ...articles.flatMap(named),
  ];
  return Object.fromEntries(parts.flatMap(({ articles }) => articles.flatMap(named)));
};
