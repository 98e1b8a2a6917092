import { sql } from 'kysely';
import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import type { MissionId, ProspectId, TenantId, UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { NoneLeft, PickReason } from '../domain/calling/explain-next.ts';

export type Pick = { prospectId: ProspectId; reason: PickReason; dueAt: Instant; attempts: number; leasedUntil: Instant };

type Asked = { missionId: MissionId; callerId: UserId; now: Instant; until: Instant; missedBefore: Instant; maxAttempts: number };

/**
 * Serves and leases one prospect, in one statement: the caller's own unfinished one, then their callbacks, the team's,
 * those that a colleague missed, then the queue by priority. `skip locked` lets fifty callers ask at once without
 * waiting or meeting. The queue is entered once per priority, so the rows that wait for later are never read, on any
 * PostgreSQL from 15 (PostgreSQL 18 could skip by itself; older versions would read them all).
 */
export const pickNext = async (tx: Tx, { missionId, callerId, now, until, missedBefore, maxAttempts }: Asked): Promise<Pick | undefined> => {
  const mine = sql`p.tenant_id = ${tx.tenantId} and p.mission_id = ${missionId}`;
  // The last guard, whatever the status says: an objection recorded a moment ago.
  const allowed = sql`not exists (select 1 from suppressions s
    where s.tenant_id = p.tenant_id and s.phone_hash in (p.phone_hash, p.other_phone_hash)
      and (s.client_id is null or s.client_id = p.client_id) and (s.mission_id is null or s.mission_id = p.mission_id))`;
  const { rows } = await sql<Pick>`
    with pick as materialized (
      select prospect_id, reason, next_at from (
        select * from (
          select p.prospect_id, 'already_yours' as reason, p.next_at from prospects p
           where ${mine} and p.status = 'leased' and p.leased_by = ${callerId} and p.leased_until > ${now}
           order by p.leased_until limit 1 for update skip locked) yours
        union all
        select * from (
          select p.prospect_id, 'own_callback', p.next_at from prospects p
           where ${mine} and p.status = 'callback' and p.callback_owner = ${callerId} and p.next_at <= ${now} and ${allowed}
           order by p.next_at limit 1 for update skip locked) own
        union all
        select * from (
          select p.prospect_id, case when p.callback_owner is null then 'team_callback' else 'missed_callback' end, p.next_at from prospects p
           where ${mine} and p.status = 'callback' and p.next_at <= ${now} and (p.callback_owner is null or p.next_at <= ${missedBefore}) and ${allowed}
           order by p.next_at limit 1 for update skip locked) team
        union all
        select * from (
          select q.prospect_id, q.reason, q.next_at
            from (values (9), (8), (7), (6), (5), (4), (3), (2), (1), (0)) as level (priority)
            cross join lateral (
              select p.prospect_id, case p.status when 'to_retry' then 'retry' else 'first_call' end as reason, p.next_at from prospects p
               where ${mine} and p.status in ('to_call', 'to_retry') and p.priority = level.priority and p.next_at <= ${now}
                 and p.attempts < ${maxAttempts} and ${allowed}
               order by p.next_at limit 1 for update skip locked) q
           limit 1) queue
      ) candidates limit 1
    )
    update prospects p
       set status = 'leased', leased_by = ${callerId}, leased_until = ${until},
           resume_status = case when p.status = 'leased' then p.resume_status else p.status end
      from pick where p.tenant_id = ${tx.tenantId} and p.prospect_id = pick.prospect_id
    returning p.prospect_id as "prospectId", pick.reason, pick.next_at as "dueAt", p.attempts, p.leased_until as "leasedUntil"`.execute(tx.sql);
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
  const { rows } = await sql<{ tenantId: TenantId }>`select distinct tenant_id as "tenantId" from prospects where status = 'leased' and leased_until <= ${now}`.execute(tx.sql);
  return rows.map((row) => row.tenantId);
};
