import { sql } from 'kysely';
import { type SystemTx, type Tx, tables } from '../../../platform/db/index.ts';
import type { MailTables } from '../../../platform/mail/index.ts';
import type { DossierId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { prefixQuery, searchedText } from '../domain/search-words.ts';
import type { DossierTables } from './tables.ts';

export type IndexedWords = {
  dossierId: DossierId;
  source: 'document' | 'mail' | 'fact';
  sourceId: string;
  at: Instant;
  title: string;
  body: string;
};

/** PostgreSQL refuses a tsvector of more than a megabyte: beyond that the rest of a document is not searched. */
const searchedLetters = 300_000;

/** Files what can be searched. Told twice, it stays once. */
export const keepWords = async (tx: Tx, found: readonly IndexedWords[]): Promise<void> => {
  if (found.length === 0) return;
  await tables<DossierTables>(tx)
    .insertInto('dossier_words')
    .values(
      found.map(({ dossierId, source, sourceId, at, title, body }) => ({
        tenant_id: tx.tenantId,
        dossier_id: dossierId,
        source,
        source_id: sourceId,
        at,
        title,
        body: body.slice(0, searchedLetters).replaceAll('\0', ' '),
        folded: searchedText(`${title} ${body}`.slice(0, searchedLetters).replaceAll('\0', ' ')),
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'dossier_id', 'source', 'source_id']).doNothing())
    .execute();
};

/** What holds every word, newest first. */
export const wordsFound = (tx: Tx, dossierId: DossierId, words: readonly string[], limit: number) =>
  tables<DossierTables>(tx)
    .selectFrom('dossier_words')
    .select(['source', 'source_id as sourceId', 'at', 'title', 'body'])
    .where('tenant_id', '=', tx.tenantId)
    .where('dossier_id', '=', dossierId)
    .where(sql<boolean>`words @@ to_tsquery('simple', ${prefixQuery(words)})`)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();

/** How far the journal was read; the row is held, so that two readers do not do the same work. */
export const lockMark = async (tx: Tx, dossierId: DossierId): Promise<number> => {
  const row = await tables<DossierTables>(tx)
    .insertInto('dossier_words_marks')
    .values({ tenant_id: tx.tenantId, dossier_id: dossierId, seq: 0 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'dossier_id']).doUpdateSet((old) => ({ seq: old.ref('dossier_words_marks.seq') })),
    )
    .returning('seq')
    .executeTakeFirstOrThrow();
  return row.seq;
};
export const moveMark = (tx: Tx, dossierId: DossierId, seq: number) =>
  tables<DossierTables>(tx)
    .updateTable('dossier_words_marks')
    .set({ seq })
    .where('tenant_id', '=', tx.tenantId)
    .where('dossier_id', '=', dossierId)
    .execute();

/** Dossiers, of any organisation, whose journal went further than what was read of it. */
export const unreadDossiers = async (tx: SystemTx): Promise<{ tenantId: TenantId; dossierId: DossierId }[]> => {
  const { rows } = await sql<{ tenantId: TenantId; dossierId: DossierId }>`
    select h.tenant_id as "tenantId", h.dossier_id as "dossierId" from journal_heads h
      left join dossier_words_marks m on m.tenant_id = h.tenant_id and m.dossier_id = h.dossier_id
     where h.seq > coalesce(m.seq, 0) and h.dossier_id <> h.tenant_id limit 50`.execute(tx.sql);
  return rows;
};

/** Mails of the dossier, newest first: who was told what, and whether it left. */
export const mailsOf = (tx: Tx, dossierId: DossierId, { limit, before }: { limit: number; before?: string | undefined }) => {
  const query = tables<MailTables>(tx)
    .selectFrom('mails')
    .select(['id', 'to_email', 'to_name', 'subject', 'state', 'channel', 'failure', 'confidential', 'created_at', 'sent_at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('dossier_id', '=', dossierId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  return (before ? query.where('created_at', '<', before as Instant) : query).execute();
};

/** Mails of the dossier whose words are not kept yet. */
export const unreadMails = (tx: Tx, dossierId: DossierId) =>
  tables<MailTables & DossierTables>(tx)
    .selectFrom('mails as m')
    .select(['m.id', 'm.subject', 'm.body_text', 'm.to_name', 'm.to_email', 'm.confidential', 'm.created_at'])
    .where('m.tenant_id', '=', tx.tenantId)
    .where('m.dossier_id', '=', dossierId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dossier_words as w')
            .select('w.source_id')
            .whereRef('w.tenant_id', '=', 'm.tenant_id')
            .whereRef('w.dossier_id', '=', 'm.dossier_id')
            .where('w.source', '=', 'mail')
            .whereRef('w.source_id', '=', sql<string>`m.id::text`),
        ),
      ),
    )
    .limit(500)
    .execute();
