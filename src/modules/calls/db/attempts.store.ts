import { type Selectable, sql } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import { type AttemptId, type MissionId, newId, type ProspectId, type UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { CallsTables } from './tables.ts';
import type { CriterionSeen } from '../domain/record-outcome.ts';

export type AttemptRow = Selectable<CallsTables['call_attempts']>;
export type NewAttempt = Omit<
  AttemptRow,
  | 'tenant_id'
  | 'answered_at'
  | 'ended_at'
  | 'ended_by'
  | 'cause'
  | 'talk_ms'
  | 'events_sha256'
  | 'outcome'
  | 'outcome_at'
  | 'outcome_reason'
  | 'outcome_note'
  | 'is_answered'
  | 'is_useful'
  | 'is_argued'
  | 'counts'
  | 'callback_at'
  | 'appointment_id'
  | 'opposed_at'
  | 'recording_objected'
>;

const db = (tx: Tx) => tables<CallsTables>(tx);
const attemptsOf = (tx: Tx) => db(tx).selectFrom('call_attempts').selectAll().where('tenant_id', '=', tx.tenantId);

export const attemptById = (tx: Tx, id: AttemptId): Promise<AttemptRow | undefined> =>
  attemptsOf(tx).where('attempt_id', '=', id).executeTakeFirst();
/** The same, held until the end of the transaction. */
export const lockAttempt = (tx: Tx, id: AttemptId): Promise<AttemptRow | undefined> =>
  attemptsOf(tx).where('attempt_id', '=', id).forUpdate().executeTakeFirst();
/** The calls of one mission are allowed one after the other, so that the last call of a budget is allowed once. */
export const lockGate = (tx: Tx, missionId: MissionId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${missionId}, 20001))`.execute(tx.sql);

/** The caller's last call of the mission that still waits for its end or its outcome. */
export const unfinishedCall = (tx: Tx, missionId: MissionId, callerId: UserId): Promise<AttemptRow | undefined> =>
  attemptsOf(tx)
    .where('mission_id', '=', missionId)
    .where('caller_id', '=', callerId)
    .where('phase', '<>', 'qualified')
    .orderBy('requested_at', 'desc')
    .limit(1)
    .executeTakeFirst();

export const insertAttempt = (tx: Tx, attempt: NewAttempt & Partial<AttemptRow>) =>
  db(tx)
    .insertInto('call_attempts')
    .values({ talk_ms: 0, counts: true, recording_objected: false, ...attempt, tenant_id: tx.tenantId } as never)
    .execute();

export const updateAttempt = (tx: Tx, id: AttemptId, change: Partial<AttemptRow>) =>
  db(tx)
    .updateTable('call_attempts')
    .set(change as never)
    .where('tenant_id', '=', tx.tenantId)
    .where('attempt_id', '=', id)
    .execute();

export type VerdictRow = Selectable<CallsTables['gate_verdicts']>;
export const insertVerdict = (tx: Tx, verdict: Omit<VerdictRow, 'tenant_id'>) =>
  db(tx)
    .insertInto('gate_verdicts')
    .values({ ...verdict, checks: JSON.stringify(verdict.checks), tenant_id: tx.tenantId } as never)
    .execute();

export const verdictById = (tx: Tx, verdictId: string): Promise<VerdictRow | undefined> =>
  db(tx)
    .selectFrom('gate_verdicts')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('verdict_id', '=', verdictId)
    .executeTakeFirst();

export const gateLog = (
  tx: Tx,
  missionId: MissionId,
  { onlyRefused, before, limit }: { onlyRefused: boolean; before: Instant | undefined; limit: number },
): Promise<VerdictRow[]> => {
  let query = db(tx)
    .selectFrom('gate_verdicts')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId);
  if (onlyRefused) query = query.where('allowed', '=', false);
  if (before) query = query.where('at', '<', before);
  return query.orderBy('at', 'desc').limit(limit).execute();
};

export type EventRow = Selectable<CallsTables['call_events']>;
/** False when this event was already written: a line may repeat itself after a restart. */
export const insertEvent = async (tx: Tx, event: Omit<EventRow, 'tenant_id'>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('call_events')
    .values({ ...event, details: JSON.stringify(event.details), tenant_id: tx.tenantId } as never)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

export const eventsOf = (tx: Tx, attemptId: AttemptId): Promise<EventRow[]> =>
  db(tx)
    .selectFrom('call_events')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('attempt_id', '=', attemptId)
    .orderBy('seq')
    .execute();

export const insertMark = (tx: Tx, attemptId: AttemptId, mark: CriterionSeen) =>
  db(tx)
    .insertInto('criterion_marks')
    .values({
      tenant_id: tx.tenantId,
      attempt_id: attemptId,
      mark_id: newId(),
      criterion_id: mark.criterionId,
      state: mark.state,
      moment_seconds: mark.momentSeconds,
      at: tx.now,
    })
    .execute();

/** The last word on each criterion of a call. */
export const marksOf = async (tx: Tx, attemptId: AttemptId): Promise<CriterionSeen[]> => {
  const rows = await db(tx)
    .selectFrom('criterion_marks')
    .distinctOn('criterion_id')
    .select(['criterion_id as criterionId', 'state', 'moment_seconds as momentSeconds'])
    .where('tenant_id', '=', tx.tenantId)
    .where('attempt_id', '=', attemptId)
    .orderBy('criterion_id')
    .orderBy('mark_id', 'desc')
    .execute();
  return rows;
};

export type CallFilter = {
  callerId?: UserId | undefined;
  prospectId?: ProspectId | undefined;
  outcome?: string | undefined;
  before?: Instant | undefined;
  limit: number;
};
export const callsOf = (
  tx: Tx,
  missionId: MissionId,
  { callerId, prospectId, outcome, before, limit }: CallFilter,
): Promise<AttemptRow[]> => {
  let query = attemptsOf(tx).where('mission_id', '=', missionId);
  if (callerId) query = query.where('caller_id', '=', callerId);
  if (prospectId) query = query.where('prospect_id', '=', prospectId);
  if (outcome) query = query.where('outcome', '=', outcome as never);
  if (before) query = query.where('requested_at', '<', before);
  return query.orderBy('requested_at', 'desc').limit(limit).execute();
};

/** What the gate counts about one prospect and its number. */
export type AttemptCounts = {
  onProspect: number;
  lastAt: Instant | null;
  toNumber30Days: number;
  oldest30DaysAt: Instant | null;
  lastRefusalAt: Instant | null;
};
export const attemptCounts = async (
  tx: Tx,
  { prospectId, toNumber, clientId, at }: { prospectId: ProspectId; toNumber: string; clientId: string; at: Instant },
): Promise<AttemptCounts> => {
  const { rows } = await sql<AttemptCounts>`
    select count(*) filter (where prospect_id = ${prospectId} and counts) as "onProspect",
           max(requested_at) filter (where (prospect_id = ${prospectId} or client_id = ${clientId}) and counts) as "lastAt",
           count(*) filter (where counts and requested_at > ${at}::timestamptz - interval '30 days') as "toNumber30Days",
           min(requested_at) filter (where counts and requested_at > ${at}::timestamptz - interval '30 days') as "oldest30DaysAt",
           max(requested_at) filter (where outcome in ('CA-', 'OPP')) as "lastRefusalAt"
      from call_attempts
     where tenant_id = ${tx.tenantId} and (prospect_id = ${prospectId} or to_number = ${toNumber})`.execute(tx.sql);
  return rows[0]!;
};

/** Calls, minutes and appointments used since an instant (or since ever), for the signed budgets. */
export const consumedSince = async (
  tx: Tx,
  missionId: MissionId,
  since: Instant | null,
  at: Instant,
): Promise<{ calls: number; productionMinutes: number; appointments: number }> => {
  const from = since ?? '1970-01-01T00:00:00.000Z';
  const { rows } = await sql<{ calls: number; productionMinutes: number; appointments: number }>`
    select (select count(*) from call_attempts where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and counts and requested_at >= ${from}) as calls,
           (select count(*) from call_attempts where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and outcome = 'RDV' and requested_at >= ${from}) as appointments,
           (select coalesce(sum(coalesce(minutes, greatest(0, round(extract(epoch from ${at}::timestamptz - started_at) / 60)))), 0)::bigint
              from production_sessions where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and started_at >= ${from}) as "productionMinutes"`.execute(
    tx.sql,
  );
  return rows[0]!;
};
