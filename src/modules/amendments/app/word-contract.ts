import { catalogWith, type ClauseCatalog, type ClauseSelection, type DocumentPart } from '../../clauses/index.ts';
import { checkDocument, composeDocument, type DocumentFinding, frozenCatalog, termsRead } from '../../clauses/queries.ts';
import type { ContractContent, FrozenSelection, TermPath, Terms, TermsVersion } from '../../contracts/index.ts';
import { withGeneralTerms } from '../../frameworks/queries.ts';
import { frozenVariables } from '../../quotes/queries.ts';
import type { Compose } from '../domain/consolidate.ts';

/** The annexed edition of the general terms: its text, and the article of each condition. */
export type AnnexedEdition = { parts: readonly DocumentPart[]; articles: Readonly<Record<TermPath, string>> };

/** The way to word any state of one signed contract: the clauses that were signed, in the versions that were. */
export type ContractWords = {
  compose: Compose;
  /** Everything in its clauses that keeps such a state from being sent. */
  check: (terms: Terms, selection: FrozenSelection) => DocumentFinding[];
  /** The conditions that its clauses read. */
  asked: (terms: unknown, selection: FrozenSelection) => readonly TermPath[];
  /** The clauses as this contract would take them: those signed, else the library's of today. */
  catalog: ClauseCatalog;
};

type Problem = { rule: string; clauseIds: readonly (string | null)[] };

/** Each clause in the version that first stood in the contract: what an amendment reworded is said by its own selection. */
const firstWords = (versions: readonly TermsVersion[]): ContractContent['clauses'] => {
  const first = new Map<string, ContractContent['clauses'][number]>();
  for (const { content } of versions)
    for (const clause of content.clauses) if (!first.has(clause.id)) first.set(clause.id, clause);
  return [...first.values()];
};

export const contractWords = (
  versions: readonly TermsVersion[],
  selection: FrozenSelection,
  { library, edition }: { library: ClauseCatalog; edition: AnnexedEdition | null },
): ContractWords => {
  const base = versions[0]!.content;
  const catalog = catalogWith(library, frozenCatalog(library, firstWords(versions)).clauses());
  const variables = (terms: unknown) => frozenVariables({ ...base, terms: terms as Terms });
  // What the library has gained since the signature was never agreed: it enters only by an amendment that names it.
  const agreed = new Set(base.clauses.map(({ id }) => id));
  const late = new Set(
    composeDocument(catalog, selection as ClauseSelection, variables(base.terms))
      .clauses.map(({ id }) => id)
      .filter((id) => !agreed.has(id)),
  );
  const using = ({ added }: FrozenSelection): ClauseCatalog => {
    const named = new Set(added.map(({ clauseId }) => clauseId));
    return { ...catalog, clause: (id, version) => (late.has(id) && !named.has(id) ? undefined : catalog.clause(id, version)) };
  };
  const annexed = new Set(edition?.parts.flatMap(({ articles }) => articles.flatMap(idsIn)));
  /** Said of clauses that were never agreed, or of references that land in the annexed edition. */
  const stands = ({ rule, clauseIds }: Problem) =>
    !(rule === 'unknown_clause' && clauseIds.every((id) => id !== null && late.has(id))) &&
    !(rule === 'required_clause_missing' && annexed.has(clauseIds[1] ?? ''));

  return {
    catalog,
    compose: (terms, chosen) => {
      const composed = composeDocument(using(chosen), chosen as ClauseSelection, variables(terms));
      return {
        parts: withGeneralTerms(composed.parts, base.generalTerms, edition?.parts ?? []),
        articles: { ...edition?.articles, ...composed.articles },
        clauses: [...composed.clauses] as ContractContent['clauses'],
        problems: composed.problems.filter(stands),
      };
    },
    check: (terms, chosen) =>
      checkDocument(using(chosen), chosen as ClauseSelection, variables(terms), {
        isWhole: true,
        ...(edition && { wordedAbove: edition.articles }),
      }).filter(({ rule, clauseIds }) => stands({ rule, clauseIds })),
    asked: (terms, chosen) => termsRead(using(chosen), chosen as ClauseSelection, variables(terms)),
  };
};

const idsIn = ({ id, articles = [] }: DocumentPart['articles'][number]): string[] => [id, ...articles.flatMap(idsIn)];
