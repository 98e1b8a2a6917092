import { parse as parseYaml } from 'yaml';
import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { ownVersions, pilots, type StoredVersion } from '../db/library.store.ts';
import type { Clause, ClauseCatalog, ClauseFamily } from '../domain/clause.ts';
import type { DocumentModel } from '../domain/document-model.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { parseClause, readClause } from './read-clause.ts';
import { modelFrom } from './read-model.ts';

// A version that left its draft never changes and is named by its hash: what was parsed once is kept. Row security already let the reader in.
const parsed = new Map<string, Clause>();
const parsedLimit = 2000;

/** A clause that the organisation wrote, as it stands in the table. Throws when its text is not well formed. */
export const ownClause = (stored: StoredVersion): Clause => {
  const key = `${stored.sha256} ${stored.id}`;
  let clause = parsed.get(key);
  if (!clause) {
    clause = parseClause(stored.source, shelfOf(stored));
    if (parsed.size >= parsedLimit) parsed.delete(parsed.keys().next().value!);
    parsed.set(key, clause);
  }
  const { review, state, version } = stored;
  return { ...clause, version, state, review, ...(review && { reviewBefore: review.reviewBefore }) };
};

export const shelfOf = ({ shelf, title }: Pick<StoredVersion, 'shelf' | 'title'>) => ({
  family: shelf as ClauseFamily,
  file: title,
  origin: 'own' as const,
});

/** A text with faults is not a clause: a draft still being written, or one that reads a term that no longer exists. */
export const ownClauseOrNull = (stored: StoredVersion): Clause | null =>
  readClause(stored.source, shelfOf(stored)).clause ? ownClause(stored) : null;

/** A model that the organisation wrote. */
export const ownModel = (stored: StoredVersion): DocumentModel => ({
  ...modelFrom(parseYaml(stored.source), { file: stored.title, sha256: stored.sha256, origin: 'own' }),
  version: stored.version,
  state: stored.state,
});

/** `everyTrial`: whoever builds a model may take any text on trial, whoever it is tried on. */
type About = { clientId?: ClientId; everyTrial?: true };

/**
 * The clauses and models that this organisation may use for a client: those that come with the product, its own published ones, and
 * those on trial with this client. Earlier and retired versions are found by their number, so that what was signed stays readable.
 */
export const catalogOf = async (tx: Tx, about: About = {}): Promise<ClauseCatalog> => {
  const library = builtInCatalog();
  const [clauseVersions, modelVersions] = [await used(tx, 'clause'), await used(tx, 'model')];
  if (clauseVersions.length === 0 && modelVersions.length === 0) return library;
  const [clausePilots, modelPilots] = [await triedOn(tx, 'clause', about), await triedOn(tx, 'model', about)];

  const clauses = clauseVersions.flatMap((stored) => ownClauseOrNull(stored) ?? []);
  const inForce = current(clauses, clausePilots);
  const models = modelVersions.map(ownModel);
  const modelsInForce = current(models, modelPilots);
  return {
    clause: (id, version) => library.clause(id, version) ?? found(clauses, inForce, id, version),
    clauses: () => [...library.clauses(), ...inForce],
    model: (id, version) => library.model(id, version) ?? found(models, modelsInForce, id, version),
    models: () => [...library.models(), ...modelsInForce],
  };
};

const used = async (tx: Tx, kind: 'clause' | 'model') =>
  (await ownVersions(tx, kind)).filter(({ state }) => state === 'pilot' || state === 'published' || state === 'retired');

const triedOn = async (tx: Tx, kind: 'clause' | 'model', { clientId, everyTrial }: About): Promise<ReadonlySet<string>> =>
  new Set(clientId || everyTrial ? (await pilots(tx, kind, clientId ? { clientId } : {})).map(({ id }) => id) : []);

type Versioned = { id: string; version: number; state: string };

/** One version of each: the one on trial with this client, else the published one. */
const current = <Item extends Versioned>(items: readonly Item[], tried: ReadonlySet<string>): Item[] => {
  const chosen = new Map<string, Item>();
  for (const item of items) if (item.state === 'published') chosen.set(item.id, item);
  for (const item of items) if (item.state === 'pilot' && tried.has(item.id)) chosen.set(item.id, item);
  return [...chosen.values()];
};

const found = <Item extends Versioned>(all: readonly Item[], inForce: readonly Item[], id: string, version?: number) =>
  version === undefined ? inForce.find((item) => item.id === id) : all.find((item) => item.id === id && item.version === version);
