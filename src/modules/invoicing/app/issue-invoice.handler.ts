import type { Tx } from '../../../platform/db/index.ts';
import { allocateNumber } from '../../../platform/numbering/index.ts';
import { type Accepted, type Refused, record } from '../../../shared/decision.ts';
import { type InvoiceId, newId } from '../../../shared/ids.ts';
import { civilDateOf, yearOf } from '../../../shared/time.ts';
import { lockBilling } from '../db/invoices.store.ts';
import { freezeInvoice } from '../documents/freeze-invoice.ts';
import type { DeriveRefusal } from '../domain/invoice-basis.ts';
import type { InvoiceIssued } from '../domain/invoice-facts.ts';
import { mayIssue } from '../domain/may-issue.ts';
import { type InvoiceCommand, deriveMissionInvoice } from './derive-mission-invoice.ts';
import type { BillingSources } from './sources.ts';
import { holdJournal, writeInvoice } from './write-invoice.ts';

export type IssueRefusal =
  DeriveRefusal | 'unknown_mission' | 'no_terms_in_force' | 'client_without_siren' | 'vat_regime_changed';

/** Derives the invoice again and issues it, in the caller's transaction; its number is taken last, so none is lost. */
export const issueInvoice =
  (sources: BillingSources) =>
  async (tx: Tx, command: InvoiceCommand): Promise<Accepted<InvoiceIssued> | Refused<IssueRefusal>> => {
    await lockBilling(tx, command.missionId);
    const decision = await deriveMissionInvoice(tx, sources, command);
    if (!decision.ok) return decision;
    const { derived, mission, terms, earlier } = decision.facts[0]!;
    const { content } = terms;
    const parties = mayIssue(await sources.parties(tx, mission.clientId), content.terms.price);
    if (!parties.ok) return parties;
    const id = newId<InvoiceId>();
    await holdJournal(tx, mission.dossierId, id);
    const { number } = await allocateNumber(tx, { series: 'FA', year: yearOf(derived.issuedOn) });
    const signedOn = civilDateOf(mission.openedAt);
    const invoice = freezeInvoice(derived, { id, number, content, signedOn, earlier, ...parties.facts[0]! });
    const { id: missionId, dossierId, clientId } = mission;
    const filing = { missionId, dossierId, clientId, milestoneId: derived.milestoneId, creditsId: null };
    return record((await writeInvoice(tx, invoice, filing)) as InvoiceIssued);
  };
