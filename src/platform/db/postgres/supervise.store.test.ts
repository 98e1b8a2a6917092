import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { newId, type TenantId } from '../../../shared/ids.ts';
import { systemClock } from '../../clock/index.ts';
import { openDatabase, PATIENCE_MS } from '../open.ts';
import { isAlive, markOf, processesIn } from './processes.ts';
import { type EmbeddedPostgres, supervisePostgres } from './supervise.ts';

const asRoot = process.getuid?.() === 0;
let folder: string;
let dir: string;
const running: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

const up = async (where = dir): Promise<EmbeddedPostgres> => {
  const postgres = await supervisePostgres({ dir: where });
  running.push(postgres);
  return postgres;
};
const query = async (postgres: EmbeddedPostgres, text: string) => {
  const client = new pg.Client(postgres.owner);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'cadran-supervise-')));
  await chmod(folder, 0o755);
  dir = join(folder, 'postgres');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const postgres of running.splice(0).reverse()) await postgres.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Another Cadran, in its own process. */
const anotherProcess = async (): Promise<{ child: ChildProcess; pid: number }> => {
  const script = join(folder, 'other.ts');
  await writeFile(
    script,
    `import { supervisePostgres } from '${join(import.meta.dirname, 'supervise.ts')}';
    const postgres = await supervisePostgres({ dir: ${JSON.stringify(dir)} });
    console.log(postgres.pid());
    process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
    setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const pid = await new Promise<number>((resolve, reject) => {
    child.stdout!.once('data', (text: Buffer) => resolve(Number(text.toString())));
    child.once('exit', () => reject(new Error('the other process ended')));
  });
  return { child, pid };
};
const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

test('it starts closed: its own account, no network port, passwords that only we can read, a password for every connection', async () => {
  const postgres = await up();
  expect(postgres.arrival).toBe('created');
  const [settings] = await query(
    postgres,
    `select current_setting('listen_addresses') as network, current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as synchronous, current_setting('full_page_writes') as pages, (select rolsuper from pg_roles where rolname = current_user) as super`,
  );
  expect(settings).toEqual({ network: '', fsync: 'on', synchronous: 'on', pages: 'on', super: false });
  const status = await readFile(`/proc/${postgres.pid()}/status`, 'utf8');
  if (asRoot) expect(status).not.toMatch(/^Uid:\s+0\b/m);
  expect((await stat(join(dir, 'passwords.json'))).mode & 0o777).toBe(0o600);
  expect((await stat(postgres.owner.host!)).mode & 0o777).toBe(0o750);
  const forged = new pg.Client({ ...postgres.superuser, password: 'guess' });
  await expect(forged.connect()).rejects.toMatchObject({ code: '28P01' });
});

test('stopped, it leaves no process; started again, the rows are there', async () => {
  const first = await up();
  await query(first, 'create table if not exists kept (n int)');
  await query(first, 'insert into kept values (1)');
  await first.stop();
  expect(await processesIn(join(dir, 'pgdata'))).toEqual([]);
  const second = await up();
  expect(second.arrival).toBe('started');
  expect(await query(second, 'select n from kept')).toEqual([{ n: 1 }]);
});

test('kill -9 of PostgreSQL: it comes back by itself with every acknowledged row, and the application goes on', async () => {
  const postgres = await up();
  await query(postgres, 'create table if not exists acknowledged (n int); grant select, insert on acknowledged to cadran_app');
  const db = openDatabase({ connection: postgres.app, clock: systemClock(), poolSize: 4 });
  const tenantId = newId<TenantId>();
  const insert = (n: number) =>
    db.withTenant(tenantId, { kind: 'system', name: 'test', tenantId }, (tx) =>
      sql`insert into acknowledged values (${n})`.execute(tx.sql),
    );
  const kept: number[] = [];
  let n = 0;
  const refused: unknown[] = [];
  const killAt = 40;
  let killed = false;
  const [first, startedAt] = [postgres.pid(), Date.now()];
  // The killed instance's last connections may live on for a moment: go on until its successor has answered too.
  while (postgres.pid() === first || kept.length < killAt + 20) {
    n += 1;
    if (kept.length === killAt && !killed) {
      process.kill(postgres.pid()!, 'SIGKILL');
      killed = true;
    }
    await insert(n).then(
      () => kept.push(n),
      (error: unknown) => void refused.push(error),
    );
  }
  // Only what was in the middle of a transaction fails; what comes after waits for the restart.
  expect(refused.length, String(refused)).toBeLessThanOrEqual(1 + (Date.now() - startedAt) / PATIENCE_MS);
  const rows = await vi.waitFor(() => query(postgres, 'select n from acknowledged'), { timeout: 10_000, interval: 100 });
  expect(rows.map((row) => (row as { n: number }).n)).toEqual(expect.arrayContaining(kept));
  await db.close();
});

test('kill -9 of the program: PostgreSQL goes on alone, and the next start adopts it', async () => {
  const { child, pid } = await anotherProcess();
  child.kill('SIGKILL');
  await ended(child);
  expect(await markOf(pid)).not.toBeNull();
  const postgres = await up();
  expect(postgres.arrival).toBe('adopted');
  expect(postgres.pid()).toBe(pid);
  await postgres.stop();
  expect(await markOf(pid)).toBeNull();
});

test('both killed, and postmaster.pid now names somebody else’s process: the next start is not fooled', async () => {
  const { child, pid } = await anotherProcess();
  const mark = await markOf(pid);
  child.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  await ended(child);
  await vi.waitFor(async () => expect(await isAlive(mark)).toBe(false));
  const pidFile = join(dir, 'pgdata', 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8');
  await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)));
  await writeFile(join(dir, 'start.lock'), JSON.stringify({ pid: 1, startedTicks: 'long ago' }));
  expect((await up()).arrival).toBe('started');
});

test('a second live program shares it, and leaving does not stop it for the first', async () => {
  const { child, pid } = await anotherProcess();
  const guest = await up();
  expect(guest.pid()).toBe(pid);
  await guest.stop();
  expect(await markOf(pid)).not.toBeNull();
  child.kill('SIGTERM');
  await ended(child);
  expect(await processesIn(join(dir, 'pgdata'))).toEqual([]);
});

test('an interrupted first start is started over', async () => {
  const broken = join(folder, 'broken');
  await mkdir(join(broken, 'pgdata.new'), { recursive: true });
  await writeFile(join(broken, 'pgdata.new', 'PG_VERSION'), '18\n');
  expect((await up(broken)).arrival).toBe('created');
});

test('a project too deep for a socket’s path gets a private folder in /tmp', async () => {
  const deep = join(folder, 'd'.repeat(90));
  const postgres = await up(deep);
  const socketDir = postgres.owner.host!;
  expect(socketDir).toMatch(/^\/tmp\/cadran-[0-9a-f]{16}$/);
  expect((await stat(socketDir)).mode & 0o777).toBe(0o750);
  await postgres.stop();
  await rm(socketDir, { recursive: true, force: true });
});

test.runIf(asRoot)('started by root in a closed home, the database moves where its account can enter, and says so', async () => {
  const home = join(folder, 'home');
  await mkdir(home, { mode: 0o700 });
  const postgres = await up(join(home, 'project', 'postgres'));
  expect(postgres.dir).toMatch(/^\/var\/lib\/cadran\/[0-9a-f]{12}$/);
  expect(postgres.notices).toEqual([expect.stringContaining(postgres.dir)]);
  await postgres.stop();
  await rm(postgres.dir, { recursive: true, force: true });
});
