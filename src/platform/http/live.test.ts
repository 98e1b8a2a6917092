import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type TenantId } from '../../shared/ids.ts';
import { testDatabase, type TestDatabase } from '../db/testing.ts';
import { announce, openLive, type Live } from '../live/index.ts';
import { openLog } from '../log/index.ts';
import { buildApp, sse, type App } from './index.ts';

const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'system', name: 'test', tenantId };
let database: TestDatabase;
let live: Live;
let app: App;
let shown = 1;

beforeAll(async () => {
  database = await testDatabase();
  live = openLive(database.owner);
  const platform = { db: database.db, config: { publicUrl: 'http://localhost:4747' }, log: openLog('silent') };
  const routes = async (api: App) => {
    api.get('/board', { config: { allow: ['public'] } }, (request, reply) =>
      sse(request, reply, { live, tenantId, topics: ['board'], read: async () => ({ shown }) }),
    );
    api.get('/count', { config: { allow: ['public'] } }, () =>
      database.db.withTenant(tenantId, actor, async (tx) => (await sql<{ n: number }>`select 1 as n`.execute(tx.sql)).rows[0]),
    );
  };
  app = await buildApp(platform as never, [{ routes: [routes] }], { webDir: '/nowhere', version: '0' });
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app?.close();
  await live?.close();
  await database?.stop();
});

const address = (path: string) => `http://127.0.0.1:${(app.server.address() as { port: number }).port}/api/v1${path}`;

test('a screen is told what it shows, at once and after each announcement, and never waits to be closed', async () => {
  const response = await fetch(address('/board'));
  expect(response.headers.get('content-type')).toMatch(/event-stream/);
  expect(response.headers.get('x-request-id')).toBeTruthy();
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => {
    let text = '';
    while (!text.includes('data:')) text += (await reader.read()).value ?? '';
    return JSON.parse(text.split('data: ')[1]!.split('\n')[0]!);
  };
  expect(await next()).toEqual({ shown: 1 });
  shown = 2;
  await database.db.withTenant(tenantId, actor, async (tx) => announce(tx, { topic: 'board' }));
  expect(await next()).toEqual({ shown: 2 });
  await reader.cancel();
});

test('a database that stops gives a number to quote, and is used again as soon as it is back', async () => {
  expect((await fetch(address('/count'))).status).toBe(200);
  const owner = new pg.Client(database.owner);
  await owner.connect();
  await owner.query(`alter database ${database.owner.database} connection limit 0`);
  // The application's role may end its own connections; none can be opened meanwhile.
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and datname = current_database()`
    .execute(database.db.shared)
    .catch(() => {});

  const failed = await fetch(address('/count'));
  expect(failed.status).toBe(500);
  expect(await failed.json()).toMatchObject({ code: 'surprise', requestId: failed.headers.get('x-request-id') });
  expect((await fetch(`http://127.0.0.1:${(app.server.address() as { port: number }).port}/healthz`)).status).toBe(503);

  await owner.query(`alter database ${database.owner.database} connection limit -1`);
  await owner.end();
  expect((await fetch(address('/count'))).status).toBe(200);
});
