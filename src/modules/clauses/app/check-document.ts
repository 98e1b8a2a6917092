import { frenchSpaces } from '../../../shared/french.ts';
import { type Heading, labelOf, type TermPath } from '../../contracts/index.ts';
import { chooseClauses } from '../domain/choose-clauses.ts';
import type { Clause, ClauseCatalog } from '../domain/clause.ts';
import type { ClauseSelection } from '../domain/document-model.ts';
import { findIncompleteness } from '../domain/find-incompleteness.ts';
import type { Engine } from '../domain/enforced-terms.ts';
import { type ClauseVariables, resolveClause } from '../documents/clause-text.ts';
import { previewDocument } from './compose-document.ts';
import { withNegotiated } from './negotiated-clause.ts';

/** One reason why a set of clauses and these terms do not make a document yet, with the heading where to mend it. */
export type DocumentFinding = {
  rule: string;
  path: TermPath;
  heading: Heading;
  clauseId: string | null;
  clauseIds: readonly string[];
  fr: string;
  en: string;
};

type Circumstances = { wordedAbove?: Readonly<Record<TermPath, string>>; engines?: readonly Engine[]; isWhole?: boolean };

/**
 * Everything in its clauses that keeps a document from being sent: clauses that cannot stand together, a rule applied without
 * words, an effect without its terms, and, once the terms are whole (`isWhole`), a clause that would print a hole.
 */
export const checkDocument = (
  catalog: ClauseCatalog,
  selection: ClauseSelection,
  variables: ClauseVariables,
  { wordedAbove, engines, isWhole = false }: Circumstances = {},
): DocumentFinding[] => {
  const { problems, articles } = previewDocument(catalog, selection, variables);
  const clauses = chooseClauses(withNegotiated(catalog, selection), selection, variables).parts.flatMap((part) => part.clauses);
  const together = problems.map(({ rule, clauseIds, fr, en }): DocumentFinding => {
    const path = clauses.find(({ id }) => id === clauseIds[0])?.reads[0] ?? '';
    return { rule, path, heading: labelOf(path).heading, clauseId: clauseIds[0] ?? null, clauseIds, fr, en };
  });
  const incomplete = findIncompleteness({
    clauses,
    articles,
    terms: variables['terms'],
    ...(wordedAbove && { wordedAbove }),
    ...(engines && { engines }),
  });
  const named = incomplete.map((one) => ({ ...one, clauseIds: one.clauseId === null ? [] : [one.clauseId] }));
  return [...together, ...named, ...(isWhole ? holes(clauses, variables) : [])];
};

/** The first hole of each clause: a person is told of every clause that waits, not of one at a time. */
const holes = (clauses: readonly Clause[], variables: ClauseVariables): DocumentFinding[] =>
  clauses.flatMap((clause) => {
    try {
      resolveClause(clause, variables);
      return [];
    } catch (error) {
      const [, name] = /variable \$(?:terms\.)?([\w.]+)/.exec(String(error)) ?? [];
      if (name === undefined) throw error;
      const { heading, fr, en } = labelOf(name);
      return [
        {
          rule: 'clause_without_term',
          path: name,
          heading,
          clauseId: clause.id,
          clauseIds: [clause.id],
          fr: `La clause « ${clause.title} » a besoin d’une condition qui n’est pas renseignée : ${fr}.`,
          en: `Clause “${clause.title}” needs a condition that is not set: ${en}.`,
        },
      ];
    }
  });
