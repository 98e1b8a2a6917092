import { record, refuse } from '../../../shared/decision.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { VoidedSignature } from '../../signing/index.ts';
import type { QuoteFinding } from './check-quote.ts';
import { may, type Quote, type QuoteRevised } from './quote.ts';

export type Revision = {
  /** Hash of the new content. */
  contentSha256: string;
  /** What the negotiation agreed, by its own ids. */
  changes: readonly string[];
  validUntil: CivilDate;
  netCents: number;
  voids: readonly VoidedSignature[];
};

/**
 * The same offer, changed as agreed, under the same number: « révision 2 ». Until both have signed nobody is bound by all of it, so
 * even a first signature is voided, openly; once signed by both it takes an amendment.
 */
export const reviseQuote = (quote: Quote, revision: Revision, { findings }: { findings: readonly QuoteFinding[] }) => {
  if (!quote.frozen) return refuse('not_sent_yet');
  const { number, contentSha256, documentId } = quote.frozen;
  if (!may('revise', quote.status)) return refuse('already_answered', { number, status: quote.status });
  if (!documentId) return refuse('document_not_ready');
  if (revision.changes.length === 0 || revision.contentSha256 === contentSha256) return refuse('nothing_to_revise');
  if (findings.length > 0) return refuse('revision_incomplete', { findings });
  return record<QuoteRevised>({
    type: 'QuoteRevised',
    quoteId: quote.id,
    number,
    revision: quote.frozen.revision + 1,
    contentSha256: revision.contentSha256,
    replacesSha256: contentSha256,
    validUntil: revision.validUntil,
    netCents: revision.netCents,
    changes: revision.changes,
    voids: revision.voids,
  });
};
