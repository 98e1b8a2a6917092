import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { MissionId, UserId } from '../../../shared/ids.ts';
import { addDays, type CivilDate, type ClockTime, momentOf } from '../../../shared/time.ts';
import type { CallFactsRow, CallVolumes } from '../domain/call-facts.ts';

const midnight = '00:00' as ClockTime;

/**
 * What a mission's calls came to, one row per Paris day that has any, both days included. The one source of the board, the
 * reports and the invoices; technical incidents are left out, and what the evidence is stays visible.
 */
export const callFacts = async (tx: Tx, missionId: MissionId, from: CivilDate, to: CivilDate): Promise<CallFactsRow[]> => {
  const [start, end] = [momentOf(from, midnight), momentOf(addDays(to, 1), midnight)];
  const { rows } = await sql<CallFactsRow>`
    with calls as (
      select (requested_at at time zone 'Europe/Paris')::date as day, count(*)::int as calls,
             count(*) filter (where is_answered)::int as answered, count(*) filter (where is_useful)::int as useful,
             count(*) filter (where is_argued)::int as argued, count(*) filter (where outcome = 'RDV')::int as appointments,
             count(*) filter (where outcome = 'FNX')::int as "wrongNumbers", count(*) filter (where outcome = 'OPP')::int as oppositions,
             count(*) filter (where outcome = 'HC')::int as "outOfTarget", count(*) filter (where evidence = 'simulated')::int as simulated,
             count(*) filter (where evidence = 'declared')::int as declared
        from call_attempts
       where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and counts and requested_at >= ${start} and requested_at < ${end} group by 1),
    hours as (
      select (started_at at time zone 'Europe/Paris')::date as day,
             sum(coalesce(minutes, greatest(0, round(extract(epoch from ${tx.now}::timestamptz - started_at) / 60))))::int as minutes
        from production_sessions
       where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and started_at >= ${start} and started_at < ${end} group by 1)
    select day, coalesce(calls, 0) as calls, coalesce(minutes, 0) as "hoursMinutes", coalesce(answered, 0) as answered, coalesce(useful, 0) as useful,
           coalesce(argued, 0) as argued, coalesce(appointments, 0) as appointments, coalesce("wrongNumbers", 0) as "wrongNumbers",
           coalesce(oppositions, 0) as oppositions, coalesce("outOfTarget", 0) as "outOfTarget", coalesce(simulated, 0) as simulated, coalesce(declared, 0) as declared
      from calls full join hours using (day) order by day`.execute(tx.sql);
  return rows;
};

/** What a mission has used since it began, or since a day: calls, minutes, conversations, appointments booked. */
export const callVolumes = async (
  tx: Tx,
  missionId: MissionId,
  since: CivilDate = '1970-01-01' as CivilDate,
): Promise<CallVolumes> => {
  const days = await callFacts(tx, missionId, since, '9998-12-31' as CivilDate);
  const total = (field: keyof CallVolumes) => days.reduce((sum, day) => sum + day[field], 0);
  return {
    calls: total('calls'),
    hoursMinutes: total('hoursMinutes'),
    answered: total('answered'),
    useful: total('useful'),
    argued: total('argued'),
    appointments: total('appointments'),
    wrongNumbers: total('wrongNumbers'),
  };
};

/** How many calls ended with each outcome, and the reasons written for refusals, between two Paris days. */
export const outcomeCounts = async (
  tx: Tx,
  missionId: MissionId,
  from: CivilDate,
  to: CivilDate,
): Promise<{ code: string; reason: string | null; calls: number }[]> => {
  const { rows } = await sql<{ code: string; reason: string | null; calls: number }>`
    select outcome as code, outcome_reason as reason, count(*)::int as calls from call_attempts
     where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and outcome is not null
       and requested_at >= ${momentOf(from, midnight)} and requested_at < ${momentOf(addDays(to, 1), midnight)}
     group by 1, 2 order by 3 desc, 1, 2`.execute(tx.sql);
  return rows;
};

export type CallerDay = {
  calls: number;
  answered: number;
  useful: number;
  argued: number;
  appointments: number;
  minutes: number;
};

/** One caller's own day. */
export const callerDay = async (tx: Tx, missionId: MissionId, callerId: UserId, day: CivilDate): Promise<CallerDay> => {
  const [start, end] = [momentOf(day, midnight), momentOf(addDays(day, 1), midnight)];
  const { rows } = await sql<CallerDay>`
    select count(*) filter (where counts)::int as calls, count(*) filter (where is_answered)::int as answered, count(*) filter (where is_useful)::int as useful,
           count(*) filter (where is_argued)::int as argued, count(*) filter (where outcome = 'RDV')::int as appointments,
           (select coalesce(sum(coalesce(minutes, greatest(0, round(extract(epoch from ${tx.now}::timestamptz - started_at) / 60)))), 0)::int
              from production_sessions where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and caller_id = ${callerId} and started_at >= ${start} and started_at < ${end}) as minutes
      from call_attempts
     where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and caller_id = ${callerId} and requested_at >= ${start} and requested_at < ${end}`.execute(
    tx.sql,
  );
  return rows[0]!;
};
