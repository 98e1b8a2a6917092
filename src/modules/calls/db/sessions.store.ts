import type { Selectable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { MissionId, UserId } from '../../../shared/ids.ts';
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
