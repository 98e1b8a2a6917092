import type { Selectable } from 'kysely';
import { type SystemTx, type Tx, tables } from '../../../platform/db/index.ts';
import type { MissionId, TenantId, UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { CallsTables } from './tables.ts';

export type SessionRow = Selectable<CallsTables['production_sessions']>;
const db = (tx: Tx) => tables<CallsTables>(tx);
const sessionsOf = (tx: Tx) => db(tx).selectFrom('production_sessions').selectAll().where('tenant_id', '=', tx.tenantId);

export const openSession = (tx: Tx, missionId: MissionId, callerId: UserId): Promise<SessionRow | undefined> =>
  sessionsOf(tx)
    .where('mission_id', '=', missionId)
    .where('caller_id', '=', callerId)
    .where('stopped_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export const sessionById = (tx: Tx, sessionId: string): Promise<SessionRow | undefined> =>
  sessionsOf(tx).where('session_id', '=', sessionId).forUpdate().executeTakeFirst();

export const overlapping = (tx: Tx, callerId: UserId, startedAt: string, stoppedAt: string): Promise<SessionRow | undefined> =>
  sessionsOf(tx)
    .where('caller_id', '=', callerId)
    .where('started_at', '<', stoppedAt as never)
    .where((either) => either.or([either('stopped_at', 'is', null), either('stopped_at', '>', startedAt as never)]))
    .limit(1)
    .executeTakeFirst();

export const insertSession = (tx: Tx, session: Omit<SessionRow, 'tenant_id'>) =>
  db(tx)
    .insertInto('production_sessions')
    .values({ ...session, tenant_id: tx.tenantId })
    .execute();

export const stopSessionRow = (tx: Tx, sessionId: string, change: Pick<SessionRow, 'stopped_at' | 'minutes' | 'stop_reason'>) =>
  db(tx)
    .updateTable('production_sessions')
    .set(change)
    .where('tenant_id', '=', tx.tenantId)
    .where('session_id', '=', sessionId)
    .execute();

/** Sessions open since before that moment, of any organisation: the sweep asks each whether work went on. */
export const idleSessions = async (tx: SystemTx, before: Instant): Promise<{ tenant_id: TenantId; session_id: string }[]> =>
  tables<CallsTables>(tx)
    .selectFrom('production_sessions')
    .select(['tenant_id', 'session_id'])
    .where('stopped_at', 'is', null)
    .where('started_at', '<', before)
    .limit(500)
    .execute();

/** The last thing the caller did on the mission since the session began: a call placed, ended or qualified. */
export const lastWorkIn = async (tx: Tx, session: SessionRow): Promise<Instant | null> => {
  const row = await db(tx)
    .selectFrom('call_attempts')
    .select(({ fn }) => [
      fn.max('requested_at').as('placed'),
      fn.max('ended_at').as('ended'),
      fn.max('outcome_at').as('qualified'),
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', session.mission_id)
    .where('caller_id', '=', session.caller_id)
    .where('requested_at', '>=', session.started_at)
    .executeTakeFirst();
  const moments = [row?.placed, row?.ended, row?.qualified].filter((moment) => moment != null) as Instant[];
  return moments.sort().at(-1) ?? null;
};
