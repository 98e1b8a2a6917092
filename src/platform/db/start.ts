import { join } from 'node:path';
import pg from 'pg';
import type { Clock } from '../clock/index.ts';
import type { Config } from '../config/index.ts';
import { openLive } from '../live/index.ts';
import type { Live } from '../live/index.ts';
import { openDatabase } from './open.ts';
import { supervisePostgres } from './postgres/supervise.ts';
import { prepareDatabase } from './prepare.ts';
import type { Database } from './transaction.ts';

export type RunningDatabase = {
  db: Database;
  live: Live;
  /** One line for the person who starts Cadran: which PostgreSQL, where its rows are. */
  description: string;
  notices: string[];
  migrationsApplied: string[];
  stop(): Promise<void>;
};

export type StartDatabase = { config: Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseDirectUrl' | 'databasePool'>; clock: Clock; onError?: (error: unknown) => void; onEvent?: (message: string) => void };

/** The database of this installation: an existing one by DATABASE_URL, otherwise our own PostgreSQL in the data folder. */
export const startDatabase = async (options: StartDatabase): Promise<RunningDatabase> =>
  options.config.databaseUrl ? connectExisting(options.config.databaseUrl, options) : startEmbedded(options);

const startEmbedded = async ({ config, clock, onError, onEvent }: StartDatabase): Promise<RunningDatabase> => {
  const postgres = await supervisePostgres({ dir: join(config.dataDir, 'postgres'), ...(onEvent && { onEvent }) });
  try {
    const running = await open(postgres.owner, postgres.app, { config, clock, ...(onError && { onError }) });
    const arrivals = { created: 'créée', started: 'démarrée', adopted: 'reprise après un arrêt brutal' };
    return {
      ...running,
      description: `PostgreSQL intégré, base ${arrivals[postgres.arrival]}, dans ${postgres.dir}`,
      notices: postgres.notices,
      stop: async () => {
        await running.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
};

const connectExisting = async (url: string, { config, clock, onError }: StartDatabase): Promise<RunningDatabase> => {
  const direct = { connectionString: config.databaseDirectUrl ?? url };
  await requireVersion(direct);
  const running = await open(direct, { connectionString: url }, { config, clock, ...(onError && { onError }) });
  const { hostname, pathname } = new URL(url);
  return { ...running, description: `PostgreSQL existant, base ${pathname.slice(1)} sur ${hostname || 'socket local'}`, notices: [] };
};

const open = async (owner: pg.ClientConfig, app: pg.PoolConfig, { config, clock, onError }: StartDatabase) => {
  const migrationsApplied = await prepareDatabase(owner);
  const report = onError ? { onError } : {};
  const db = openDatabase({ connection: app, poolSize: config.databasePool, clock, ...report });
  const live = openLive(owner, onError);
  return {
    db,
    live,
    migrationsApplied,
    stop: async () => {
      await live.close();
      await db.close();
    },
  };
};

const requireVersion = async (connection: pg.ClientConfig) => {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    if (Number(rows[0]!.version) < 150_000) throw new Error('Cadran demande PostgreSQL 15 ou plus récent.');
  } finally {
    await client.end();
  }
};
