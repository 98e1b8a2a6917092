import type { Answer } from '../../../web/api/answer.ts';

/** What the API answers, as these screens read it. Amounts are cents. */
export type InvoiceListAnswer = Answer<'get', '/invoices'>;
export type InvoiceTotalsAnswer = Answer<'get', '/invoices/totals'>;
export type InvoiceRow = InvoiceListAnswer['invoices'][number];
export type InvoiceState = InvoiceRow['state'];

export type InvoiceAnswer = Answer<'get', '/invoices/{id}'>;
export type PreviewAnswer = Answer<'get', '/missions/{id}/invoice-preview'>;
export type LeftApartRow = PreviewAnswer['leftApart'][number];
/** The part that an issued invoice and a preview share. */
export type InvoiceMoney = Pick<
  InvoiceAnswer,
  'lines' | 'vat' | 'deposits' | 'netCents' | 'grossCents' | 'payableCents' | 'issuedOn' | 'dueOn' | 'delay'
>;
export type ShownLine = InvoiceMoney['lines'][number];
export type Evidence = ShownLine['evidence'][number];

export type ScheduleAnswer = Answer<'get', '/missions/{id}/billing'>;
export type StepRow = ScheduleAnswer['steps'][number];
export type Issued = Answer<'post', '/missions/{id}/invoices'>;
