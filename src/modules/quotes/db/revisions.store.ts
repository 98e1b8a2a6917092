import { type Tx, tables } from '../../../platform/db/index.ts';
import type { DocumentId, QuoteId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { ContractContent } from '../../contracts/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import type { Quote } from '../domain/quote.ts';
import type { VoidedSignature } from '../../signing/index.ts';
import type { QuotesTables } from './tables.ts';

/** One sending of an offer: the one in force, or one that a revision replaced. */
export type SentRevision = {
  revision: number;
  content: ContractContent;
  contentSha256: string;
  documentId: DocumentId | null;
  sentAt: Instant;
  /** null for the revision in force. */
  replacedAt: Instant | null;
  voids: readonly VoidedSignature[];
};

/** Keeps what was sent, as it was, before the revision that replaces it. */
export const keepRevision = async (tx: Tx, { id, frozen }: Quote, voids: readonly VoidedSignature[]): Promise<void> => {
  if (!frozen?.documentId) throw new Error(`Quote ${id} has nothing to keep`);
  await tables<QuotesTables>(tx)
    .insertInto('quote_revisions')
    .values({
      tenant_id: tx.tenantId,
      quote_id: id,
      revision: frozen.revision,
      content: canonicalContent(frozen.content).json,
      content_sha256: frozen.contentSha256,
      document_id: frozen.documentId,
      signature_request_id: frozen.signatureRequestId,
      sent_at: frozen.sentAt,
      replaced_at: tx.now,
      voids: JSON.stringify(voids),
    })
    .execute();
};

/** Every sending of this offer, oldest first; the last one is in force. */
export const revisionsOf = async (tx: Tx, { id, frozen }: Pick<Quote, 'id' | 'frozen'>): Promise<SentRevision[]> => {
  if (!frozen) return [];
  const earlier = await tables<QuotesTables>(tx)
    .selectFrom('quote_revisions')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('quote_id', '=', id as QuoteId)
    .orderBy('revision')
    .execute();
  return [
    ...earlier.map((row): SentRevision => ({
      revision: row.revision,
      content: ContractContent.parse(row.content),
      contentSha256: row.content_sha256,
      documentId: row.document_id,
      sentAt: row.sent_at,
      replacedAt: row.replaced_at,
      voids: row.voids as VoidedSignature[],
    })),
    {
      revision: frozen.revision,
      content: frozen.content,
      contentSha256: frozen.contentSha256,
      documentId: frozen.documentId,
      sentAt: frozen.sentAt,
      replacedAt: null,
      voids: [],
    },
  ];
};
