export { type Database, type SystemTx, type Tx, tables } from './transaction.ts';
export { openDatabase, type OpenDatabase } from './open.ts';
export { type RunningDatabase, startDatabase } from './start.ts';
export { NoPostgres } from './postgres/place.ts';
export { MigrationChanged } from './migrate.ts';
