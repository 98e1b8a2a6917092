import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import type { Tx } from '../db/index.ts';
import { bossOf, ensureQueue, wakeWorkers } from './boss.ts';
import type { Job, JobName } from './job.ts';

export type EnqueueOptions = {
  /** While a job with this key waits, asking again adds nothing: 'render:' + quoteId. One that already runs does not count. */
  singletonKey?: string;
};

/** What a worker receives; also what a person reads in the queue. */
export type Envelope = { tenantId: string; payload: object };

/** Asks for work after this transaction commits, and only if it does: the job is a row written with the others. */
export const enqueue = async <Payload extends object>(
  tx: Tx,
  job: JobName<Payload> | Job<Payload>,
  payload: Payload,
  { singletonKey }: EnqueueOptions = {},
): Promise<void> => {
  const { database } = tx.hooks;
  await ensureQueue(database, job.name, 'options' in job ? job.options : undefined);
  const boss = await bossOf(database);
  const db = {
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: (await tx.sql.executeQuery(CompiledQuery.raw(text, values))).rows,
    }),
  };
  const envelope: Envelope = { tenantId: tx.tenantId, payload };
  await boss.send(job.name, envelope, { db, singletonKey: `${tx.tenantId}:${singletonKey ?? randomUUID()}` });
  tx.hooks.afterCommit(() => wakeWorkers(database));
};
