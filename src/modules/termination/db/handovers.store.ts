import { sql } from 'kysely';
import { type SystemTx, type Tx, tables } from '../../../platform/db/index.ts';
import type { DocumentId, MissionId, TenantId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { type Handover, type HandoverItem, type HandoverItemKind, handoverItemKinds } from '../domain/handover.ts';
import type { TerminationTables } from './tables.ts';

const db = (tx: Tx) => tables<TerminationTables>(tx);

export const handoverOf = async (tx: Tx, missionId: MissionId, { lock = false } = {}): Promise<Handover | undefined> => {
  const query = db(tx)
    .selectFrom('handovers')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const items = await db(tx)
    .selectFrom('handover_items')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId)
    .execute();
  return {
    missionId,
    dossierId: row.dossier_id,
    clientId: row.client_id,
    endedOn: row.ended_on,
    dueOn: row.due_on,
    openedAt: row.opened_at,
    attestedAt: row.attested_at,
    documentId: row.document_id,
    items: items
      .map((item): HandoverItem => ({
        item: item.item,
        owner: item.owner,
        deliveredAt: item.delivered_at,
        deliveredBy: item.delivered_by,
        sha256: item.sha256,
        destructionOrderedAt: item.destruction_ordered_at,
        destructionOrderedBy: item.destruction_ordered_by,
        destroyedAt: item.destroyed_at,
        destroyedBy: item.destroyed_by,
        method: item.method,
      }))
      .sort((a, b) => handoverItemKinds.indexOf(a.item) - handoverItemKinds.indexOf(b.item)),
  };
};

export const insertHandover = async (
  tx: Tx,
  {
    items,
    ...one
  }: Omit<Handover, 'attestedAt' | 'documentId' | 'items'> & { items: readonly Pick<HandoverItem, 'item' | 'owner'>[] },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('handovers')
    .values({
      tenant_id: tx.tenantId,
      mission_id: one.missionId,
      dossier_id: one.dossierId,
      client_id: one.clientId,
      ended_on: one.endedOn,
      due_on: one.dueOn,
      opened_at: one.openedAt,
      attested_at: null,
      document_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(numInsertedOrUpdatedRows) === 0) return false;
  await db(tx)
    .insertInto('handover_items')
    .values(
      items.map(({ item, owner }) => ({
        tenant_id: tx.tenantId,
        mission_id: one.missionId,
        item,
        owner,
        delivered_at: null,
        delivered_by: null,
        sha256: null,
        destruction_ordered_at: null,
        destruction_ordered_by: null,
        destroyed_at: null,
        destroyed_by: null,
        method: null,
      })),
    )
    .execute();
  return true;
};

export const updateItem = (
  tx: Tx,
  missionId: MissionId,
  item: HandoverItemKind,
  change: Partial<
    Pick<
      TerminationTables['handover_items'],
      | 'delivered_at'
      | 'delivered_by'
      | 'sha256'
      | 'destruction_ordered_at'
      | 'destruction_ordered_by'
      | 'destroyed_at'
      | 'destroyed_by'
      | 'method'
    >
  >,
) =>
  db(tx)
    .updateTable('handover_items')
    .set(change)
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId)
    .where('item', '=', item)
    .execute();

export const keepAttestation = (
  tx: Tx,
  missionId: MissionId,
  change: { attested_at: Handover['attestedAt'] } | { document_id: DocumentId },
) =>
  db(tx).updateTable('handovers').set(change).where('tenant_id', '=', tx.tenantId).where('mission_id', '=', missionId).execute();

/** Hand-overs still to be finished, of this organisation. */
export const openHandovers = async (tx: Tx): Promise<{ missionId: MissionId; dueOn: CivilDate }[]> =>
  db(tx)
    .selectFrom('handovers')
    .select(['mission_id as missionId', 'due_on as dueOn'])
    .where('tenant_id', '=', tx.tenantId)
    .where('attested_at', 'is', null)
    .execute();

/** Organisations that have something whose deadlines are watched. */
export const tenantsWithMissions = async (system: SystemTx): Promise<TenantId[]> => {
  const { rows } = await sql<{ tenant_id: TenantId }>`
    select tenant_id from missions where status <> 'closed' union select tenant_id from handovers where attested_at is null`.execute(
    system.sql,
  );
  return rows.map(({ tenant_id }) => tenant_id);
};
