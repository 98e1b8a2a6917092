import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';
import { buildCii } from '../../../platform/e-invoicing/index.ts';
import { enqueue, jobNamed } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { ClientId, DossierId, InvoiceId, MissionId } from '../../../shared/ids.ts';
import { insertInvoice } from '../db/invoices.store.ts';
import { eInvoiceOf } from '../documents/e-invoice.ts';
import type { FrozenInvoice } from '../domain/frozen-invoice.ts';
import { type InvoiceFact, creditNoteIssued, invoiceIssued } from '../domain/invoice-facts.ts';

export const renderInvoicePdf = jobNamed<{ invoiceId: InvoiceId }>('render-invoice-pdf');

export type Filing = {
  missionId: MissionId;
  dossierId: DossierId;
  clientId: ClientId;
  milestoneId: string | null;
  /** On a credit note: the invoice it cancels. */
  creditsId: InvoiceId | null;
};

/**
 * Takes the dossier's journal before the number series, as a signature does: two transactions that wanted both in
 * opposite orders would wait for each other for ever.
 */
export const holdJournal = (tx: Tx, dossierId: DossierId, invoiceId: InvoiceId) =>
  recordFacts<InvoiceFact>(tx, { dossierId, stream: { type: 'invoice', id: invoiceId }, facts: [] });

/** Rows, XML, journal fact and the job that draws the PDF: all of them, or none. */
export const writeInvoice = async (tx: Tx, invoice: FrozenInvoice, filing: Filing): Promise<InvoiceFact> => {
  const cii = buildCii(eInvoiceOf(invoice));
  const ciiSha256 = createHash('sha256').update(cii).digest('hex');
  const { missionId, dossierId, creditsId } = filing;
  const fact: InvoiceFact = creditsId
    ? creditNoteIssued(invoice, missionId, ciiSha256, creditsId)
    : invoiceIssued(invoice, missionId, ciiSha256);
  await insertInvoice(tx, { ...filing, invoice, cii, ciiSha256 });
  await recordFacts<InvoiceFact>(tx, {
    dossierId,
    stream: { type: 'invoice', id: invoice.id },
    expectedVersion: 0,
    facts: [fact],
  });
  await enqueue(tx, renderInvoicePdf, { invoiceId: invoice.id }, { singletonKey: invoice.id });
  announce(tx, { topic: `mission:${missionId}` });
  return fact;
};
