import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type TenantId } from '../../shared/ids.ts';
import type { Tx } from './index.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let t: TestDatabase;
const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'system', name: 'test', tenantId };
beforeAll(async () => {
  t = await testDatabase();
  const owner = new pg.Client(t.owner);
  await owner.connect();
  await owner.query(
    `create table pots (tenant_id uuid not null, id text not null, cents int not null, primary key (tenant_id, id)); select cadran_protect('pots')`,
  );
  await owner.end();
  await t.db.withTenant(tenantId, actor, (tx) =>
    sql`insert into pots values (${tenantId}, 'a', 0), (${tenantId}, 'b', 0)`.execute(tx.sql),
  );
});
afterAll(() => t.stop());

test('two changes that wait for each other are both made, one after the other, each once', async () => {
  const add = (tx: Tx, id: string) =>
    sql`update pots set cents = cents + 1 where tenant_id = ${tenantId} and id = ${id}`.execute(tx.sql);
  let arrived = 0;
  let bothHere!: () => void;
  const both = new Promise<void>((resolve) => (bothHere = resolve));
  const inOrder = (first: string, second: string) =>
    t.db.withTenant(tenantId, actor, async (tx) => {
      await add(tx, first);
      if (++arrived === 2) bothHere();
      await both;
      await add(tx, second);
    });
  await Promise.all([inOrder('a', 'b'), inOrder('b', 'a')]);
  const { rows } = await t.db.withTenant(tenantId, actor, (tx) =>
    sql<{ cents: number }>`select cents from pots order by id`.execute(tx.sql),
  );
  expect(rows).toEqual([{ cents: 2 }, { cents: 2 }]);
  // Three attempts for two changes: one of them was undone and run again.
  expect(arrived).toBe(3);
});
