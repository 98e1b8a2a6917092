import type { DocumentId, DossierId, FileId } from '../../shared/ids.ts';
import { newId } from '../../shared/ids.ts';
import { type SystemTx, type Tx, tables } from '../../platform/db/index.ts';
import { recordFacts } from '../../platform/journal/index.ts';
import type { DossierTables } from './db/tables.ts';
import type { DocumentFrozen, DocumentKind, DossierDocument } from './domain/document.ts';

export type NewDocument = {
  documentId?: DocumentId;
  dossierId: DossierId;
  kind: DocumentKind;
  title: string;
  file: { fileId: FileId; sha256: string; byteLength: number; mediaType: string };
  subject: { type: string; id: string };
  replaces?: DocumentId;
};

/** Files a document whose bytes are final, and writes its hash in the dossier's journal. */
export const addDocument = async (tx: Tx, document: NewDocument): Promise<DossierDocument> => {
  const documentId = document.documentId ?? newId<DocumentId>();
  const { dossierId, kind, title, subject } = document;
  const { fileId, sha256, byteLength, mediaType } = document.file;
  const replaces = document.replaces ?? null;
  await tables<DossierTables>(tx)
    .insertInto('documents')
    .values({
      tenant_id: tx.tenantId,
      document_id: documentId,
      dossier_id: dossierId,
      kind,
      title,
      file_id: fileId,
      sha256,
      byte_length: byteLength,
      media_type: mediaType,
      subject_type: subject.type,
      subject_id: subject.id,
      replaces,
      frozen_at: tx.now,
    })
    .execute();
  await recordFacts<DocumentFrozen>(tx, {
    dossierId,
    stream: { type: 'document', id: documentId },
    facts: [{ type: 'DocumentFrozen', documentId, kind, title, sha256, byteLength, subject, replaces }],
  });
  return { documentId, dossierId, kind, title, fileId, sha256, byteLength, mediaType, subject, replaces, frozenAt: tx.now };
};

/** Everything frozen in the dossier, oldest first; an original and its signed version are both there. */
export const documentsOf = async (tx: Tx, dossierId: DossierId): Promise<DossierDocument[]> =>
  (await select(tx).where('dossier_id', '=', dossierId).orderBy('frozen_at').orderBy('document_id').execute()).map(fromRow);

/** The documents of one quote, invoice or report, oldest first. */
export const documentsAbout = async (tx: Tx, subject: { type: string; id: string }): Promise<DossierDocument[]> =>
  (
    await select(tx)
      .where('subject_type', '=', subject.type)
      .where('subject_id', '=', subject.id)
      .orderBy('frozen_at')
      .orderBy('document_id')
      .execute()
  ).map(fromRow);

export const findDocument = async (tx: Tx, documentId: DocumentId): Promise<DossierDocument | null> => {
  const row = await select(tx).where('document_id', '=', documentId).executeTakeFirst();
  return row ? fromRow(row) : null;
};

const select = (tx: Tx) => tables<DossierTables>(tx).selectFrom('documents').selectAll().where('tenant_id', '=', tx.tenantId);

const fromRow = (row: DossierTables['documents']): DossierDocument => ({
  documentId: row.document_id,
  dossierId: row.dossier_id,
  kind: row.kind,
  title: row.title,
  fileId: row.file_id,
  sha256: row.sha256,
  byteLength: row.byte_length,
  mediaType: row.media_type,
  subject: { type: row.subject_type, id: row.subject_id },
  replaces: row.replaces,
  frozenAt: row.frozen_at,
});

/** Filed documents with one of these hashes, whoever they belong to: for who holds a file and asks what it is. */
export const documentsWithHash = async (tx: SystemTx, hashes: readonly string[]) => {
  if (hashes.length === 0) return [];
  return tables<DossierTables>(tx)
    .selectFrom('documents as d')
    .leftJoin('documents as next', (join) =>
      join.onRef('next.tenant_id', '=', 'd.tenant_id').onRef('next.replaces', '=', 'd.document_id'),
    )
    .select([
      'd.tenant_id as tenantId',
      'd.document_id as documentId',
      'd.kind',
      'd.title',
      'd.sha256',
      'd.byte_length as byteLength',
      'd.frozen_at as frozenAt',
      'd.replaces',
      'next.title as replacedByTitle',
      'next.frozen_at as replacedAt',
      'next.sha256 as replacedBySha256',
    ])
    .where('d.sha256', 'in', [...hashes])
    .orderBy('d.frozen_at')
    .limit(20)
    .execute();
};
