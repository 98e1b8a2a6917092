import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { instant, type Instant } from '../../shared/time.ts';
import { type DemoClock, demoClock } from '../clock/index.ts';
import type { Database } from './index.ts';
import { openDatabase } from './open.ts';
import { exclusively, isAlive, markOf, type ProcessMark } from './postgres/processes.ts';
import { stopPostmaster, supervisePostgres } from './postgres/supervise.ts';
import { prepareDatabase } from './prepare.ts';

export type TestDatabase = {
  db: Database;
  clock: DemoClock;
  /** The same database as the owner role, which row-level security binds too: for what the application may not do. */
  owner: pg.ClientConfig;
  app: pg.PoolConfig;
  superuser: pg.ClientConfig;
  /** Drops this file's database. Call it in `afterAll`. */
  stop(): Promise<void>;
};

type RunCluster = { owner: pg.ClientConfig; app: pg.PoolConfig; superuser: pg.ClientConfig };

const TEMPLATE = 'cadran_template';
/** Set by the global set-up; its folder holds the run's cluster, made by the first test that asks. */
const FOLDER = 'CADRAN_TEST_FOLDER';
const prefix = join(tmpdir(), 'cadran-test-');

let serial = 0;

/** A fresh, migrated PostgreSQL database for one test file, on the run's own cluster: `const { db, stop } = await testDatabase()`. */
export const testDatabase = async ({ now = instant('2026-03-16T08:00:00Z') }: { now?: Instant } = {}): Promise<TestDatabase> => {
  const cluster = await runCluster();
  const name = `test_${process.pid}_${(serial += 1)}`;
  await asSuperuser(cluster, `create database ${name} template ${TEMPLATE} strategy file_copy owner cadran_owner`);
  const clock = demoClock(now);
  const app = { ...cluster.app, database: name };
  const db = openDatabase({ connection: app, clock, poolSize: 10 });
  return {
    db,
    clock,
    owner: { ...cluster.owner, database: name },
    app,
    superuser: { ...cluster.superuser, database: name },
    stop: async () => {
      await db.close();
      await asSuperuser(cluster, `drop database ${name} with (force)`);
    },
  };
};

const runCluster = async (): Promise<RunCluster> => {
  const folder = process.env[FOLDER];
  if (!folder) throw new Error('testDatabase() needs the global set-up of vitest.config.ts');
  const ready = join(folder, 'ready.json');
  if (!existsSync(ready)) {
    await exclusively(join(folder, 'first.lock'), async () => {
      if (!existsSync(ready)) await createCluster(folder, ready);
    });
  }
  return JSON.parse(await readFile(ready, 'utf8')) as RunCluster;
};

const createCluster = async (folder: string, ready: string) => {
  const postgres = await supervisePostgres({ dir: join(folder, 'postgres'), durable: false });
  const cluster: RunCluster = { owner: postgres.owner, app: postgres.app, superuser: postgres.superuser };
  await asSuperuser(cluster, `create database ${TEMPLATE} owner cadran_owner`);
  await asSuperuser(cluster, `revoke all on database ${TEMPLATE} from public`);
  await asSuperuser(cluster, `grant connect on database ${TEMPLATE} to cadran_app`);
  await prepareDatabase({ ...cluster.owner, database: TEMPLATE });
  postgres.leaveRunning();
  await writeFile(`${ready}.new`, JSON.stringify(cluster), { mode: 0o600 });
  await rename(`${ready}.new`, ready);
};

const asSuperuser = async (cluster: RunCluster, statement: string) => {
  const client = new pg.Client(cluster.superuser);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Called once by vitest: names the run's folder, and afterwards leaves no process and no file. */
export const prepareTestRun = async (): Promise<() => Promise<void>> => {
  await clearDeadRuns();
  const folder = await realpath(await mkdtemp(prefix));
  // The database's own account must be able to enter.
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'run.json'), JSON.stringify(await markOf(process.pid)));
  process.env[FOLDER] = folder;
  return () => clear(folder);
};

const clear = async (folder: string) => {
  await stopPostmaster(join(folder, 'postgres', 'pgdata'), { immediately: true });
  await rm(folder, { recursive: true, force: true });
};

/** A run that was killed could not clean up: the next one does it. */
const clearDeadRuns = async () => {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!folder.startsWith(prefix)) continue;
    const run = await readFile(join(folder, 'run.json'), 'utf8').catch(() => null);
    if (run && !(await isAlive(JSON.parse(run) as ProcessMark))) await clear(folder).catch(() => {});
  }
};
