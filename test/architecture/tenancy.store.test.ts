import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../src/platform/db/testing.ts';

let database: TestDatabase;
let superuser: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  superuser = new pg.Client(database.superuser);
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await database?.stop();
});

type Table = { name: string; forced: boolean; policies: number; tenantFirst: boolean | null; appWrites: string[] };
const tables = async (): Promise<Table[]> =>
  (
    await superuser.query<Table>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
        (select (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) = 'tenant_id'
           from pg_index i where i.indrelid = c.oid and i.indisprimary) as "tenantFirst",
        array(select x from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) x
               where has_table_privilege('cadran_app', c.oid, x)) as "appWrites"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`)
  ).rows;

/** Tables that stand outside tenants, each for a reason that can be said. */
const outsideTenants: Record<string, string> = {
  auth_accounts: 'a person’s password, before any organisation is known',
  auth_sessions: 'who is asking, before any organisation is known',
  auth_users: 'one person may belong to several organisations',
  auth_verifications: 'a sign-in link, before any organisation is known',
  cadran_migrations: 'which migrations this database has had',
};

test('every table that holds a tenant’s rows has row-level security forced, with a policy, its key begun by the tenant', async () => {
  const open = (await tables()).filter(
    ({ name, forced, policies, tenantFirst }) => !(name in outsideTenants) && !(forced && policies > 0 && tenantFirst),
  );
  expect(open).toEqual([]);
});

test('the tables outside tenants are exactly those named here', async () => {
  const found = (await tables()).filter(({ forced }) => !forced).map(({ name }) => name);
  expect(found).toEqual(Object.keys(outsideTenants).sort());
});

test('the application may add to the journal, and neither change nor remove anything of it', async () => {
  const journal = (await tables()).find(({ name }) => name === 'journal_entries')!;
  expect(journal.appWrites).toEqual(['INSERT']);
});

test('nothing the application may do empties a table at once, or steps over row-level security', async () => {
  expect((await tables()).filter(({ appWrites }) => appWrites.includes('TRUNCATE')).map(({ name }) => name)).toEqual([]);
  const { rows } = await superuser.query(
    `select rolname from pg_roles where rolname like 'cadran%' and (rolsuper or rolbypassrls)`,
  );
  expect(rows).toEqual([]);
});
