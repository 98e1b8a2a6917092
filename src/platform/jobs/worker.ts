import { sql } from 'kysely';
import type { Actor } from '../../shared/actor.ts';
import type { TenantId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/time.ts';
import type { Database } from '../db/index.ts';
import { bossOf, ensureQueue, onEnqueued } from './boss.ts';
import type { Envelope } from './enqueue.ts';
import type { AnyJob, Sweep } from './job.ts';
import { sweepRunner } from './sweep-runner.ts';

export type Failure = { name: string; tenantId: TenantId; error: unknown };

export type JobWorker = {
  /** Begins to take jobs, and to sweep deadlines every 30 seconds. */
  start(): Promise<void>;
  /** Takes nothing more and waits for what runs. */
  stop(): Promise<void>;
  /** Runs every waiting job until none is left, for tests and the demo. Throws when one failed, unless told to tolerate it. */
  drainJobs(options?: { tolerateFailures?: boolean }): Promise<{ completed: number; failed: Failure[] }>;
  /** Runs every sweep once, at this time or the clock's: also after the demo's clock was moved. Throws when one failed. */
  runSweeps(now?: Instant): Promise<void>;
};

export type JobWorkerOptions = {
  db: Database;
  jobs: readonly AnyJob[];
  sweeps: readonly Sweep[];
  /** Told of each failed run, whether or not it will be tried again. */
  onError?: (error: unknown, where: { job?: string; sweep?: string; attempt?: number }) => void;
};

const POLL_MS = 1_000;
const SWEEP_MS = 30_000;
/** Jobs of killed workers are given back, old ones removed. */
const UPKEEP_MS = 15_000;
const HEARTBEAT_MS = 10_000;

type Fetched = { id: string; retryCount: number; data: Envelope };
type Run = { name: string; tenantId: TenantId; error: unknown } | null;

/**
 * Takes jobs as rows of the same database. Asked for in this process, a job starts right after its commit; from another
 * process, within a second.
 */
export const jobWorker = ({ db, jobs, sweeps, onError = () => {} }: JobWorkerOptions): JobWorker => {
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const running = new Map<string, Set<Promise<Run>>>(jobs.map((job) => [job.name, new Set()]));
  const active = new Map<string, { name: string; fetched: Fetched }>();
  const timers: NodeJS.Timeout[] = [];
  let stopWaking: (() => void) | undefined;
  let taking: Promise<unknown> = Promise.resolve();
  let started = false;

  const runOne = async (job: AnyJob, fetched: Fetched): Promise<Run> => {
    const boss = await bossOf(db);
    const tenantId = fetched.data.tenantId as TenantId;
    const attempt = fetched.retryCount + 1;
    const actor: Actor = { kind: 'system', name: job.name, tenantId };
    try {
      await job.handler({
        payload: fetched.data.payload,
        tenantId,
        jobId: fetched.id,
        attempt,
        actor,
        withTenant: (work) => db.withTenant(tenantId, actor, work),
      });
    } catch (error) {
      onError(error, { job: job.name, attempt });
      await boss.fail(job.name, { id: fetched.id, retryCount: fetched.retryCount }, asStored(error));
      return { name: job.name, tenantId, error };
    }
    await boss.complete(job.name, { id: fetched.id, retryCount: fetched.retryCount });
    return null;
  };

  /** Fills the free places of each kind of job that waits; says how many were taken. */
  const takeReady = async (onDone: (run: Run) => void): Promise<number> => {
    const boss = await bossOf(db);
    let taken = 0;
    for (const name of await readyNames(db)) {
      const job = byName.get(name);
      const set = running.get(name);
      const free = job && set ? (job.options.concurrency ?? 1) - set.size : 0;
      if (!job || !set || free <= 0) continue;
      for (const fetched of (await boss.fetch(name, { batchSize: free })) as unknown as Fetched[]) {
        taken += 1;
        const run: Promise<Run> = runOne(job, fetched).catch((error: unknown) => {
          onError(error, { job: name });
          return { name, tenantId: fetched.data.tenantId as TenantId, error };
        });
        set.add(run);
        active.set(fetched.id, { name, fetched });
        void run.then((result) => {
          set.delete(run);
          active.delete(fetched.id);
          onDone(result);
        });
      }
    }
    return taken;
  };

  /** One pass at a time, so that no kind of job exceeds its places. */
  const takeInTurn = (onDone: (run: Run) => void): Promise<number> => {
    const turn = taking.then(() => takeReady(onDone));
    taking = turn.catch(() => {});
    return turn;
  };
  /** However many wake-ups arrive, one pass waits behind the one that runs. */
  let waiting = false;
  const take = () => {
    if (waiting || !started) return;
    waiting = true;
    void taking.then(() => {
      waiting = false;
      if (started) takeInTurn(take).catch((error: unknown) => onError(error, {}));
    });
  };

  const runSweep = async (sweep: Sweep, now: Instant): Promise<unknown> => {
    try {
      await sweep.run(sweepRunner(db, sweep.name), now);
      return null;
    } catch (error) {
      onError(error, { sweep: sweep.name });
      return error;
    }
  };
  let sweeping: Promise<unknown> = Promise.resolve();
  const runSweeps = (now = db.clock.now()): Promise<void> => {
    const round = sweeping.then(async () => {
      const errors: unknown[] = [];
      for (const sweep of sweeps) errors.push(await runSweep(sweep, now));
      const failed = errors.filter((error) => error !== null);
      if (failed.length > 0) throw failed[0];
    });
    sweeping = round.catch(() => {});
    return round;
  };

  const upkeep = async () => {
    const boss = await bossOf(db);
    await boss.supervise();
    take();
  };
  const heartbeat = async () => {
    const boss = await bossOf(db);
    for (const { name, fetched } of active.values()) await boss.touch(name, { id: fetched.id, retryCount: fetched.retryCount });
  };
  const every = (ms: number, work: () => Promise<unknown>) => {
    const timer = setInterval(() => void work().catch((error: unknown) => onError(error, {})), ms);
    timer.unref();
    timers.push(timer);
  };

  const everyRunning = () => [...running.values()].flatMap((set) => [...set]);
  const registered = async () => {
    for (const job of jobs) await ensureQueue(db, job.name, job.options);
  };

  return {
    start: async () => {
      await registered();
      started = true;
      stopWaking = onEnqueued(db, take);
      every(POLL_MS, async () => take());
      every(SWEEP_MS, () => runSweeps().catch(() => {})); // each failure is already told, by name
      every(UPKEEP_MS, upkeep);
      every(HEARTBEAT_MS, heartbeat);
      void upkeep().catch((error: unknown) => onError(error, {}));
      void runSweeps().catch(() => {});
    },
    stop: async () => {
      started = false;
      stopWaking?.();
      for (const timer of timers.splice(0)) clearInterval(timer);
      await taking;
      await sweeping;
      await Promise.all(everyRunning());
    },
    drainJobs: async ({ tolerateFailures = false } = {}) => {
      await registered();
      const failed: Failure[] = [];
      let completed = 0;
      const note = (run: Run) => {
        if (run) failed.push(run);
        else completed += 1;
      };
      for (;;) {
        const taken = await takeInTurn(note);
        const busy = everyRunning();
        if (busy.length > 0) await Promise.race(busy);
        else if (taken === 0 && !(await readyNames(db)).some((name) => byName.has(name))) break;
      }
      if (failed.length > 0 && !tolerateFailures) {
        throw new Error(`job ${failed[0]!.name} failed: ${String((failed[0]!.error as Error)?.message ?? failed[0]!.error)}`, {
          cause: failed[0]!.error,
        });
      }
      return { completed, failed };
    },
    runSweeps,
  };
};

/** One small query for all queues, rather than one fetch per queue and second. */
const readyNames = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select distinct name from pgboss.job where state < 'active' and not blocked and start_after <= now()`.execute(db.shared);
  return rows.map((row) => row.name);
};

/** What the queue keeps of an error: its message and where, never its properties, which may hold more than they should. */
const asStored = (error: unknown): object =>
  error instanceof Error
    ? { message: error.message, stack: error.stack?.split('\n').slice(0, 6).join('\n') }
    : { message: String(error) };
