import { spawn } from 'node:child_process';
import { chown, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, connectionTo, prepareCluster, prepareRoles } from './cluster.ts';
import { findPlace } from './place.ts';
import { exclusively, isAlive, markOf, postmasterOf, type ProcessMark, processesIn } from './processes.ts';

export type EmbeddedPostgres = {
  /** For migrations and LISTEN. */
  owner: pg.ClientConfig;
  /** For the application's pool. */
  app: pg.PoolConfig;
  /** To make test databases. */
  superuser: pg.ClientConfig;
  dir: string;
  pid(): number | null;
  /** How it came up: 'created' the first time, 'adopted' when a killed process had left it running. */
  arrival: 'created' | 'started' | 'adopted';
  notices: string[];
  /** Stops PostgreSQL cleanly, unless another live process started it. */
  stop(): Promise<void>;
  /** Stops watching and leaves PostgreSQL to somebody else, who will stop it. */
  leaveRunning(): void;
};

export type SuperviseOptions = {
  dir: string;
  /** False for tests only: faster, and worthless after a power cut. */
  durable?: boolean;
  onEvent?: (message: string) => void;
};

/**
 * Runs PostgreSQL for as long as this process: creates the cluster, adopts one left running by a process that was
 * killed, clears what a crash left behind, starts it again if it dies.
 */
export const supervisePostgres = async ({
  dir,
  durable = true,
  onEvent = () => {},
}: SuperviseOptions): Promise<EmbeddedPostgres> => {
  const place = await findPlace(dir);
  const lock = join(place.dir, 'start.lock');
  const ownerFile = join(place.dir, 'owner.json');
  let postmaster: ProcessMark | null = null;
  let owner = false;

  const bringUp = () =>
    exclusively(lock, async () => {
      const isNew = (await readFile(join(place.dir, 'pgdata', 'PG_VERSION')).catch(() => null)) === null;
      const cluster = await prepareCluster(place, durable);
      postmaster = await postmasterOf(cluster.pgdata);
      const wasRunning = postmaster !== null;
      if (!postmaster) postmaster = await startPostmaster(cluster);
      await waitUntilReady(cluster, postmaster);
      const otherOwner = wasRunning && (await isAlive(await readOwner(ownerFile)));
      if (!otherOwner) {
        await writeFile(ownerFile, JSON.stringify(await markOf(process.pid)), { mode: 0o600 });
        owner = true;
      }
      await prepareRoles(cluster);
      return { cluster, arrival: isNew ? 'created' : wasRunning ? 'adopted' : 'started' } as const;
    });

  const { cluster, arrival } = await bringUp();

  // A postmaster that is killed takes its connections along: it is started again, and recovers what was committed.
  let watching: NodeJS.Timeout | undefined;
  let stopping = false;
  let restart: Promise<unknown> = Promise.resolve();
  const watch = () => {
    watching = setTimeout(() => {
      restart = (async () => {
        if (!stopping && !(await isAlive(postmaster))) {
          onEvent('PostgreSQL s’est arrêté : redémarrage.');
          await bringUp().then(
            () => onEvent('PostgreSQL a redémarré.'),
            (error: Error) => onEvent(`PostgreSQL ne redémarre pas : ${error.message}`),
          );
        }
        if (!stopping) watch();
      })();
    }, 250);
    watching.unref();
  };
  watch();

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping = true;
    clearTimeout(watching);
    await restart;
    if (!owner) return;
    await exclusively(lock, () => stopPostmaster(cluster.pgdata));
    await rm(ownerFile, { force: true });
  };

  return {
    owner: connectionTo(cluster, 'cadran_owner'),
    app: connectionTo(cluster, 'cadran_app'),
    superuser: connectionTo(cluster, 'postgres', 'postgres'),
    dir: place.dir,
    pid: () => postmaster?.pid ?? null,
    arrival,
    notices: place.notices,
    stop: () => (stopped ??= stop()),
    leaveRunning: () => {
      stopping = true;
      clearTimeout(watching);
    },
  };
};

const readOwner = async (path: string): Promise<ProcessMark | null> => {
  const text = await readFile(path, 'utf8').catch(() => null);
  try {
    const mark = text ? (JSON.parse(text) as ProcessMark) : null;
    return mark?.pid === process.pid ? null : mark;
  } catch {
    return null;
  }
};

const startPostmaster = async ({ place, pgdata, socketDir }: Cluster): Promise<ProcessMark> => {
  await clearDeadPostmaster(pgdata, socketDir);
  const logPath = join(place.dir, LOG);
  if (((await stat(logPath).catch(() => null))?.size ?? 0) > LOG_LIMIT_BYTES) await rename(logPath, `${logPath}.1`);
  const log = await open(logPath, 'a', 0o600);
  if (place.user) await chown(logPath, place.user.uid, place.user.gid);
  // Detached, so that Ctrl-C reaches us first and PostgreSQL stops last.
  const child = spawn(join(place.bin, 'postgres'), ['-D', pgdata], {
    ...place.user,
    cwd: pgdata,
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  await log.close();
  child.unref();
  const mark = await markOf(child.pid!);
  if (!mark) throw await notStarted(place.dir);
  return mark;
};

const LOG = 'postgres.log';
const LOG_LIMIT_BYTES = 5_000_000;

const notStarted = async (dir: string) => {
  const log = await readFile(join(dir, LOG), 'utf8').catch(() => '');
  return new Error(`PostgreSQL n’a pas démarré (journal : ${join(dir, LOG)}). ${log.trim().split('\n').slice(-4).join(' | ')}`);
};

/**
 * The pid files of a dead postmaster would stop the next one (in a container nobody reaps it, and a zombie's number still
 * answers); its last children must be gone before they are removed.
 */
const clearDeadPostmaster = async (pgdata: string, socketDir: string) => {
  const deadline = Date.now() + 20_000;
  for (let left = await processesIn(pgdata); left.length > 0; left = await processesIn(pgdata)) {
    if (Date.now() > deadline) throw new Error(`Des processus de l’ancienne base tournent encore : ${left.join(', ')}.`);
    await pause(50);
  }
  for (const left of [
    join(pgdata, 'postmaster.pid'),
    ...['.s.PGSQL.5432', '.s.PGSQL.5432.lock'].map((name) => join(socketDir, name)),
  ]) {
    await rm(left, { force: true });
  }
};

const waitUntilReady = async (cluster: Cluster, postmaster: ProcessMark) => {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const client = new pg.Client({ ...connectionTo(cluster, 'postgres', 'postgres'), connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      void client.end().catch(() => {}); // never settles when the connection was refused
      if (!(await isAlive(postmaster))) throw await notStarted(cluster.place.dir);
      // 28P01: the password file does not belong to this cluster; waiting changes nothing.
      if ((error as { code?: string }).code === '28P01' || Date.now() > deadline) throw error;
      await pause(20);
    }
  }
};

/** Fast shutdown: running transactions are rolled back, everything committed is on disk. `immediately` is for what will be deleted. */
export const stopPostmaster = async (pgdata: string, { immediately = false } = {}) => {
  const postmaster = await postmasterOf(pgdata);
  if (!postmaster) return;
  process.kill(postmaster.pid, immediately ? 'SIGQUIT' : 'SIGINT');
  for (const until = Date.now() + 30_000; await isAlive(postmaster); await pause(20)) {
    if (Date.now() > until) {
      process.kill(postmaster.pid, 'SIGQUIT');
      await pause(2_000);
      return;
    }
  }
};
