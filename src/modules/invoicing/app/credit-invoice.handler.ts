import type { Tx } from '../../../platform/db/index.ts';
import { allocateNumber } from '../../../platform/numbering/index.ts';
import { type Accepted, type Refused, record, refuse } from '../../../shared/decision.ts';
import { type InvoiceId, newId } from '../../../shared/ids.ts';
import { civilDateOf, yearOf } from '../../../shared/time.ts';
import { findInvoice, issuedInvoices, lockBilling } from '../db/invoices.store.ts';
import { freezeCreditNote } from '../documents/freeze-invoice.ts';
import { type CreditInvoice, type CreditRefusal, creditInvoice } from '../domain/credit-invoice.ts';
import type { CreditNoteIssued } from '../domain/invoice-facts.ts';
import { holdJournal, writeInvoice } from './write-invoice.ts';

/** Cancels an invoice by a credit note of its own series (AV); what it billed may then be billed again. */
export const creditInvoiceHandler = async (
  tx: Tx,
  command: CreditInvoice,
): Promise<Accepted<CreditNoteIssued> | Refused<CreditRefusal | 'unknown_invoice'>> => {
  const stored = await findInvoice(tx, command.invoiceId);
  if (!stored) return refuse('unknown_invoice');
  const { invoice, missionId, dossierId, clientId } = stored;
  await lockBilling(tx, missionId);
  const decision = creditInvoice(await issuedInvoices(tx, missionId), command);
  if (!decision.ok) return decision;
  const issuedOn = civilDateOf(tx.now);
  const id = newId<InvoiceId>();
  await holdJournal(tx, dossierId, id);
  const { number } = await allocateNumber(tx, { series: 'AV', year: yearOf(issuedOn) });
  const note = freezeCreditNote(invoice, { id, number, issuedOn, reason: command.reason.trim() });
  const filing = { missionId, dossierId, clientId, milestoneId: null, creditsId: invoice.id };
  return record((await writeInvoice(tx, note, filing)) as CreditNoteIssued);
};
