import type { Clause } from './clause.ts';

/** id@version → SHA-256 of the file: every version of a clause (or `models/id`) that was ever published. */
export type PublishedLock = Readonly<Record<string, string>>;
export type Lockable = Pick<Clause, 'id' | 'version' | 'sha256' | 'file' | 'state'>;

const nameOf = ({ id, version }: Pick<Clause, 'id' | 'version'>) => `${id}@${version}`;
const isPublished = (clause: Pick<Lockable, 'state'>) => clause.state === 'published' || clause.state === 'retired';

/** Published words that are no longer what was published: changed, or gone. Signed documents cite them, so neither may happen. */
export const brokenPromises = (clauses: readonly Omit<Lockable, 'state'>[], lock: PublishedLock): string[] => {
  const now = new Map<string, (typeof clauses)[number][]>();
  for (const clause of clauses) now.set(nameOf(clause), [...(now.get(nameOf(clause)) ?? []), clause]);
  return Object.entries(lock).flatMap(([name, sha256]) => {
    const found = now.get(name) ?? [];
    if (found.length === 0) return [`${name} : cette version publiée a disparu de la bibliothèque`];
    return found
      .filter((clause) => clause.sha256 !== sha256)
      .map(({ file }) => `${file} : ${name} est publiée et ne change plus ; donnez un autre numéro de version à ce texte`);
  });
};

/** Published clauses that the lock does not know yet, ready to be added. */
export const notYetLocked = (clauses: readonly Omit<Lockable, 'file'>[], lock: PublishedLock): PublishedLock =>
  Object.fromEntries(
    clauses.filter((clause) => isPublished(clause) && !(nameOf(clause) in lock)).map((clause) => [nameOf(clause), clause.sha256]),
  );
