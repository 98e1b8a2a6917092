import { PgBoss, type QueueOptions } from 'pg-boss';
import type { Database } from '../db/index.ts';
import type { JobOptions } from './job.ts';

export const SCHEMA = 'pgboss';

/** One pg-boss per pool, started when first needed; the worker asks it for its upkeep. */
type Boss = { boss: Promise<PgBoss>; queues: Map<string, Promise<void>>; wakers: Set<() => void> };
const bosses = new WeakMap<Database['pool'], Boss>();

const bossFor = ({ pool }: Database): Boss => {
  let entry = bosses.get(pool);
  if (!entry) {
    entry = { boss: startBoss(pool), queues: new Map(), wakers: new Set() };
    bosses.set(pool, entry);
  }
  return entry;
};

export const bossOf = (database: Database): Promise<PgBoss> => bossFor(database).boss;

const startBoss = async (pool: Database['pool']): Promise<PgBoss> => {
  const boss = new PgBoss({
    schema: SCHEMA,
    db: {
      executeSql: async (text: string, values?: unknown[]) => (values ? pool.query(text, values as unknown[]) : pool.query(text)),
    },
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    monitorIntervalSeconds: 15,
  });
  boss.on('error', () => {});
  await boss.start();
  return boss;
};

const queueOptions = ({ retryLimit = 5, firstRetrySeconds = 5, expireSeconds = 300 }: JobOptions): QueueOptions => ({
  retryLimit,
  retryDelay: firstRetrySeconds,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: expireSeconds,
  // A worker that was killed no longer says it is alive: its jobs are taken up again without waiting for the expiry.
  heartbeatSeconds: 30,
  // Done jobs are kept a week so that somebody can look; a failed one a month.
  deleteAfterSeconds: 7 * 24 * 3600,
  retentionSeconds: 30 * 24 * 3600,
});

/** Makes sure the queue is there; with options (the worker, which knows them) they are brought up to date. */
export const ensureQueue = (database: Database, name: string, options?: JobOptions): Promise<void> => {
  const { boss, queues } = bossFor(database);
  const key = options ? `${name} with its options` : name;
  const known = queues.get(`${name} with its options`) ?? queues.get(key);
  if (known) return known;
  const made = (async () => {
    const ready = await boss;
    // 'short': one waiting job per singletonKey, while another may run.
    await ready.createQueue(name, { policy: 'short', ...queueOptions(options ?? {}) });
    if (options) await ready.updateQueue(name, queueOptions(options));
  })();
  queues.set(key, made);
  made.catch(() => queues.delete(key));
  return made;
};

/** Wakes this process's worker after a commit, so that it need not wait for its next look. */
export const onEnqueued = (database: Database, wake: () => void): (() => void) => {
  const { wakers } = bossFor(database);
  wakers.add(wake);
  return () => wakers.delete(wake);
};
export const wakeWorkers = (database: Database): void => {
  for (const wake of bossFor(database).wakers) wake();
};
