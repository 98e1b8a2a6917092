import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrate, MigrationChanged } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let t: TestDatabase;
let project: string;
const folders = ['a/migrations', 'not-there/migrations', 'b/migrations'];
const run = () => migrate(t.owner, project, folders);
const write = (file: string, text: string) => writeFile(join(project, file), text);
const rows = async (text: string) => {
  const client = new pg.Client(t.owner);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'cadran-migrations-'));
  await mkdir(join(project, 'a/migrations'), { recursive: true });
  await mkdir(join(project, 'b/migrations'), { recursive: true });
  await rows(`drop table if exists steps, twice; delete from cadran_migrations where folder in ('a/migrations', 'b/migrations')`);
  await write('a/migrations/0001_steps.sql', 'create table steps (name text)');
  await write('b/migrations/0001_first.sql', "insert into steps values ('b1')");
  await write('b/migrations/0002_second.sql', "insert into steps values ('b2')");
});
afterEach(() => rm(project, { recursive: true }));
afterAll(() => t.stop());

test('files run once, in the order of the folders then of their numbers', async () => {
  expect(await run()).toEqual(['a/migrations/0001_steps.sql', 'b/migrations/0001_first.sql', 'b/migrations/0002_second.sql']);
  expect(await run()).toEqual([]);
  expect(await rows('select name from steps')).toEqual([{ name: 'b1' }, { name: 'b2' }]);
});

test('a file edited after it was applied is refused by name', async () => {
  await run();
  await write('b/migrations/0001_first.sql', "insert into steps values ('other')");
  await expect(run()).rejects.toThrow(MigrationChanged);
  await expect(run()).rejects.toThrow('b/migrations/0001_first.sql was changed after it was applied');
});

test('a file that fails leaves nothing of itself, keeps those before it, and names its line', async () => {
  await write('b/migrations/0002_second.sql', "insert into steps values ('half');\n\nselect nothing_like_this");
  await expect(run()).rejects.toThrow(/^b\/migrations\/0002_second\.sql, line 3: column "nothing_like_this" does not exist/);
  expect(await rows('select name from steps')).toEqual([{ name: 'b1' }]);
});

test('processes that start together apply each file once', async () => {
  await write('b/migrations/0003_slow.sql', 'select pg_sleep(0.1); create table twice ()');
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.map((list) => list.length).sort()).toEqual([0, 0, 4]);
});
