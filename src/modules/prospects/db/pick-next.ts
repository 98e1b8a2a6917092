import { sql } from 'kysely';
import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import type { MissionId, ProspectId, TenantId, UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { NoneLeft, PickReason } from '../domain/calling/explain-next.ts';

export type Pick = { prospectId: ProspectId; reason: PickReason; dueAt: Instant; attempts: number; leasedUntil: Instant };

type Asked = { missionId: MissionId; callerId: UserId; now: Instant; until: Instant; missedBefore: Instant; maxAttempts: number };

/**
 * Serves and leases one prospect: the caller's own unfinished one, then their callbacks, the team's, those that a colleague
 * missed, then the queue by priority (`prospect_pick`, migrations/0002). `skip locked` lets fifty callers ask at once
 * without waiting or meeting. The commit does not wait for the disk: a lease lost in a power cut only puts its prospect back
 * in the queue, and whatever is committed after it (the call itself) takes it along. A transaction that asked to be durable stays so.
 */
export const pickNext = async (
  tx: Tx,
  { missionId, callerId, now, until, missedBefore, maxAttempts }: Asked,
): Promise<Pick | undefined> => {
  const { rows } = await sql<Pick>`
    select prospect_id as "prospectId", reason, due_at as "dueAt", attempts, leased_until as "leasedUntil",
           case when current_setting('cadran.durable', true) is distinct from 'on' then set_config('synchronous_commit', 'off', true) end as commit
      from prospect_pick(${missionId}, ${callerId}, ${now}, ${until}, ${missedBefore}, ${maxAttempts})`.execute(tx.sql);
  return rows[0];
};

/** Gives back the prospects whose lease ran out, to where they were. Of one mission, or of the whole organisation. */
export const releaseExpired = async (tx: Tx, now: Instant, missionId: MissionId | null = null): Promise<number> => {
  const { numAffectedRows } = await sql`
    update prospects set status = resume_status, leased_by = null, leased_until = null, resume_status = null
     where (tenant_id, prospect_id) in (
       select tenant_id, prospect_id from prospects
        where tenant_id = ${tx.tenantId} and status = 'leased' and leased_until <= ${now}
          ${missionId === null ? sql`` : sql`and mission_id = ${missionId}`} for update skip locked)`.execute(tx.sql);
  return Number(numAffectedRows);
};

/** What is left in the mission when nothing can be served: how many, and when the first comes due. */
export const countNoneLeft = async (tx: Tx, missionId: MissionId, now: Instant): Promise<NoneLeft> => {
  const { rows } = await sql<NoneLeft>`
    select count(*) filter (where status in ('to_call', 'to_retry'))::int as "retriesLater",
           min(next_at) filter (where status in ('to_call', 'to_retry') and next_at > ${now}) as "nextRetryAt",
           count(*) filter (where status = 'callback')::int as "callbacksLater",
           min(next_at) filter (where status = 'callback' and next_at > ${now}) as "nextCallbackAt",
           count(*) filter (where status = 'leased')::int as "leasedByOthers",
           count(*) filter (where status = 'suppressed')::int as suppressed,
           count(*) filter (where status = 'closed')::int as closed,
           count(*)::int as total
      from prospects where tenant_id = ${tx.tenantId} and mission_id = ${missionId}`.execute(tx.sql);
  return rows[0]!;
};

/** Organisations where a lease ran out. */
export const tenantsWithExpiredLeases = async (tx: SystemTx, now: Instant): Promise<TenantId[]> => {
  const { rows } = await sql<{
    tenantId: TenantId;
  }>`select distinct tenant_id as "tenantId" from prospects where status = 'leased' and leased_until <= ${now}`.execute(tx.sql);
  return rows.map((row) => row.tenantId);
};
