import type { Insertable, Selectable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { AuditedDocument } from '../domain/audited-document.ts';
import type { AcceptedRisk } from '../domain/accepted-risk.ts';
import type { Finding } from '../domain/finding.ts';
import type { AuditTables } from './tables.ts';

export type FiledAudit = {
  id: string;
  dossierId: DossierId;
  title: string;
  documents: readonly AuditedDocument[];
  findings: readonly Finding[];
  accepted: readonly AcceptedRisk[];
  score: number;
  documentId: DocumentId;
  filedAt: Instant;
};

const auditFrom = (row: Selectable<AuditTables['audits']>): FiledAudit => ({
  id: row.id,
  dossierId: row.dossier_id,
  title: row.title,
  documents: row.documents as AuditedDocument[],
  findings: row.findings as Finding[],
  accepted: row.accepted as AcceptedRisk[],
  score: row.score,
  documentId: row.document_id,
  filedAt: row.filed_at,
});

const auditsOf = (tx: Tx) => tables<AuditTables>(tx).selectFrom('audits').selectAll().where('tenant_id', '=', tx.tenantId);

export const auditById = async (tx: Tx, id: string): Promise<FiledAudit | null> => {
  const row = await auditsOf(tx).where('id', '=', id).executeTakeFirst();
  return row ? auditFrom(row) : null;
};

/** Filed audits, the newest first. */
export const auditList = async (tx: Tx): Promise<FiledAudit[]> =>
  (await auditsOf(tx).orderBy('filed_at', 'desc').limit(100).execute()).map(auditFrom);

export const insertAudit = (tx: Tx, audit: FiledAudit) =>
  tables<AuditTables>(tx)
    .insertInto('audits')
    .values({
      tenant_id: tx.tenantId,
      id: audit.id,
      dossier_id: audit.dossierId,
      title: audit.title,
      documents: JSON.stringify(audit.documents),
      findings: JSON.stringify(audit.findings),
      accepted: JSON.stringify(audit.accepted),
      score: audit.score,
      document_id: audit.documentId,
      filed_at: audit.filedAt,
    } as Insertable<AuditTables['audits']>)
    .execute();
