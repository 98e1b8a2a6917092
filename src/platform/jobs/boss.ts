import { PgBoss, type QueueOptions } from 'pg-boss';
import type { Database } from '../db/index.ts';
import type { JobOptions } from './job.ts';

const SCHEMA = 'pgboss';

/** One pg-boss per pool, started when first needed. It only inserts and fetches here: the worker does the upkeep. */
type Boss = { boss: Promise<PgBoss>; queues: Map<string, Promise<void>> };
const bosses = new WeakMap<Database['pool'], Boss>();

const bossFor = ({ pool }: Database): Boss => {
  let entry = bosses.get(pool);
  if (!entry) {
    entry = { boss: startBoss(pool, { supervise: false }), queues: new Map() };
    bosses.set(pool, entry);
  }
  return entry;
};

export const bossOf = (database: Database): Promise<PgBoss> => bossFor(database).boss;

export const startBoss = async (pool: Database['pool'], { supervise }: { supervise: boolean }): Promise<PgBoss> => {
  const boss = new PgBoss({
    schema: SCHEMA,
    db: { executeSql: async (text: string, values?: unknown[]) => (values ? pool.query(text, values as unknown[]) : pool.query(text)) },
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
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
  // Done jobs are kept a week so that somebody can look; a failed one a month.
  deleteAfterSeconds: 7 * 24 * 3600,
  retentionSeconds: 30 * 24 * 3600,
});

/** Makes sure the queue is there; with options (the worker, which knows them) they are brought up to date. */
export const ensureQueue = (database: Database, name: string, options?: JobOptions): Promise<void> => {
  const { boss, queues } = bossFor(database);
  const known = queues.get(name);
  if (known && !options) return known;
  const made = (async () => {
    const ready = await boss;
    // 'short': one waiting job per singletonKey, while another may run.
    await ready.createQueue(name, { policy: 'short', ...queueOptions(options ?? {}) });
    if (options) await ready.updateQueue(name, queueOptions(options));
  })();
  queues.set(name, made);
  made.catch(() => queues.delete(name));
  return made;
};
