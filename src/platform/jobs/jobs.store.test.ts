import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type TenantId } from '../../shared/ids.ts';
import { instant } from '../../shared/time.ts';
import type { Tx } from '../db/index.ts';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import { bossOf } from './boss.ts';
import { defineJob, defineSweep, enqueue, type JobContext, jobNamed, jobStates, jobWorker } from './index.ts';

let t: TestDatabase;
const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'system', name: 'test', tenantId };
const inTenant = <T>(work: (tx: Tx) => Promise<T>) => t.db.withTenant(tenantId, actor, work);

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.stop());

type Render = { quoteId: string };
const recorder = (name: string, options = {}, behave: (context: JobContext<Render>) => Promise<void> = async () => {}) => {
  const runs: JobContext<Render>[] = [];
  const job = defineJob<Render>(
    name,
    async (context) => {
      runs.push(context);
      await behave(context);
    },
    options,
  );
  return { job, runs, worker: jobWorker({ db: t.db, jobs: [job], sweeps: [] }) };
};

test('a job asked for in a transaction runs after its commit, for the same tenant', async () => {
  const { job, runs, worker } = recorder('render');
  await inTenant((tx) => enqueue(tx, job, { quoteId: 'q1' }));
  expect(await worker.drainJobs()).toEqual({ completed: 1, failed: [] });
  expect(runs).toMatchObject([
    { payload: { quoteId: 'q1' }, tenantId, attempt: 1, actor: { kind: 'system', name: 'render', tenantId } },
  ]);
});

test('a job is named by those who ask without knowing its handler', async () => {
  const { runs, worker } = recorder('render-by-name');
  await inTenant((tx) => enqueue(tx, jobNamed<Render>('render-by-name'), { quoteId: 'q2' }));
  await worker.drainJobs();
  expect(runs).toHaveLength(1);
});

test('a transaction that is rolled back asks for nothing', async () => {
  const { job, runs, worker } = recorder('never');
  const lost = inTenant(async (tx) => {
    await enqueue(tx, job, { quoteId: 'q3' });
    throw new Error('rolled back');
  });
  await expect(lost).rejects.toThrow();
  expect(await worker.drainJobs()).toEqual({ completed: 0, failed: [] });
  expect(runs).toEqual([]);
});

test('asked twice under one key, it runs once; another tenant’s key is another key', async () => {
  const { job, runs, worker } = recorder('once');
  const other = newId<TenantId>();
  for (const tenant of [tenantId, tenantId, other]) {
    await t.db.withTenant(tenant, actor, (tx) => enqueue(tx, job, { quoteId: 'q4' }, { singletonKey: 'render:q4' }));
  }
  await inTenant((tx) => enqueue(tx, job, { quoteId: 'q5' }));
  await inTenant((tx) => enqueue(tx, job, { quoteId: 'q5' }));
  await worker.drainJobs();
  expect(runs.map(({ tenantId: tenant, payload }) => [tenant === tenantId, payload.quoteId]).sort()).toEqual(
    [
      [false, 'q4'],
      [true, 'q4'],
      [true, 'q5'],
      [true, 'q5'],
    ].sort(),
  );
});

test('jobs that ask for jobs are all run before the queue is said to be empty', async () => {
  const second = recorder('second');
  const first = defineJob<Render>('first', ({ payload, withTenant }) => withTenant((tx) => enqueue(tx, second.job, payload)));
  await inTenant((tx) => enqueue(tx, first, { quoteId: 'q6' }));
  const worker = jobWorker({ db: t.db, jobs: [first, second.job], sweeps: [] });
  expect((await worker.drainJobs()).completed).toBe(2);
  expect(second.runs[0]!.payload.quoteId).toBe('q6');
});

test('a failed job is tried again, later each time, and its state can be read by its tenant only', async () => {
  let attempts = 0;
  const { job, worker } = recorder('flaky', { retryLimit: 1, firstRetrySeconds: 0 }, async () => {
    attempts += 1;
    throw new Error('mail server refused');
  });
  await inTenant((tx) => enqueue(tx, job, { quoteId: 'q7' }));
  await expect(worker.drainJobs()).rejects.toThrow('flaky failed: mail server refused');
  await vi.waitFor(
    async () => {
      await worker.drainJobs({ tolerateFailures: true });
      const states = await inTenant((tx) => jobStates(tx));
      expect(states.find(({ name }) => name === 'flaky')).toMatchObject({
        state: 'failed',
        attempts: 2,
        error: 'mail server refused',
        payload: { quoteId: 'q7' },
      });
    },
    { timeout: 10_000, interval: 100 },
  );
  expect(attempts).toBe(2);
  expect(await t.db.withTenant(newId<TenantId>(), actor, (tx) => jobStates(tx))).toEqual([]);
});

test('a started worker takes a job at once, and stops only when it is done', async () => {
  const { job, runs, worker } = recorder('live', {}, () => new Promise((resolve) => setTimeout(resolve, 100)));
  await worker.start();
  const asked = Date.now();
  await inTenant((tx) => enqueue(tx, job, { quoteId: 'q8' }));
  await vi.waitFor(() => expect(runs).toHaveLength(1), { interval: 5 });
  expect(Date.now() - asked).toBeLessThan(900);
  await worker.stop();
  expect((await inTenant((tx) => jobStates(tx))).find(({ name }) => name === 'live')).toMatchObject({ state: 'done' });
});

test('the job of a worker that was killed is taken up again', async () => {
  const { job, runs, worker } = recorder('orphan', { firstRetrySeconds: 0 });
  await inTenant((tx) => enqueue(tx, job, { quoteId: 'q9' }));
  const killed = await bossOf(t.db);
  expect(await killed.fetch('orphan')).toHaveLength(1);
  const owner = new pg.Client(t.owner);
  await owner.connect();
  await owner.query("update pgboss.job set heartbeat_on = now() - interval '1 minute' where name = 'orphan'");
  await owner.end();
  await worker.start();
  await vi.waitFor(() => expect(runs).toMatchObject([{ attempt: 2 }]), { timeout: 10_000 });
  await worker.stop();
});

test('a sweep looks across tenants at the given time and acts under its own name', async () => {
  const seen: unknown[] = [];
  const sweep = defineSweep('accept-by-silence', async (system, now) => {
    await system.asSystem(async (tx) => seen.push(now, tx.now));
    await system.withTenant(tenantId, async (tx) => seen.push(tx.actor, tx.now));
  });
  const worker = jobWorker({ db: t.db, jobs: [], sweeps: [sweep] });
  t.clock.set(instant('2026-05-01T10:00:00Z'));
  await worker.runSweeps();
  const now = '2026-05-01T10:00:00.000Z';
  expect(seen).toEqual([now, now, { kind: 'system', name: 'accept-by-silence', tenantId }, now]);
});

test('a sweep that fails does not stop the others', async () => {
  const second = vi.fn(async () => {});
  const worker = jobWorker({
    db: t.db,
    jobs: [],
    sweeps: [defineSweep('broken', async () => Promise.reject(new Error('broken'))), defineSweep('second', second)],
  });
  await expect(worker.runSweeps()).rejects.toThrow('broken');
  expect(second).toHaveBeenCalled();
});
