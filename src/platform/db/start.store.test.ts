import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, type TenantId } from '../../shared/ids.ts';
import { systemClock } from '../clock/index.ts';
import { allocateNumber } from '../numbering/index.ts';
import { startDatabase } from './start.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let t: TestDatabase;
let databaseUrl: string;
beforeAll(async () => {
  t = await testDatabase();
  const owner = new pg.Client(t.owner);
  databaseUrl = `postgres://${owner.user}:${owner.password}@localhost:${owner.port}/${owner.database}?host=${encodeURIComponent(owner.host)}`;
});
afterAll(() => t.stop());

test('an existing PostgreSQL is used through DATABASE_URL alone, and its owner’s connection is closed to tenants as well', async () => {
  const running = await startDatabase({
    config: { dataDir: '/nowhere', databaseUrl, databaseDirectUrl: databaseUrl, databasePool: 3 },
    clock: systemClock(),
  });
  try {
    expect(running.description).toMatch(/^PostgreSQL existant, base test_/);
    expect(running.description).not.toContain(':');
    const tenantId = newId<TenantId>();
    const actor = { kind: 'system', name: 'test', tenantId } as const;
    expect(await running.db.withTenant(tenantId, actor, (tx) => allocateNumber(tx, { series: 'FA', year: 2026 }))).toMatchObject({
      number: 'FA-2026-0001',
    });
    const seen = await running.db.withTenant(newId<TenantId>(), actor, (tx) => sql`select * from number_series`.execute(tx.sql));
    expect(seen.rows).toEqual([]);
    expect((await running.db.pool.query('select * from number_series')).rows).toEqual([]);
    await expect(
      running.db.withTenant(tenantId, actor, (tx) => sql`delete from number_series`.execute(tx.sql)),
    ).rejects.toMatchObject({ code: '42501' });
  } finally {
    await running.stop();
  }
});

test('a superuser’s DATABASE_URL works, and the risk is said', async () => {
  const superuser = new pg.Client({ ...t.superuser });
  const url = `postgres://${superuser.user}:${superuser.password}@localhost:${superuser.port}/${new URL(databaseUrl).pathname.slice(1)}?host=${encodeURIComponent(superuser.host)}`;
  const running = await startDatabase({
    config: { dataDir: '/nowhere', databaseUrl: url, databaseDirectUrl: databaseUrl, databasePool: 3 },
    clock: systemClock(),
  });
  expect(running.notices).toEqual([expect.stringContaining('superutilisateur')]);
  await running.stop();
});
