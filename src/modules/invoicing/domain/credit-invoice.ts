import { type Accepted, type Refused, record, refuse } from '../../../shared/decision.ts';
import type { InvoiceId } from '../../../shared/ids.ts';
import type { IssuedInvoice } from './invoice.ts';

export type CreditInvoice = { invoiceId: InvoiceId; reason: string };
export type CreditRefusal = 'credit_note_not_creditable' | 'already_credited' | 'later_invoice_stands' | 'reason_required';

/**
 * Whether an invoice may be cancelled by a credit note, whole. One that a later invoice deducts or takes back stays until
 * that one is cancelled: otherwise the client would be credited twice.
 */
export const creditInvoice = (
  missionInvoices: readonly IssuedInvoice[],
  { invoiceId, reason }: CreditInvoice,
): Accepted<IssuedInvoice> | Refused<CreditRefusal> => {
  const invoice = missionInvoices.find(({ id }) => id === invoiceId);
  if (!invoice) return refuse('credit_note_not_creditable');
  if (invoice.credited) return refuse('already_credited');
  if (reason.trim() === '') return refuse('reason_required');
  const later = missionInvoices.find(({ credited, refersTo }) => !credited && refersTo.includes(invoiceId));
  return later ? refuse('later_invoice_stands', { number: later.number }) : record(invoice);
};
