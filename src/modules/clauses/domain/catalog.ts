import type { Clause, ClauseCatalog } from './clause.ts';
import type { DocumentModel } from './document-model.ts';

type Shelves = {
  /** In reading order; one version of each, the one in force. */
  clauses: readonly Clause[];
  earlierClauses?: readonly Clause[];
  models: readonly DocumentModel[];
  earlierModels?: readonly DocumentModel[];
};

const byNumber = <Item extends { id: string; version: number }>(items: readonly Item[]) =>
  new Map(items.map((item) => [`${item.id}@${item.version}`, item]));
const byId = <Item extends { id: string }>(items: readonly Item[]) => new Map(items.map((item) => [item.id, item]));

/** A catalogue over clauses and models already read. Throws on an id that stands twice. */
export const catalogFrom = ({ clauses, earlierClauses = [], models, earlierModels = [] }: Shelves): ClauseCatalog => {
  const [inForce, modelsInForce] = [byId(clauses), byId(models)];
  const twice =
    clauses.find((clause) => inForce.get(clause.id) !== clause) ?? models.find((model) => modelsInForce.get(model.id) !== model);
  if (twice) throw new Error(`Deux textes portent l’identifiant « ${twice.id} »`);
  const versions = byNumber([...earlierClauses, ...clauses]);
  const modelVersions = byNumber([...earlierModels, ...models]);
  return {
    clause: (id, version) => (version === undefined ? inForce.get(id) : versions.get(`${id}@${version}`)),
    clauses: () => clauses,
    model: (id, version) => (version === undefined ? modelsInForce.get(id) : modelVersions.get(`${id}@${version}`)),
    models: () => models,
  };
};

/** The same catalogue with these clauses first: what was agreed with a client, or frozen in a document, goes before the library. */
export const catalogWith = (catalog: ClauseCatalog, preferred: readonly Clause[]): ClauseCatalog => {
  const mine = byId(preferred);
  return {
    ...catalog,
    clause: (id, version) => {
      const own = mine.get(id);
      return own && (version === undefined || own.version === version) ? own : catalog.clause(id, version);
    },
    clauses: () => [
      ...catalog.clauses().map((clause) => mine.get(clause.id) ?? clause),
      ...preferred.filter((clause) => !catalog.clause(clause.id)),
    ],
  };
};
