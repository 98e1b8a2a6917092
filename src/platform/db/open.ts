import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { TenantId } from '../../shared/ids.ts';
import type { Clock } from '../clock/index.ts';
import type { Reaction } from '../journal/reaction.ts';
import type { Database, SystemTx, TransactionHooks, Tx } from './transaction.ts';
import { valueTypes } from './value-types.ts';

export type OpenDatabase = {
  connection: pg.PoolConfig;
  /** Connections of this process; more than 20 on a small machine slows everything down. */
  poolSize?: number;
  clock: Clock;
  /** Told of what happens outside any request: an idle connection lost, work after a commit that failed. */
  onError?: (error: unknown) => void;
};

/** Opens the pool. PostgreSQL must be running and migrated. */
export const openDatabase = ({ connection, poolSize = 10, clock, onError = () => {} }: OpenDatabase): Database => {
  const pool = new pg.Pool({ connectionTimeoutMillis: 15_000, idleTimeoutMillis: 60_000, ...connection, max: poolSize });
  pool.on('error', (error) => onError(error));
  // A connection cut in the middle of a transaction fails its next statement; it must not fail the whole process.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const shared = new Kysely<any>({ dialect: new PostgresDialect({ pool }) });
  const reactions = new Map<string, Reaction[]>();

  const toldTimes = new Map<TenantId, Clock>();

  const database: Database = {
    withTenant: async (tenantId, actor, work) => {
      if (!uuid.test(tenantId)) throw new Error(`not a tenant id: ${tenantId}`);
      const once = async () => {
        const afterCommit: (() => void | Promise<void>)[] = [];
        const hooks: TransactionHooks = {
          database,
          reactions,
          announced: new Set(),
          afterCommit: (job) => void afterCommit.push(job),
        };
        const result = await inTransaction(
          pool,
          `begin; set local role cadran_app; set local app.tenant = '${tenantId}'`,
          (sql) => work({ sql, tenantId, now: (toldTimes.get(tenantId) ?? clock).now(), actor, hooks } satisfies Tx),
          () => commitStatement(tenantId, hooks.announced),
        );
        return { result, afterCommit };
      };
      const { result, afterCommit } = await unlessDeadlocked(once);
      for (const job of afterCommit) await Promise.resolve(job()).catch(onError);
      return result;
    },
    asSystem: (work) =>
      inTransaction(
        pool,
        "begin read only; set local role cadran_system; set local app.tenant = ''",
        (sql) => work({ sql, now: clock.now() } satisfies SystemTx),
        () => 'commit',
      ),
    shared,
    react: (list) => {
      for (const reaction of list) reactions.set(reaction.factType, [...(reactions.get(reaction.factType) ?? []), reaction]);
    },
    tellTime: (tenantId, told) => void (told ? toldTimes.set(tenantId, told) : toldTimes.delete(tenantId)),
    clock,
    pool,
    close: () => pool.end(),
  };
  return database;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const LIVE_CHANNEL = 'cadran_live';

/** Announcements travel with the commit: one round trip, and nothing is told of what was rolled back. */
const commitStatement = (tenantId: string, announced: ReadonlySet<string>): string =>
  [...announced]
    .map((topic) => `select pg_notify('${LIVE_CHANNEL}', ${pg.escapeLiteral(JSON.stringify({ tenantId, topic }))}); `)
    .join('') + 'commit';

const inTransaction = async <T>(
  pool: pg.Pool,
  begin: string,
  work: (sql: Transaction<any>) => Promise<T>,
  commit: () => string,
): Promise<T> => {
  const client = await begun(pool, begin);
  let broken = false;
  try {
    const result = await work(boundTo(client));
    // A module may catch the error of a statement, but not keep what came before it: PostgreSQL answers COMMIT with ROLLBACK.
    const answers = ([] as pg.QueryResult[]).concat((await client.query(commit())) as never);
    if (answers.at(-1)?.command !== 'COMMIT')
      throw new Error('the transaction was already aborted by an earlier error: nothing was kept');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};

/** PostgreSQL undid one of two transactions that waited for each other: nothing of it was kept, so it is run again. */
const unlessDeadlocked = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let left = 3; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || (error as { code?: string }).code !== '40P01') throw error;
    }
  }
};

/** How long a request waits for PostgreSQL to come back before it fails. */
export const PATIENCE_MS = 5_000;

/** Begins on a live connection. One that died while idle is replaced, and a restart is waited for: nothing has run yet. */
const begun = async (pool: pg.Pool, begin: string): Promise<pg.PoolClient> => {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(50)) {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      await client.query(begin);
      return client;
    } catch (error) {
      client?.release(true);
      if (!isAbsence(error) || Date.now() > until) throw error;
    }
  }
};

/** PostgreSQL is stopping, starting or gone, as opposed to saying no. */
const isAbsence = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string };
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P01', '57P02', '57P03'].includes(code ?? '') ||
    /^Connection terminated|not queryable/.test(message ?? '')
  );
};

const bound = new WeakMap<pg.PoolClient, Kysely<any>>();

/** One Kysely per pooled connection, made once: a transaction costs no set-up beyond its BEGIN. */
const boundTo = (client: pg.PoolClient): Transaction<any> => {
  let kysely = bound.get(client);
  if (!kysely) {
    const query = (text: string, values: unknown[]) => client.query({ text, values, types: valueTypes });
    const single = { query, release: () => {} };
    const pool = { connect: async () => single, end: async () => {}, options: {} };
    kysely = new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) });
    bound.set(client, kysely);
  }
  return kysely as Transaction<any>;
};
