import { stringify } from 'yaml';
import type { ClauseReference } from '../../contracts/index.ts';
import { catalogWith } from '../domain/catalog.ts';
import type { Clause, ClauseCatalog } from '../domain/clause.ts';
import type { ClauseSelection } from '../domain/document-model.ts';
import { parseClause, type ReadClause, readClause } from './read-clause.ts';

type Negotiated = ClauseSelection['negotiated'][number];

/** The whole file of a clause agreed with one client: the properties of the one it stands for, with these words. */
export const negotiatedSource = (catalog: ClauseCatalog, { clauseId, title, source }: Negotiated): string => {
  if (source.startsWith('---\n')) return source;
  const base = catalog.clause(clauseId);
  const head = {
    id: clauseId,
    version: base?.version ?? 1,
    title,
    summary: base?.summary ?? title,
    mandatory: base?.mandatory ?? 'choice',
    effects: base?.effects ?? [],
    requires: base?.requires ?? [],
    excludes: base?.excludes ?? [],
    replaces: base?.replaces ?? [],
    risk: base?.risk ?? 'moyen',
    review_before: base?.reviewBefore ?? '2099-12-31',
    sources: base?.sources ?? [],
  };
  return `---\n${stringify(head)}---\n${source}`;
};

const shelfOf = (catalog: ClauseCatalog, clauseId: string, title: string) => ({
  family: catalog.clause(clauseId)?.family ?? ('socle' as const),
  file: title,
  origin: 'negotiated' as const,
});

/** Reads a proposed wording by the rules of the library: the clause, or its faults with their lines. */
export const readNegotiated = (catalog: ClauseCatalog, proposed: Negotiated): ReadClause =>
  readClause(negotiatedSource(catalog, proposed), shelfOf(catalog, proposed.clauseId, proposed.title));

/** The catalogue of one document: what was agreed with this client goes before the library. Throws on a text that is not well formed. */
export const withNegotiated = (catalog: ClauseCatalog, { negotiated }: Pick<ClauseSelection, 'negotiated'>): ClauseCatalog =>
  negotiated.length === 0
    ? catalog
    : catalogWith(
        catalog,
        negotiated.map((proposed) =>
          parseClause(negotiatedSource(catalog, proposed), shelfOf(catalog, proposed.clauseId, proposed.title)),
        ),
      );

/**
 * The clauses that a sent document froze, and no others, each in the very version and words that were signed. Throws when one can
 * no longer be read: signed words are never replaced by other words.
 */
export const frozenCatalog = (catalog: ClauseCatalog, references: readonly ClauseReference[]): ClauseCatalog => {
  const frozen = new Map<string, Clause>();
  for (const { id, version, sha256, source } of references) {
    const clause = source ? parseClause(source, shelfOf(catalog, id, id)) : catalog.clause(id, version);
    if (!clause || clause.sha256 !== sha256)
      throw new Error(`La clause « ${id} », version ${version}, n’est plus lisible telle qu’elle a été signée.`);
    frozen.set(id, clause);
  }
  return { ...catalog, clause: (id) => frozen.get(id), clauses: () => [...frozen.values()] };
};
