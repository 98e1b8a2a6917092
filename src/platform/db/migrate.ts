import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrationOrder } from './migration-order.ts';

type Migration = { folder: string; name: string; text: string; checksum: string };

/** A migration that was applied has been edited since: the database and the code no longer tell the same story. */
export class MigrationChanged extends Error {
  constructor(file: string) {
    super(
      `${file} was changed after it was applied to this database. Migrations only go forward: restore the file and add a new one with the next number.`,
    );
    this.name = 'MigrationChanged';
  }
}

/** Any number; the same for every process that migrates this database. */
const LOCK = 724_150_001;

/**
 * Applies the numbered .sql files that this database has not had, in the order of migration-order.ts, each in its own
 * transaction. Needs a direct connection of the owner role: the lock belongs to the session.
 */
export const migrate = async (
  connection: pg.ClientConfig,
  projectDir: string,
  folders: readonly string[] = migrationOrder,
): Promise<string[]> => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await prepareRoles(client);
    await client.query(`create table if not exists cadran_migrations (
      folder text not null, name text not null, checksum text not null, applied_at timestamptz not null default now(), primary key (folder, name))`);
    const { rows } = await client.query<{ folder: string; name: string; checksum: string }>(
      'select folder, name, checksum from cadran_migrations',
    );
    const applied = new Map(rows.map((row) => [`${row.folder}/${row.name}`, row.checksum]));
    const done: string[] = [];
    for (const migration of await readMigrations(projectDir, folders)) {
      const file = `${migration.folder}/${migration.name}`;
      const checksum = applied.get(file);
      if (checksum === undefined) {
        await apply(client, migration);
        done.push(file);
      } else if (checksum !== migration.checksum) throw new MigrationChanged(file);
    }
    return done;
  } finally {
    await client.end();
  }
};

const readMigrations = async (projectDir: string, folders: readonly string[]): Promise<Migration[]> => {
  const migrations: Migration[] = [];
  for (const folder of folders) {
    const names = await readdir(join(projectDir, folder)).catch(() => [] as string[]);
    for (const name of names.filter((each) => /^\d{4}_.+\.sql$/.test(each)).sort()) {
      const text = await readFile(join(projectDir, folder, name), 'utf8');
      migrations.push({ folder, name, text, checksum: createHash('sha256').update(text).digest('hex') });
    }
  }
  return migrations;
};

const apply = async (client: pg.Client, { folder, name, text, checksum }: Migration) => {
  try {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into cadran_migrations (folder, name, checksum) values ($1, $2, $3)', [folder, name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { message, position } = error as { message: string; position?: string };
    const line = position ? text.slice(0, Number(position)).split('\n').length : null;
    throw new Error(`${folder}/${name}${line ? `, line ${line}` : ''}: ${message}`, { cause: error });
  }
};

/** Creates the two roles that run the application when the owner may; a hosted database may need its administrator once. */
const prepareRoles = async (client: pg.Client) => {
  const statements = (['cadran_app', 'cadran_system'] as const).map(
    (role) => `do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin noinherit nosuperuser nobypassrls; end if;
      -- Without inheritance: a policy made for these roles must not open rows to the owner.
      if not pg_has_role(current_user, '${role}', 'member') then
        if current_setting('server_version_num')::int >= 160000 then execute format('grant ${role} to %I with inherit false, set true', current_user);
        else execute format('grant ${role} to %I', current_user); end if;
      end if;
    exception when duplicate_object or unique_violation then null; end $$`,
  );
  try {
    for (const statement of statements) await client.query(statement);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new Error(
      'Le rôle PostgreSQL de DATABASE_DIRECT_URL ne peut pas créer cadran_app et cadran_system. Un administrateur doit exécuter une fois : ' +
        'CREATE ROLE cadran_app NOLOGIN NOINHERIT; CREATE ROLE cadran_system NOLOGIN NOINHERIT; GRANT cadran_app, cadran_system TO <ce rôle>;',
      { cause: error },
    );
  }
};
