import { sql } from 'kysely';
import { type SystemTx, type Tx, tables } from '../../../platform/db/index.ts';
import type { ClientId, TenantId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { VigilanceCheck, VigilanceDocument } from '../domain/vigilance-document.ts';
import type { DueReminder } from '../domain/reminders.ts';
import type { VigilanceTables } from './tables.ts';

const db = (tx: Tx) => tables<VigilanceTables>(tx);

/** Every document deposited, the longest good first in each kind. */
export const vigilanceDocuments = async (tx: Tx): Promise<VigilanceDocument[]> => {
  const rows = await db(tx)
    .selectFrom('vigilance_documents')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('valid_through', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    fileId: row.file_id,
    fileName: row.file_name,
    sha256: row.sha256,
    byteLength: row.byte_length,
    mediaType: row.media_type,
    issuedOn: row.issued_on,
    validThrough: row.valid_through,
    securityCode: row.security_code,
    depositedAt: row.deposited_at,
  }));
};

export const insertVigilanceDocument = (tx: Tx, document: VigilanceDocument) =>
  db(tx)
    .insertInto('vigilance_documents')
    .values({
      tenant_id: tx.tenantId,
      id: document.id,
      kind: document.kind,
      file_id: document.fileId,
      file_name: document.fileName,
      sha256: document.sha256,
      byte_length: document.byteLength,
      media_type: document.mediaType,
      issued_on: document.issuedOn,
      valid_through: document.validThrough,
      security_code: document.securityCode,
      deposited_at: document.depositedAt,
    })
    .execute();

export const insertCheck = (tx: Tx, check: VigilanceCheck) =>
  db(tx)
    .insertInto('vigilance_checks')
    .values({
      tenant_id: tx.tenantId,
      document_id: check.documentId,
      client_id: check.clientId,
      verdict: check.verdict,
      checked_by: check.checkedBy,
      checked_at: check.checkedAt,
    })
    .execute();

/** The checks of one client, or of all, the latest first. */
export const checksOf = async (tx: Tx, clientId?: ClientId): Promise<VigilanceCheck[]> => {
  const query = db(tx).selectFrom('vigilance_checks').selectAll().where('tenant_id', '=', tx.tenantId);
  const rows = await (clientId ? query.where('client_id', '=', clientId) : query).orderBy('checked_at', 'desc').execute();
  return rows.map((row) => ({
    documentId: row.document_id,
    clientId: row.client_id,
    verdict: row.verdict,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
  }));
};

/** Marks a reminder as sent. False: another run was first. */
export const keepReminder = async (tx: Tx, { kind, validThrough, step }: DueReminder): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('vigilance_reminders')
    .values({ tenant_id: tx.tenantId, kind, valid_through: validThrough, step, sent_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
};

/** Organisations with a document that lapses by a day, whose step has not been told yet. */
export const tenantsToRemind = async (system: SystemTx, today: CivilDate, by: CivilDate): Promise<TenantId[]> => {
  const { rows } = await sql<{ tenant_id: TenantId }>`
    select distinct tenant_id from vigilance_documents d where valid_through between ${today} and ${by}
      and not exists (select 1 from vigilance_reminders r where r.tenant_id = d.tenant_id and r.kind = d.kind
                       and r.valid_through = d.valid_through and r.step = 7)`.execute(system.sql);
  return rows.map(({ tenant_id }) => tenant_id);
};
