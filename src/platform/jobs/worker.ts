import type { Database } from '../db/index.ts';
import type { Instant } from '../../shared/time.ts';
import type { AnyJob, Sweep } from './job.ts';

export type JobWorker = {
  /** Begins to take jobs and to sweep deadlines every 30 seconds. */
  start(): Promise<void>;
  /** Finishes what runs, takes nothing more. */
  stop(): Promise<void>;
  /** Runs every waiting job until none is left, for tests and the demo. Throws the first failure unless told to tolerate it. */
  drainJobs(options?: { tolerateFailures?: boolean }): Promise<{ completed: number; failed: { name: string; error: unknown }[] }>;
  /** Runs every sweep once, at this time or the clock's: also after the demo's clock was moved. */
  runSweeps(now?: Instant): Promise<void>;
};

export type JobWorkerOptions = {
  db: Database;
  jobs: readonly AnyJob[];
  sweeps: readonly Sweep[];
  onError?: (error: unknown, where: string) => void;
};

export declare const jobWorker: (options: JobWorkerOptions) => JobWorker;
