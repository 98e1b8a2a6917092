import type { Clause, ClauseCatalog, ClauseFamily } from './clause.ts';
import type { DocumentModel, ModelPart } from './document-model.ts';

/** Clauses that belong to another form of document: not offered in a contract. */
const ofOtherForms: readonly ClauseFamily[] = ['cadre', 'commande', 'lettre', 'avenant', 'cgv'];

/** The clauses of choice that may still join a contract. `held`: those that it has, or that one of its clauses replaces. */
export const clausesToAdd = (catalog: ClauseCatalog, held: ReadonlySet<string>): readonly Clause[] =>
  catalog
    .clauses()
    .filter(({ id, mandatory, family }) => mandatory === 'choice' && !held.has(id) && !ofOtherForms.includes(family));

/** The part of a model that a clause joins: where its family stands. */
export const partJoinedBy = ({ parts }: Pick<DocumentModel, 'parts'>, { family }: Pick<Clause, 'family'>): ModelPart => {
  const wanted = family.startsWith('annexe') || family === 'rgpd' ? 'annex' : family === 'cgv' ? 'cgv' : 'body';
  return parts.find(({ kind }) => kind === wanted) ?? parts[0]!;
};
