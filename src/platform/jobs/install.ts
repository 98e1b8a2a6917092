import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { SCHEMA } from './boss.ts';

/** Creates or upgrades pg-boss's own tables with the owner role, and lets the application use them. */
export const installJobs = async (connection: pg.ClientConfig): Promise<void> => {
  const pool = new pg.Pool({ ...connection, max: 1 });
  pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {})); // a statement that fails says it itself
  try {
    const boss = new PgBoss({
      schema: SCHEMA,
      db: {
        executeSql: async (text: string, values?: unknown[]) =>
          values ? pool.query(text, values as unknown[]) : pool.query(text),
      },
      schedule: false,
      supervise: false,
      registerInstance: false,
    });
    boss.on('error', () => {});
    await boss.start();
    await boss.stop({ graceful: false, close: false });
    await pool.query(`grant usage on schema ${SCHEMA} to cadran_app;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to cadran_app;
      grant usage on all sequences in schema ${SCHEMA} to cadran_app;
      grant execute on all functions in schema ${SCHEMA} to cadran_app`);
  } finally {
    await pool.end();
  }
};
