import type { Selectable } from 'kysely';
import { type SystemTx, type Tx, tables } from '../../../platform/db/index.ts';
import type { DossierId, MissionId, QuoteId, TenantId, UserId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { Mission } from '../domain/mission.ts';
import type { MissionsTables } from './tables.ts';

const missionFrom = (row: Selectable<MissionsTables['missions']>): Mission => ({
  id: row.id,
  dossierId: row.dossier_id,
  clientId: row.client_id,
  quoteId: row.quote_id,
  name: row.name,
  status: row.status,
  statusReason: row.status_reason,
  openedAt: row.opened_at,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  version: row.version,
});

const missionsOf = (tx: Tx) => tables<MissionsTables>(tx).selectFrom('missions').selectAll().where('tenant_id', '=', tx.tenantId);

export const missionById = async (tx: Tx, id: MissionId): Promise<Mission | undefined> => {
  const row = await missionsOf(tx).where('id', '=', id).executeTakeFirst();
  return row && missionFrom(row);
};

/** The same, held until the end of the transaction: two people changing its state come one after the other. */
export const lockMission = async (tx: Tx, id: MissionId): Promise<Mission | undefined> => {
  const row = await missionsOf(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && missionFrom(row);
};

export const missionOfQuote = async (tx: Tx, quoteId: QuoteId): Promise<Mission | undefined> => {
  const row = await missionsOf(tx).where('quote_id', '=', quoteId).executeTakeFirst();
  return row && missionFrom(row);
};

/** Missions of the organisation, or of one dossier, the latest first. */
export const missionList = async (tx: Tx, { dossierId }: { dossierId?: DossierId } = {}): Promise<Mission[]> => {
  const query = missionsOf(tx).orderBy('opened_at', 'desc').limit(500);
  return (await (dossierId ? query.where('dossier_id', '=', dossierId) : query).execute()).map(missionFrom);
};

export const insertMission = (tx: Tx, mission: Mission) =>
  tables<MissionsTables>(tx)
    .insertInto('missions')
    .values({
      tenant_id: tx.tenantId,
      id: mission.id,
      dossier_id: mission.dossierId,
      client_id: mission.clientId,
      quote_id: mission.quoteId,
      name: mission.name,
      status: mission.status,
      status_reason: mission.statusReason,
      opened_at: mission.openedAt,
      starts_on: mission.startsOn,
      ends_on: mission.endsOn,
      version: mission.version,
    })
    .execute();

export const updateMissionStatus = (
  tx: Tx,
  id: MissionId,
  change: { status: Mission['status']; statusReason: string | null; version: number },
) =>
  tables<MissionsTables>(tx)
    .updateTable('missions')
    .set({ status: change.status, status_reason: change.statusReason, version: change.version })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();

/** The first and last day as amended: lists and deadlines show them. The engines read the terms themselves. */
export const followPeriod = (tx: Tx, id: MissionId, { startsOn, endsOn }: Pick<Mission, 'startsOn' | 'endsOn'>) =>
  tables<MissionsTables>(tx)
    .updateTable('missions')
    .set({ starts_on: startsOn, ends_on: endsOn })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();

export type MissionCaller = { userId: UserId; displayName: string };

export const callersOf = async (tx: Tx, missionId: MissionId): Promise<MissionCaller[]> =>
  tables<MissionsTables>(tx)
    .selectFrom('mission_callers')
    .select(['user_id as userId', 'display_name as displayName'])
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId)
    .orderBy('admitted_at')
    .execute();

export const admitCaller = (tx: Tx, missionId: MissionId, { userId, displayName }: MissionCaller) =>
  tables<MissionsTables>(tx)
    .insertInto('mission_callers')
    .values({ tenant_id: tx.tenantId, mission_id: missionId, user_id: userId, display_name: displayName, admitted_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Missions that still run, of every organisation: for deadlines watched across tenants. */
export const missionsNotClosed = async (
  system: SystemTx,
): Promise<{ tenantId: TenantId; id: MissionId; startsOn: CivilDate; endsOn: CivilDate }[]> =>
  tables<MissionsTables>(system)
    .selectFrom('missions')
    .select(['tenant_id as tenantId', 'id', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('status', '!=', 'closed')
    .execute();
