import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Place } from './place.ts';

const run = promisify(execFile);

export type Passwords = { postgres: string; cadran_owner: string; cadran_app: string };
export type Cluster = { place: Place; pgdata: string; socketDir: string; passwords: Passwords; durable: boolean };

/** Port number only names the socket file: PostgreSQL opens no network port. */
const PORT = 5432;

/** Creates the cluster when there is none. Interrupted, it starts over: the folder takes its name only when complete. */
export const prepareCluster = async (place: Place, durable: boolean): Promise<Cluster> => {
  const pgdata = join(place.dir, 'pgdata');
  const cluster: Cluster = {
    place,
    pgdata,
    socketDir: await prepareSocketDir(place),
    passwords: await readPasswords(place.dir),
    durable,
  };
  if (!(await lstat(pgdata).catch(() => null))) await initdb(cluster);
  await writeSettings(cluster);
  return cluster;
};

export const connectionTo = (cluster: Cluster, user: keyof Passwords, database = 'cadran') => ({
  host: cluster.socketDir,
  port: PORT,
  user,
  password: cluster.passwords[user],
  database,
});

const readPasswords = async (dir: string): Promise<Passwords> => {
  const path = join(dir, 'passwords.json');
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept) return JSON.parse(kept) as Passwords;
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { postgres: password(), cadran_owner: password(), cadran_app: password() };
  await writeFile(`${path}.new`, JSON.stringify(passwords), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return passwords;
};

const initdb = async ({ place, pgdata, passwords, durable }: Cluster) => {
  const draft = `${pgdata}.new`;
  const passwordFile = join(place.dir, 'initdb-password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, passwords.postgres, { mode: 0o600 });
  await giveTo(place, draft, passwordFile);
  try {
    // The built-in C.UTF-8 order depends on no system library, so an upgrade of the machine cannot corrupt an index.
    await run(
      join(place.bin, 'initdb'),
      [
        '-D',
        draft,
        '-U',
        'postgres',
        '--pwfile',
        passwordFile,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-instructions',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...place.user, cwd: place.dir, env: { PATH: process.env.PATH, TZ: 'UTC' } },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(join(draft, 'postgresql.conf'), "include 'cadran.conf'\n");
  await rename(draft, pgdata);
};

const writeSettings = async ({ place, pgdata, socketDir, durable }: Cluster) => {
  const sharedMb = durable ? Math.max(64, Math.min(512, Math.floor(totalmem() / 2 ** 20 / 16))) : 64;
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    port: PORT,
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    ssl: 'off',
    password_encryption: 'scram-sha-256',
    max_connections: durable ? 60 : 200,
    shared_buffers: `${sharedMb}MB`,
    effective_cache_size: `${sharedMb * 3}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    dynamic_shared_memory_type: 'posix',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    random_page_cost: 1.1,
    wal_compression: 'off',
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    autovacuum_naptime: '20s',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_line_prefix: '%m [%p] ',
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const text = Object.entries(settings)
    .map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
    .join('');
  const path = join(pgdata, 'cadran.conf');
  await writeFile(path, `# Written by Cadran at each start.\n${text}`, { mode: 0o600 });
  await giveTo(place, path, join(pgdata, 'postgresql.conf'));
};

/** A socket's path has at most 107 characters: a project that lies too deep gets a folder in /tmp, checked to be ours. */
const prepareSocketDir = async (place: Place): Promise<string> => {
  const near = join(place.dir, 'socket');
  const dir = near.length <= 80 ? near : `/tmp/cadran-${createHash('sha256').update(place.dir).digest('hex').slice(0, 16)}`;
  await mkdir(dir, { mode: 0o750 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(dir);
  const ours = [process.getuid?.(), place.user?.uid].includes(found.uid);
  if (!found.isDirectory() || !ours) throw new Error(`${dir} appartient à un autre compte : supprimez-le ou déplacez le projet.`);
  await giveTo(place, dir);
  await chmod(dir, 0o750);
  return dir;
};

const giveTo = async ({ user }: Place, ...paths: string[]) => {
  if (user) for (const path of paths) await chown(path, user.uid, user.gid);
};

/** The roles and the database, once. The owner migrates; cadran_app runs the application and may do neither DDL nor bypass. */
export const prepareRoles = async (cluster: Cluster): Promise<void> => {
  const client = new pg.Client(connectionTo(cluster, 'postgres', 'postgres'));
  await client.connect();
  try {
    const { rows } = await client.query("select from pg_database where datname = 'cadran'");
    if (rows.length > 0) return;
    const { cadran_owner, cadran_app } = cluster.passwords;
    const role = (name: string, options: string) =>
      client.query(
        `do $$ begin create role ${name} ${options}; exception when duplicate_object then alter role ${name} ${options}; end $$`,
      );
    await role('cadran_owner', `login noinherit nosuperuser createdb createrole password '${cadran_owner}'`);
    await role('cadran_app', `login noinherit nosuperuser nobypassrls password '${cadran_app}'`);
    await role('cadran_system', 'nologin noinherit nosuperuser nobypassrls');
    await client.query('grant cadran_app, cadran_system to cadran_owner with admin option');
    await client.query('grant cadran_system to cadran_app');
    // A forgotten transaction must not hold its locks for ever.
    await client.query("alter role cadran_app set idle_in_transaction_session_timeout = '60s'");
    await client.query("alter role cadran_app set statement_timeout = '120s'");
    await client.query('create database cadran owner cadran_owner');
    await client.query('revoke all on database cadran from public');
    await client.query('grant connect on database cadran to cadran_app');
  } finally {
    await client.end();
  }
};
