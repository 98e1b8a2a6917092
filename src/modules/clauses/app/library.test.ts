import { describe, expect, test } from 'vitest';
import { brokenPromises, notYetLocked } from '../domain/published-lock.ts';
import { lockable, readClauses, readLock } from './built-in-catalog.ts';
import { playExample } from './golden-examples.ts';
import { sampleVariables } from './sample-variables.ts';

const { current } = readClauses();

describe('golden examples', () => {
  const examples = current.flatMap((clause) =>
    clause.examples.map((example) => ({ clause, example, name: `${clause.id}: ${example.title}` })),
  );
  test.each(examples)('$name', ({ clause, example }) => {
    const { missing, unwanted } = playExample(clause, example, sampleVariables);
    expect({ missing, unwanted }).toEqual({ missing: [], unwanted: [] });
  });

  test('every published clause travels with an example', () => {
    const without = current.filter(
      ({ state, examples }) => state === 'published' && !examples.some(({ says }) => says.length > 0),
    );
    expect(without.map(({ file }) => file)).toEqual([]);
  });

  test('an example whose words are not read, or whose forbidden words are, fails', () => {
    const clause = current.find(({ id }) => id === 'rendez-vous')!;
    const terms = { 'appointments.review.silence': 'refused' };
    const played = playExample(
      clause,
      { title: 'Silence', terms, says: ['vaut acceptation'], never: ['vaut refus'] },
      sampleVariables,
    );
    expect(played).toMatchObject({ missing: ['vaut acceptation'], unwanted: ['vaut refus'] });
  });
});

describe('a published version never changes', () => {
  test('every version ever published is still there, word for word', () => {
    expect(brokenPromises(lockable(), readLock())).toEqual([]);
  });

  test('every published clause is in the lock (node tools/publish-clauses.mjs)', () => {
    expect(Object.keys(notYetLocked(lockable(), readLock()))).toEqual([]);
  });

  test('a changed word is found by its file, and a lost version by its name', () => {
    const [clause] = current;
    const name = `${clause!.id}@${clause!.version}`;
    expect(brokenPromises([clause!], { [name]: 'other' })[0]).toContain(clause!.file);
    expect(brokenPromises([], { [name]: clause!.sha256 })).toEqual([
      `${name} : cette version publiée a disparu de la bibliothèque`,
    ]);
  });
});

test('clause and article ids are unique in the library, so a reference lands on one text', () => {
  const replacing = new Set(current.filter(({ replaces }) => replaces.length > 0).map(({ id }) => id));
  const owners = new Map<string, string[]>();
  for (const clause of current.filter(({ id }) => !replacing.has(id)))
    for (const id of clause.provides) owners.set(id, [...(owners.get(id) ?? []), clause.id]);
  const excluded = (ids: string[]) =>
    ids.every((id) =>
      ids.every(
        (other) =>
          id === other ||
          current.some(
            (clause) =>
              (clause.id === id && clause.excludes.includes(other)) || (clause.id === other && clause.excludes.includes(id)),
          ),
      ),
    );
  expect([...owners].filter(([, ids]) => ids.length > 1 && !excluded(ids))).toEqual([]);
});
