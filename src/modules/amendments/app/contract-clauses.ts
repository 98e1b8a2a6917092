import { clausesToAdd, partJoinedBy } from '../../clauses/index.ts';
import type { ClauseOperation } from '../../contracts/index.ts';
import type { ContractLife } from './contract-life.ts';
import type { Proposal } from './proposal.ts';

/** The clauses of the contract as a draft would leave them, what the draft does to them, and those of choice that may join. */
export const contractClauses = (
  life: ContractLife,
  { before, amended, selection }: Proposal,
  wanted: readonly ClauseOperation[],
) => {
  const { catalog, selection: signed } = life;
  const { parts, clauses } = amended?.state ?? before;
  const standing = new Set(clauses.map(({ id }) => id));
  const added = new Set(selection.added.map(({ clauseId }) => clauseId));
  const lineOf = (id: string) => {
    const { title, summary } = catalog.clause(id) ?? { title: id, summary: '' };
    return { id, title, summary };
  };
  const model = catalog.model(signed.model.id, signed.model.version) ?? catalog.model(signed.model.id);
  return {
    operations: [...wanted],
    changes: wanted.map(({ op, clauseId }) => ({ op, ...lineOf(clauseId) })),
    parts: parts
      .map((part) => ({
        title: part.title,
        clauses: part.articles
          .filter(({ id }) => standing.has(id))
          .map(({ id, number }) => ({
            ...lineOf(id),
            number,
            removable: catalog.clause(id)?.mandatory === 'choice' || added.has(id),
          })),
      }))
      .filter((part) => part.clauses.length > 0),
    available: model
      ? clausesToAdd(catalog, new Set([...standing, ...wanted.map(({ clauseId }) => clauseId)])).map((clause) => ({
          ...lineOf(clause.id),
          partId: partJoinedBy(model, clause).id,
        }))
      : [],
  };
};
