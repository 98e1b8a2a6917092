import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { type Clause, type ClauseCatalog, clauseFamilies, type ClauseFamily } from '../domain/clause.ts';
import { catalogFrom } from '../domain/catalog.ts';
import type { DocumentModel } from '../domain/document-model.ts';
import { brokenPromises, type Lockable, type PublishedLock } from '../domain/published-lock.ts';
import { findCircularRequirement } from '../domain/requirements.ts';
import { parseClause, sha256Of } from './read-clause.ts';
import { modelFrom } from './read-model.ts';

const libraryFolder = path.join(import.meta.dirname, '../library');

const filesIn = (folder: string, extension: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(extension))
        .sort()
    : [];

const clausesIn = (folder: string, family: ClauseFamily): Clause[] =>
  filesIn(folder, '.md').map((file) => parseClause(readFileSync(path.join(folder, file), 'utf8'), { family, file }));

const modelsIn = (folder: string, shelf: readonly Clause[]): DocumentModel[] =>
  filesIn(folder, '.yaml').map((file) => {
    const source = readFileSync(path.join(folder, file), 'utf8');
    return modelFrom(parseYaml(source), { file, shelf, sha256: sha256Of(source) });
  });

/** Every clause of the library, with its earlier versions under `archive/`. Throws on one that is not well formed. */
export const readClauses = (folder = libraryFolder): { current: readonly Clause[]; earlier: readonly Clause[] } => ({
  current: clauseFamilies.flatMap((family) => clausesIn(path.join(folder, family), family)),
  earlier: clauseFamilies.flatMap((family) => clausesIn(path.join(folder, 'archive', family), family)),
});

/** The hashes of all that was published (tools/publish-clauses.mjs adds to it). */
export const lockPath = path.join(libraryFolder, 'published.json');
export const readLock = (): PublishedLock =>
  existsSync(lockPath) ? (JSON.parse(readFileSync(lockPath, 'utf8')) as PublishedLock) : {};

/**
 * Reads the library from disk: the clauses in force in the order of their files, their earlier versions under `archive/`, and the
 * models. Throws on a clause or a model that is not well formed, naming file and line.
 */
export const readLibrary = (folder = libraryFolder): ClauseCatalog => {
  const { current, earlier } = readClauses(folder);
  const circle = findCircularRequirement(current);
  if (circle) throw new Error(`Des clauses s’exigent en rond : ${circle.join(' → ')}`);
  return catalogFrom({
    clauses: current,
    earlierClauses: earlier,
    models: modelsIn(path.join(folder, 'models'), current),
    earlierModels: modelsIn(path.join(folder, 'archive/models'), [...current, ...earlier]),
  });
};

/** All that the lock keeps: the clauses and the models, each with its earlier versions. */
export const lockable = (folder = libraryFolder): readonly Lockable[] => {
  const { current, earlier } = readClauses(folder);
  const shelf = [...current, ...earlier];
  const models = [...modelsIn(path.join(folder, 'models'), shelf), ...modelsIn(path.join(folder, 'archive/models'), shelf)];
  return [...shelf, ...models.map((model) => ({ ...model, id: `models/${model.id}`, file: `models/${model.id}.yaml` }))];
};

let library: ClauseCatalog | undefined;

/** The clauses and models that come with Cadran, read once. Throws when a published version is not what was published. */
export const builtInCatalog = (): ClauseCatalog => {
  if (library) return library;
  const broken = brokenPromises(lockable(), readLock());
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return (library = readLibrary());
};
