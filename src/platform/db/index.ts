export { type Database, type SystemTx, type Tx, tables } from './transaction.ts';
export { openDatabase, type OpenDatabase } from './open.ts';
