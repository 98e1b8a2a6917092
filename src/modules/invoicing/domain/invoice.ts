import type { InvoiceId } from '../../../shared/ids.ts';
import type { BasisPoints, Cents } from '../../../shared/money.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { AppointmentEvidence, EvidenceReference } from './evidence.ts';

/** Facture d’acompte, intermédiaire, finale, complémentaire (after a ruling), avoir. */
export const invoiceKinds = ['deposit', 'intermediate', 'final', 'complementary', 'credit_note'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];
/** What can be derived from terms and evidence; a credit note only mirrors an invoice. */
export type DerivableKind = Exclude<InvoiceKind, 'credit_note'>;

/** Standard rate, or exempt under the franchise en base. */
export type VatRate = { category: 'S' | 'E'; rateBp: BasisPoints };
export type VatPart = VatRate & { baseCents: Cents; vatCents: Cents };

export type InvoiceLine = {
  kind: 'acompte' | 'forfait' | 'already_invoiced' | 'hour' | 'day' | 'appointment' | 'expense';
  /** The words of the signed price line or milestone. */
  label: string;
  /** Decimal text, at most 4 decimals; '-1' on a line that takes back what was already invoiced. */
  quantity: string;
  unitPriceCents: Cents;
  netCents: Cents;
  vat: VatRate;
  evidence: EvidenceReference[];
};

/** An invoice already issued, as far as the next one needs to know it. */
export type IssuedInvoice = {
  id: InvoiceId;
  number: string;
  kind: DerivableKind;
  issuedOn: CivilDate;
  milestoneId: string | null;
  vat: VatPart[];
  netCents: Cents;
  vatCents: Cents;
  grossCents: Cents;
  /** Ids of the appointments, worked days and expenses that it billed. */
  billedIds: string[];
  /** The invoices that it deducts or takes back. */
  refersTo: InvoiceId[];
  /** A credit note has cancelled it: what it billed is to be billed again. */
  credited: boolean;
};

export type DeductedDeposit = Pick<IssuedInvoice, 'id' | 'number' | 'issuedOn' | 'netCents' | 'vatCents' | 'grossCents'>;

/** What is left aside, and why: the client sees it beside the invoice, not on it. */
export type LeftApart = {
  appointment: AppointmentEvidence;
  because: 'disputed' | 'pending' | 'refused' | 'recording_missing' | 'simulated';
};

/** The money of an invoice, computed and not yet numbered. */
export type DerivedInvoice = {
  kind: DerivableKind;
  milestoneId: string | null;
  issuedOn: CivilDate;
  dueOn: CivilDate;
  /** Completion of what is billed; for a deposit, the day it is asked. */
  deliveredOn: CivilDate;
  period: { startsOn: CivilDate; endsOn: CivilDate } | null;
  lines: InvoiceLine[];
  vat: VatPart[];
  netCents: Cents;
  vatCents: Cents;
  grossCents: Cents;
  deposits: DeductedDeposit[];
  prepaidCents: Cents;
  /** Negative when the deposits exceed what is owed: the difference is paid back. */
  payableCents: Cents;
  leftApart: LeftApart[];
};
