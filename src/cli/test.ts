import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { architectureCheck } from './checks/architecture.check.ts';
import { type Check, type Tally, sum } from './checks/check.ts';
import { bringDebianPackages } from './checks/debian-packages.ts';
import { demoCheck, formatCheck, typesCheck, unusedCheck } from './checks/program.checks.ts';
import { endWithCtrlC } from './checks/run-program.ts';
import { vitestCheck } from './checks/vitest.check.ts';

// What listens to a real voice or kills a server wants the machine to itself.
const oneAtATime = [
  'test/contracts/',
  'src/modules/calls/app/calls.store.test.ts',
  'src/modules/calls/app/hours-and-recordings.store.test.ts',
  'src/modules/calls/http/calls.http.test.ts',
  'test/faults/',
  'test/journeys/main-path.test.ts',
];
const without = (places: readonly string[]) =>
  places.flatMap((place) => ['--exclude', place.endsWith('/') ? `${place}**` : place]);

const checks: readonly Check[] = [
  typesCheck,
  formatCheck,
  unusedCheck,
  architectureCheck,
  vitestCheck(
    'Règles métier, base de données, documents, juge de facture électronique',
    'rules',
    without([...oneAtATime, 'test/journeys/']),
    15,
  ),
  // The main path comes first: it builds the screens that the other journeys visit, two at a time.
  vitestCheck('Lignes téléphoniques, pannes, chemin principal', 'alone', [...oneAtATime, '--no-file-parallelism'], 15),
  vitestCheck('Parcours au navigateur', 'journeys', ['test/journeys/', ...without(oneAtATime)], 15),
  demoCheck,
];

/** Runs everything and ends with `N passed, N failed`. Exit 1 as soon as one check fails, after running them all. */
export const run = async (): Promise<number> => {
  const dir = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const scratch = mkdtempSync(join(tmpdir(), 'cadran-checks-'));
  const clear = () => rmSync(scratch, { recursive: true, force: true });
  endWithCtrlC(clear);
  try {
    const wanting = await bringDebianPackages(dir);
    if (wanting) {
      console.error(`cadran : ${wanting}`);
      console.log('0 passed, 1 failed');
      return 1;
    }
    const startedAt = performance.now();
    const tallies: Tally[] = [];
    for (const [index, check] of checks.entries())
      tallies.push(await runOne(check, `${index + 1}/${checks.length}`, { dir, scratch }));
    const { passed, failed, details } = sum(tallies);
    if (details) console.log(`\nCe qui ne va pas :\n${details}`);
    console.log(`\nDurée : ${duration(performance.now() - startedAt)}`);
    console.log(`${passed} passed, ${failed} failed`);
    return failed ? 1 : 0;
  } finally {
    clear();
  }
};

const runOne = async (check: Check, place: string, project: { dir: string; scratch: string }): Promise<Tally> => {
  console.log(`\n── ${place} ${check.title}`);
  const startedAt = performance.now();
  const tally = await check
    .run(project)
    .catch((error: unknown): Tally => ({ passed: 0, failed: 1, details: `✗ ${check.title} : ${String(error)}` }));
  const { passed, failed } = tally;
  console.log(
    `   ${failed ? '✗' : '✓'} ${passed} tenus${failed ? `, ${failed} manqués` : ''} en ${duration(performance.now() - startedAt)}`,
  );
  return tally;
};

const duration = (ms: number): string =>
  ms < 60_000
    ? `${(ms / 1000).toFixed(1).replace('.', ',')} s`
    : `${Math.floor(ms / 60_000)} min ${String(Math.round((ms % 60_000) / 1000)).padStart(2, '0')} s`;
