import type { Selectable, Updateable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { DossierId } from '../../../shared/ids.ts';
import type { DossierTables } from './tables.ts';

type Row = Selectable<DossierTables['bundles']>;

const bundleFrom = (row: Row) => ({
  id: row.id,
  dossierId: row.dossier_id,
  state: row.state,
  done: row.done,
  total: row.total,
  fileId: row.file_id,
  sha256: row.sha256,
  byteLength: row.byte_length,
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  readyAt: row.ready_at,
});
export type Bundle = ReturnType<typeof bundleFrom>;

const bundlesOf = (tx: Tx) => tables<DossierTables>(tx).selectFrom('bundles').selectAll().where('tenant_id', '=', tx.tenantId);

export const bundleById = async (tx: Tx, id: string): Promise<Bundle | undefined> => {
  const row = await bundlesOf(tx).where('id', '=', id).executeTakeFirst();
  return row && bundleFrom(row);
};

export const bundleList = async (tx: Tx, dossierId: DossierId): Promise<Bundle[]> =>
  (await bundlesOf(tx).where('dossier_id', '=', dossierId).orderBy('asked_at', 'desc').limit(50).execute()).map(bundleFrom);

export const insertBundle = (tx: Tx, { id, dossierId, askedBy }: { id: string; dossierId: DossierId; askedBy: string }) =>
  tables<DossierTables>(tx)
    .insertInto('bundles')
    .values({
      tenant_id: tx.tenantId,
      id,
      dossier_id: dossierId,
      state: 'preparing',
      done: 0,
      total: 0,
      asked_by: askedBy,
      asked_at: tx.now,
      file_id: null,
      sha256: null,
      byte_length: null,
      ready_at: null,
      failure: null,
    })
    .execute();

export const updateBundle = (tx: Tx, id: string, change: Updateable<DossierTables['bundles']>) =>
  tables<DossierTables>(tx)
    .updateTable('bundles')
    .set(change)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();
