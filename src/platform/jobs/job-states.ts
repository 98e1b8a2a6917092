import { sql } from 'kysely';
import type { Instant } from '../../shared/time.ts';
import type { Tx } from '../db/index.ts';

export type JobState = {
  jobId: string;
  name: string;
  state: 'waiting' | 'running' | 'to_retry' | 'done' | 'failed' | 'cancelled';
  attempts: number;
  askedAt: Instant;
  finishedAt: Instant | null;
  /** The last error's message, for a job to retry or failed. */
  error: string | null;
  payload: Record<string, unknown>;
};

/** What the tenant's background work is doing, newest first. */
export const jobStates = async (tx: Tx, { limit = 100 }: { limit?: number } = {}): Promise<JobState[]> => {
  const { rows } = await sql<JobState>`
    select id as "jobId", name,
           case state when 'created' then 'waiting' when 'active' then 'running' when 'retry' then 'to_retry'
                      when 'completed' then 'done' else state::text end as state,
           retry_count + (case when state = 'created' then 0 else 1 end) as attempts,
           created_on as "askedAt", completed_on as "finishedAt", output ->> 'message' as error, data -> 'payload' as payload
      from pgboss.job where data ->> 'tenantId' = ${tx.tenantId}::text order by created_on desc limit ${limit}`.execute(tx.sql);
  return rows;
};
