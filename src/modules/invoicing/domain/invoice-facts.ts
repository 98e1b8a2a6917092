import type { InvoiceId, MissionId } from '../../../shared/ids.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CivilDate } from '../../../shared/time.ts';
import type { FrozenInvoice } from './frozen-invoice.ts';
import type { DerivableKind } from './invoice.ts';

type Issued = {
  invoiceId: InvoiceId;
  missionId: MissionId;
  number: string;
  issuedOn: CivilDate;
  dueOn: CivilDate | null;
  netCents: Cents;
  vatCents: Cents;
  grossCents: Cents;
  prepaidCents: Cents;
  payableCents: Cents;
  /** Of the XML that is sent; the PDF's own hash comes with its DocumentFrozen. */
  ciiSha256: string;
};

export type InvoiceIssued = { type: 'InvoiceIssued' } & Issued & {
    kind: DerivableKind;
    /** Each line's amount and what it rests on: 'appointment:<id>'. */
    lines: { netCents: Cents; evidence: string[] }[];
  };
export type CreditNoteIssued = { type: 'CreditNoteIssued' } & Issued & {
    creditsId: InvoiceId;
    creditsNumber: string;
    reason: string;
  };
export type InvoiceFact = InvoiceIssued | CreditNoteIssued;

const issuedFigures = (invoice: FrozenInvoice, missionId: MissionId, ciiSha256: string): Issued => ({
  invoiceId: invoice.id,
  missionId,
  number: invoice.number,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  netCents: invoice.netCents,
  vatCents: invoice.vatCents,
  grossCents: invoice.grossCents,
  prepaidCents: invoice.prepaidCents,
  payableCents: invoice.payableCents,
  ciiSha256,
});

/** What the journal keeps of an issued invoice: its figures, the hash of its XML, and what each line rests on. */
export const invoiceIssued = (invoice: FrozenInvoice, missionId: MissionId, ciiSha256: string): InvoiceIssued => ({
  type: 'InvoiceIssued',
  kind: invoice.kind as DerivableKind,
  ...issuedFigures(invoice, missionId, ciiSha256),
  lines: invoice.lines.map(({ netCents, evidence }) => ({ netCents, evidence: evidence.map(({ type, id }) => `${type}:${id}`) })),
});

export const creditNoteIssued = (
  note: FrozenInvoice,
  missionId: MissionId,
  ciiSha256: string,
  creditsId: InvoiceId,
): CreditNoteIssued => ({
  type: 'CreditNoteIssued',
  ...issuedFigures(note, missionId, ciiSha256),
  creditsId,
  creditsNumber: note.credits!.number,
  reason: note.credits!.reason,
});
