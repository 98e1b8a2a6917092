import type { Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import type { DocumentId, InvoiceId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { addDocument, documentsAbout } from '../../dossier/queries.ts';
import { findInvoice } from '../db/invoices.store.ts';
import { renderInvoice } from '../documents/invoice.document.ts';
import { printedInvoice } from '../documents/printed-invoice.ts';
import { renderInvoicePdf } from './write-invoice.ts';

export type Rendering = { pdf: Pdf; files: Files };
type WithTenant = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** The invoice's one PDF in the dossier, or null while it is not drawn yet. */
export const invoicePdf = async (tx: Tx, invoiceId: InvoiceId) =>
  (await documentsAbout(tx, { type: 'invoice', id: invoiceId })).find(({ mediaType }) => mediaType === 'application/pdf') ?? null;

/**
 * Draws the PDF/A-3b with its factur-x.xml and files it in the dossier. Drawing happens between two short transactions;
 * the document bears the invoice's own id, so that drawing twice files once.
 */
export const drawInvoice = async ({ pdf, files }: Rendering, withTenant: WithTenant, invoiceId: InvoiceId): Promise<void> => {
  const stored = await withTenant(async (tx) => ((await invoicePdf(tx, invoiceId)) ? null : await findInvoice(tx, invoiceId)));
  if (!stored) return;
  const { invoice, cii, dossierId, issuedAt } = stored;
  const { bytes } = await renderInvoice(pdf, printedInvoice(invoice), { xml: cii, createdAt: instant(issuedAt) });
  await withTenant(async (tx) => {
    if (await invoicePdf(tx, invoiceId)) return;
    const file = await files.put(tx, { bytes, name: `${invoice.number}.pdf`, mediaType: 'application/pdf' });
    await addDocument(tx, {
      documentId: invoiceId as string as DocumentId,
      dossierId,
      kind: 'invoice',
      title: `${titles[invoice.kind]} ${invoice.number}`,
      file: { ...file, mediaType: 'application/pdf' },
      subject: { type: 'invoice', id: invoiceId },
    });
  });
};

const titles = {
  deposit: 'Facture d’acompte',
  intermediate: 'Facture intermédiaire',
  final: 'Facture finale',
  complementary: 'Facture complémentaire',
  credit_note: 'Avoir',
} as const;

export const renderInvoiceJob = (rendering: Rendering) =>
  defineJob(renderInvoicePdf, ({ payload, withTenant }) => drawInvoice(rendering, withTenant, payload.invoiceId), {
    concurrency: 2,
  });
