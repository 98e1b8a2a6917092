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

export type StartDatabase = {
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseDirectUrl' | 'databasePool'>;
  clock: Clock;
  onError?: (error: unknown) => void;
  onEvent?: (message: string) => void;
};

/** The database of this installation: an existing one by DATABASE_URL, otherwise our own PostgreSQL in the data folder. */
export const startDatabase = async (options: StartDatabase): Promise<RunningDatabase> =>
  options.config.databaseUrl ? connectExisting(options.config.databaseUrl, options) : startEmbedded(options);

const startEmbedded = async ({ config, clock, onError, onEvent }: StartDatabase): Promise<RunningDatabase> => {
  const postgres = await supervisePostgres({ dir: join(config.dataDir, 'postgres'), ...(onEvent && { onEvent }) });
  try {
    const running = await open(
      { owner: postgres.owner, app: postgres.app, listen: postgres.app },
      { config, clock, ...(onError && { onError }) },
    );
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
  const bypassing = await checkServer({ connectionString: url });
  const running = await open(
    { owner: direct, app: { connectionString: url }, listen: direct },
    { config, clock, ...(onError && { onError }) },
  );
  const { hostname, pathname } = new URL(url);
  return {
    ...running,
    description: `PostgreSQL existant, base ${pathname.slice(1)} sur ${hostname || 'socket local'}`,
    notices: bypassing ? [BYPASSING] : [],
  };
};

type Connections = { owner: pg.ClientConfig; app: pg.PoolConfig; listen: pg.ClientConfig };

const open = async ({ owner, app, listen }: Connections, { config, clock, onError }: StartDatabase) => {
  const migrationsApplied = await prepareDatabase(owner);
  const report = onError ? { onError } : {};
  const db = openDatabase({ connection: app, poolSize: config.databasePool, clock, ...report });
  const live = openLive(listen, onError);
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

const BYPASSING =
  'Le compte de DATABASE_URL est superutilisateur ou BYPASSRLS : donnez-en un ordinaire à Cadran, pour que la séparation des organisations ne repose pas sur un seul verrou.';

/** Refuses a PostgreSQL too old; says whether the account may ignore row-level security. */
const checkServer = async (connection: pg.ClientConfig): Promise<boolean> => {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; bypassing: boolean }>(
      "select current_setting('server_version_num') as version, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as bypassing",
    );
    if (Number(rows[0]!.version) < 150_000) throw new Error('Cadran demande PostgreSQL 15 ou plus récent.');
    return rows[0]!.bypassing;
  } finally {
    await client.end();
  }
};
