export { buildCii } from './build-cii.ts';
export type { BillingFramework, EInvoice, EInvoiceLine, EInvoiceType, EParty, VatCategory } from './e-invoice.ts';
