import { type Tx, tables } from '../../../platform/db/index.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { FrameworkContent } from '../../contracts/index.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import type { VoidedSignature } from '../../signing/index.ts';
import type { Framework } from '../domain/framework.ts';
import type { FrameworksTables } from './tables.ts';

/** One sending of a framework: the one in force, or one that a revision replaced. */
export type SentFramework = {
  revision: number;
  content: FrameworkContent;
  contentSha256: string;
  documentId: DocumentId | null;
  sentAt: Instant;
  /** null for the revision in force. */
  replacedAt: Instant | null;
  voids: readonly VoidedSignature[];
};

/** Keeps what was sent, as it was, before the revision that replaces it. */
export const keepFrameworkRevision = async (
  tx: Tx,
  { id, frozen }: Framework,
  voids: readonly VoidedSignature[],
): Promise<void> => {
  if (!frozen?.documentId) throw new Error(`Framework ${id} has nothing to keep`);
  await tables<FrameworksTables>(tx)
    .insertInto('framework_revisions')
    .values({
      tenant_id: tx.tenantId,
      framework_id: id,
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

/** Every sending of this framework, oldest first; the last one is in force. */
export const frameworkRevisions = async (tx: Tx, { id, frozen }: Pick<Framework, 'id' | 'frozen'>): Promise<SentFramework[]> => {
  if (!frozen) return [];
  const earlier = await tables<FrameworksTables>(tx)
    .selectFrom('framework_revisions')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('framework_id', '=', id)
    .orderBy('revision')
    .execute();
  const { revision, content, contentSha256, documentId, sentAt } = frozen;
  return [
    ...earlier.map((row): SentFramework => ({
      revision: row.revision,
      content: FrameworkContent.parse(row.content),
      contentSha256: row.content_sha256,
      documentId: row.document_id,
      sentAt: row.sent_at,
      replacedAt: row.replaced_at,
      voids: row.voids as VoidedSignature[],
    })),
    { revision, content, contentSha256, documentId, sentAt, replacedAt: null, voids: [] },
  ];
};
