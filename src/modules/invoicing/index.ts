export type { AppointmentEvidence, Evidence, EvidenceLevel, EvidenceReference, Expense, WorkedTime } from './domain/evidence.ts';
export { invoiceKinds } from './domain/invoice.ts';
export type {
  DeductedDeposit,
  DerivableKind,
  DerivedInvoice,
  InvoiceKind,
  InvoiceLine,
  IssuedInvoice,
  LeftApart,
  VatPart,
  VatRate,
} from './domain/invoice.ts';
export { deriveInvoice } from './domain/derive-invoice.ts';
export type { DeriveRefusal, InvoiceRequest } from './domain/invoice-basis.ts';
export { unreachedForfait } from './domain/invoice-basis.ts';
export { checkedDueDate, dueDate, latestLawfulDueDate } from './domain/due-date.ts';
export type { DueDateCheck, PaymentDelay } from './domain/due-date.ts';
export { annualRate, latePenalty, semesterOf } from './domain/late-penalty.ts';
export type { LatePayment, Penalty, PenaltyClause, PublishedRates } from './domain/late-penalty.ts';
export { billingSchedule } from './domain/billing-schedule.ts';
export type { ScheduleStep } from './domain/billing-schedule.ts';
export { milestoneAmounts } from './domain/price-lines.ts';
