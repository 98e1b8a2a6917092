import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the lockfile holds every package it names, so that a fresh machine can install it (npm run lockfile:tidy)', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const held = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const named = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
  expect(named.filter((name) => !held.has(name))).toEqual([]);
});
