/** What other modules may ask of invoicing, inside their own transaction. */
export { issuedInvoices, invoicesRestingOn } from './db/invoices.store.ts';
export { invoicePage, invoiceTotals } from './db/invoice-list.ts';
export { invoicePdf } from './app/render-invoice.ts';
export { electronicInvoicesOf } from './db/dossier-invoices.ts';
export { collectEvidence } from './app/collect-evidence.ts';
export type { EvidenceSource } from './app/sources.ts';
