import type { Selectable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { Notice } from '../domain/notice.ts';
import type { LifeSubject, NoticeServed } from '../domain/resiliation.ts';
import type { TerminationTables } from './tables.ts';

const db = (tx: Tx) => tables<TerminationTables>(tx);
const notices = (tx: Tx) => db(tx).selectFrom('notices').selectAll().where('tenant_id', '=', tx.tenantId);

const noticeFrom = (row: Selectable<TerminationTables['notices']>): Notice => ({
  id: row.id,
  dossierId: row.dossier_id,
  clientId: row.client_id,
  subject: { type: row.subject_type, id: row.subject_id },
  about: { type: row.about_type, id: row.about_id },
  kind: row.kind,
  from: row.from_party,
  content: row.content,
  sentAt: row.sent_at,
  documentId: row.document_id,
  served: row.served_on && {
    on: row.served_on,
    at: row.served_at!,
    how: row.served_how!,
    to: row.served_to!,
    registeredNumber: row.registered_number,
  },
});

export const noticeById = async (tx: Tx, id: string, { lock = false } = {}): Promise<Notice | undefined> => {
  const query = notices(tx).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && noticeFrom(row);
};

/** The letters about a mission or a framework, oldest first. */
export const noticesOf = async (tx: Tx, subject: LifeSubject): Promise<Notice[]> =>
  (
    await notices(tx)
      .where('subject_type', '=', subject.type)
      .where('subject_id', '=', subject.id)
      .orderBy('sent_at')
      .orderBy('id')
      .execute()
  ).map(noticeFrom);

export const insertNotice = (tx: Tx, notice: Notice) =>
  db(tx)
    .insertInto('notices')
    .values({
      tenant_id: tx.tenantId,
      id: notice.id,
      dossier_id: notice.dossierId,
      client_id: notice.clientId,
      subject_type: notice.subject.type,
      subject_id: notice.subject.id,
      about_type: notice.about.type,
      about_id: notice.about.id,
      kind: notice.kind,
      from_party: notice.from,
      content: JSON.stringify(notice.content),
      sent_at: notice.sentAt,
      document_id: null,
      served_on: null,
      served_at: null,
      served_how: null,
      served_to: null,
      registered_number: null,
    })
    .execute();

export const keepNoticeDocument = (tx: Tx, id: string, documentId: DocumentId) =>
  db(tx)
    .updateTable('notices')
    .set({ document_id: documentId })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();

export const keepServing = (tx: Tx, { noticeId, how, servedOn, servedTo, registeredNumber }: NoticeServed) =>
  db(tx)
    .updateTable('notices')
    .set({
      served_on: servedOn,
      served_at: tx.now,
      served_how: how,
      served_to: servedTo,
      registered_number: registeredNumber,
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', noticeId)
    .execute();
