import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/platform/clock/index.ts';
import { openDatabase } from '../../src/platform/db/index.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { supervisePostgres } from '../../src/platform/db/postgres/supervise.ts';
import { diskFiles } from '../../src/platform/files/index.ts';

const projectDir = join(import.meta.dirname, '../..');

/** A durable PostgreSQL of its own (fsync on, as installed), migrated for the folders given, thrown away afterwards. */
export const benchDatabase = async ({ folders, poolSize = 10 }: { folders: readonly string[]; poolSize?: number }) => {
  const dir = await mkdtemp(join(tmpdir(), 'cadran-bench-'));
  await chmod(dir, 0o755);
  const postgres = await supervisePostgres({ dir: join(dir, 'db') });
  await migrate({ ...postgres.owner, database: 'cadran' }, projectDir, folders);
  const db = openDatabase({ connection: postgres.app, poolSize, clock: systemClock() });
  return {
    db,
    files: diskFiles(join(dir, 'files')),
    superuser: { ...postgres.superuser, database: 'cadran' },
    stop: async () => {
      await db.close();
      await postgres.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
};

export const platformAndProspects = [
  'src/platform/db/migrations',
  'src/platform/journal/migrations',
  'src/platform/jobs/migrations',
  'src/platform/files/migrations',
  'src/platform/numbering/migrations',
  'src/modules/prospects/db/migrations',
];

/** Median and percentiles of a series, nearest rank. */
export const spread = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    samples: sorted.length,
    median: round(at(0.5)),
    p50: round(at(0.5)),
    p95: round(at(0.95)),
    p99: round(at(0.99)),
    max: round(sorted.at(-1) ?? 0),
  };
};

/** What else the machine was doing: a load above its cores means that the figures are of a shared machine. */
export const machine = () => ({ cores: availableParallelism(), load: Number(loadavg()[0]!.toFixed(1)), node: process.version });
