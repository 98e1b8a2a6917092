import type { Files } from '../../../platform/files/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import { catalogOf, renderContract } from '../../clauses/queries.ts';
import { canonicalContent } from '../../contracts/queries.ts';
import { addDocument } from '../../dossier/queries.ts';
import { signaturePlaces } from '../../signing/index.ts';
import { generalTermsEdition, partsOfEdition } from '../../general-terms/queries.ts';
import { attachSignatureDocument } from '../../signing/queries.ts';
import { lockQuote, quoteById, updateQuote } from '../db/quotes.store.ts';
import { quoteDocument } from '../documents/quote-document.ts';
import { filedTitle } from '../domain/forms.ts';
import { renderQuote } from './render-quote.job.ts';

/** Renders the sent quote once, files its bytes for good and lets the signing link leave. Run twice, it changes nothing. */
export const renderQuoteJob = ({ pdf, files }: { pdf: Pdf; files: Files }) =>
  defineJob(renderQuote, async ({ payload: { quoteId }, withTenant }) => {
    const found = await withTenant(async (tx) => {
      const quote = await quoteById(tx, quoteId);
      if (!quote?.frozen || quote.frozen.documentId) return null;
      const catalog = await catalogOf(tx, { clientId: quote.clientId });
      const { generalTerms } = quote.frozen.content;
      // The framework of a short order has them already: they are cited, not printed again.
      const isAbove = generalTerms?.sha256 === quote.frozen.content.framework?.generalTerms;
      const edition = generalTerms && !isAbove && (await generalTermsEdition(tx, generalTerms.edition));
      return { frozen: quote.frozen, catalog, annexed: edition ? partsOfEdition(catalog, edition.content) : [] };
    });
    if (!found) return;
    const { content, contentSha256, number, sentAt } = found.frozen;
    const { bytes, positions } = await renderContract(pdf, quoteDocument(content, contentSha256, found.catalog, found.annexed), {
      termsJson: canonicalContent(content).json,
      createdAt: sentAt,
    });

    await withTenant(async (tx) => {
      const current = await lockQuote(tx, quoteId);
      if (!current?.frozen || current.frozen.documentId) return;
      const name = `${number}${content.revision ? `-revision-${content.revision}` : ''}.pdf`;
      const stored = await files.put(tx, { bytes, name, mediaType: 'application/pdf' });
      const { documentId } = await addDocument(tx, {
        dossierId: current.dossierId,
        kind: 'contract',
        title: filedTitle(content),
        file: { ...stored, mediaType: 'application/pdf' },
        subject: { type: 'quote', id: quoteId },
      });
      await updateQuote(tx, quoteId, { document_id: documentId });
      if (current.frozen.signatureRequestId)
        await attachSignatureDocument(tx, current.frozen.signatureRequestId as never, {
          documentId,
          places: signaturePlaces(positions),
        });
    });
  });
