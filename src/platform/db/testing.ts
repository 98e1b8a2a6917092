import type { Instant } from '../../shared/time.ts';
import type { DemoClock } from '../clock/index.ts';
import type { Database } from './index.ts';

export type TestDatabase = {
  db: Database;
  clock: DemoClock;
  /** Drops this file's database. Call it in `afterAll`. */
  stop(): Promise<void>;
};

/** A fresh, migrated PostgreSQL database for one test file, on the run's own cluster: `const { db, stop } = await testDatabase()`. */
export declare const testDatabase: (options?: { now?: Instant }) => Promise<TestDatabase>;
