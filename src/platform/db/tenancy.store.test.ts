import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type TenantId } from '../../shared/ids.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let t: TestDatabase;
const [marie, other] = [newId<TenantId>(), newId<TenantId>()];
const actor: Actor = { kind: 'system', name: 'test', tenantId: marie };
const refused = { code: '42501' };

beforeAll(async () => {
  t = await testDatabase();
  const owner = new pg.Client(t.owner);
  await owner.connect();
  await owner.query(`
    create table notes (tenant_id uuid not null, id uuid not null, text text, amount bigint, at timestamptz, day date, rate numeric, body jsonb, days date[], primary key (tenant_id, id));
    select cadran_protect('notes');
    create table seals (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
    select cadran_protect('seals', append_only => true)`);
  await owner.end();
  for (const tenantId of [marie, other]) {
    await t.db.withTenant(tenantId, actor, async (tx) => {
      await sql`insert into notes (tenant_id, id, text) values (${tenantId}, ${newId()}, ${tenantId})`.execute(tx.sql);
      await sql`insert into seals (tenant_id, id) values (${tenantId}, ${newId()})`.execute(tx.sql);
    });
  }
});
afterAll(() => t.stop());

const asMarie = <T>(statement: ReturnType<typeof sql<T>>) => t.db.withTenant(marie, actor, (tx) => statement.execute(tx.sql));

test('a tenant sees its own rows and never those of another', async () => {
  const { rows } = await asMarie(sql<{ text: string }>`select text from notes`);
  expect(rows).toEqual([{ text: marie }]);
});

test('without a tenant nothing is visible, even to the application’s own connection', async () => {
  const client = new pg.Client(t.app);
  await client.connect();
  try {
    expect((await client.query('select * from notes')).rows).toEqual([]);
    expect((await client.query('select * from seals')).rows).toEqual([]);
  } finally {
    await client.end();
  }
});

test('the tenant of one transaction does not leak into the next on the same connection', async () => {
  await asMarie(sql`select 1`);
  const { rows } = await t.db.pool.query('select count(*)::int as seen, current_user::text as role from notes');
  expect(rows).toEqual([{ seen: 0, role: 'cadran_app' }]);
});

test('a row cannot be written for, changed into, or removed from another tenant', async () => {
  await expect(asMarie(sql`insert into notes (tenant_id, id) values (${other}, ${newId()})`)).rejects.toMatchObject(refused);
  await expect(asMarie(sql`update notes set tenant_id = ${other}`)).rejects.toMatchObject(refused);
  expect((await asMarie(sql`delete from notes where tenant_id = ${other}`)).numAffectedRows).toBe(0n);
});

test.each([
  ['UPDATE', sql`update seals set id = ${newId()}`],
  ['DELETE', sql`delete from seals`],
  ['TRUNCATE', sql`truncate seals`],
])('what is sealed stays: %s is refused', async (_, statement) => {
  await expect(asMarie(statement)).rejects.toMatchObject(refused);
});

test('the application can neither change the schema, nor lift the protection, nor empty a table', async () => {
  await expect(asMarie(sql`create table escape (x int)`)).rejects.toMatchObject(refused);
  await expect(asMarie(sql`alter table notes disable row level security`)).rejects.toMatchObject(refused);
  await expect(asMarie(sql`truncate notes`)).rejects.toMatchObject(refused);
  await expect(asMarie(sql`set local role cadran_owner`)).rejects.toMatchObject(refused);
});

test('the owner of the tables is bound by row-level security too', async () => {
  const owner = new pg.Client(t.owner);
  await owner.connect();
  expect((await owner.query('select * from notes')).rows).toEqual([]);
  await owner.end();
});

test('across tenants one may read, never write', async () => {
  const { rows } = await t.db.asSystem((tx) => sql<{ text: string }>`select text from notes order by text`.execute(tx.sql));
  expect(rows.map((row) => row.text)).toEqual([marie, other].sort());
  await expect(t.db.asSystem((tx) => sql`update notes set text = 'x'`.execute(tx.sql))).rejects.toThrow();
});

test('a throw rolls everything back', async () => {
  const lost = t.db.withTenant(marie, actor, async (tx) => {
    await sql`insert into notes (tenant_id, id, text) values (${marie}, ${newId()}, 'lost')`.execute(tx.sql);
    throw new Error('no');
  });
  await expect(lost).rejects.toThrow('no');
  expect((await asMarie(sql`select 1 from notes where text = 'lost'`)).rows).toEqual([]);
});

test('an error that was caught inside still keeps nothing, and says so', async () => {
  const swallowed = t.db.withTenant(marie, actor, async (tx) => {
    await sql`insert into notes (tenant_id, id, text) values (${marie}, ${newId()}, 'lost')`.execute(tx.sql);
    await sql`select 1 / 0`.execute(tx.sql).catch(() => {});
  });
  await expect(swallowed).rejects.toThrow('already aborted');
});

test('a tenant id that is not one never reaches the database', async () => {
  await expect(t.db.withTenant("x'; drop table notes; --" as TenantId, actor, async () => 1)).rejects.toThrow('not a tenant id');
});

test('values come back as the domain knows them', async () => {
  const { rows } = await asMarie(sql`select 9007199254740991::bigint as amount, '2026-03-16 18:00:00.5+01'::timestamptz as at,
    '2026-03-31'::date as day, 0.125::numeric as rate, '{"a":[1]}'::jsonb as body, array['2026-03-01','2026-03-02']::date[] as days,
    array[1,2]::bigint[] as amounts, array['2026-03-16 18:00:00.5+01']::timestamptz[] as ats`);
  expect(rows[0]).toEqual({
    amount: 9007199254740991,
    at: '2026-03-16T17:00:00.500Z',
    day: '2026-03-31',
    rate: '0.125',
    body: { a: [1] },
    days: ['2026-03-01', '2026-03-02'],
    amounts: [1, 2],
    ats: ['2026-03-16T17:00:00.500Z'],
  });
  await expect(asMarie(sql`select 9007199254740993::bigint`)).rejects.toThrow('safe range');
});
