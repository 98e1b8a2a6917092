import type { Actor } from '../../shared/actor.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { SystemTx, Tx } from '../db/transaction.ts';

/** A job's name and the shape of its payload: all that is needed to ask for it. */
export type JobName<Payload extends object> = { readonly name: string; readonly payload?: Payload };

export type JobContext<Payload extends object> = {
  payload: Payload;
  tenantId: TenantId;
  jobId: string;
  /** 1 the first time. */
  attempt: number;
  actor: Actor;
  /** A fresh transaction of the job's tenant; call it as often as needed. */
  withTenant<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

export type JobOptions = {
  /** Retries after the first failure; 5 unless told. Each waits twice as long as the last. */
  retryLimit?: number;
  firstRetrySeconds?: number;
  /** A run longer than this is taken for dead and tried again; 300 unless told. */
  expireSeconds?: number;
  /** Jobs of this kind that one process runs at once; 1 unless told. */
  concurrency?: number;
};

export type Job<Payload extends object> = JobName<Payload> & {
  readonly handler: (context: JobContext<Payload>) => Promise<void>;
  readonly options: JobOptions;
};
export type AnyJob = Job<any>;

/** Names a job without its handler, for the code that asks for it: `const renderQuote = jobNamed<{ quoteId: QuoteId }>('render-quote-pdf')`. */
export const jobNamed = <Payload extends object>(name: string): JobName<Payload> => ({ name });

/** Work done after the transaction, at least once: the handler must be idempotent. Goes into `Wired.jobs`. */
export const defineJob = <Payload extends object>(
  job: string | JobName<Payload>,
  handler: (context: JobContext<Payload>) => Promise<void>,
  options: JobOptions = {},
): Job<Payload> => ({ name: typeof job === 'string' ? job : job.name, handler, options });

export type SweepRunner = {
  asSystem<T>(work: (tx: SystemTx) => Promise<T>): Promise<T>;
  /** A transaction of one tenant, acting as the sweep itself. */
  withTenant<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>;
};

export type Sweep = { readonly name: string; readonly run: (system: SweepRunner, now: Instant) => Promise<void> };

/** A deadline watched every 30 seconds: find what is due across tenants, then decide each in its own transaction. Goes into `Wired.sweeps`. */
export const defineSweep = (name: string, run: (system: SweepRunner, now: Instant) => Promise<void>): Sweep => ({ name, run });
