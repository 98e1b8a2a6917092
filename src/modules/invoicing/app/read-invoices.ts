import type { Tx } from '../../../platform/db/index.ts';
import { type Accepted, type Refused, record, refuse } from '../../../shared/decision.ts';
import type { ClientId, InvoiceId, MissionId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { stateOf } from '../db/invoice-list.ts';
import { creditNoteOf, creditedInvoice, findInvoice, issuedInvoices } from '../db/invoices.store.ts';
import { mentionsOf, wordLines } from '../documents/invoice-words.ts';
import { billingSchedule } from '../domain/billing-schedule.ts';
import type { FrozenInvoice, WordedLine } from '../domain/frozen-invoice.ts';
import type { DerivableKind } from '../domain/invoice.ts';
import { collectEvidence } from './collect-evidence.ts';
import { type InvoiceCommand, deriveMissionInvoice } from './derive-mission-invoice.ts';
import type { IssueRefusal } from './issue-invoice.handler.ts';
import { invoicePdf } from './render-invoice.ts';
import type { BillingSources } from './sources.ts';

const shownLine = ({ vat, ...line }: WordedLine) => ({ ...line, vatRateBp: vat.rateBp });

/** One invoice with its lines and their evidence, as a screen shows it. A client sees its own only. */
export const invoiceDetail = async (tx: Tx, id: InvoiceId, onlyFor: ClientId | null) => {
  const stored = await findInvoice(tx, id);
  if (!stored || (onlyFor !== null && stored.clientId !== onlyFor)) return null;
  const { invoice, missionId, dossierId, clientId, issuedAt } = stored;
  const creditedBy = (await creditNoteOf(tx, id)) ?? null;
  return {
    ...figuresOf(invoice),
    id,
    number: invoice.number,
    kind: invoice.kind,
    state: stateOf(invoice, creditedBy !== null, civilDateOf(tx.now)),
    isDemo: invoice.isDemo,
    clientId,
    clientName: invoice.buyer.name,
    missionId,
    dossierId,
    subject: invoice.subject,
    contractNumber: invoice.contract.number,
    mentions: mentionsOf(invoice),
    issuedAt,
    pdfReady: (await invoicePdf(tx, id)) !== null,
    credits: invoice.credits && { ...invoice.credits, id: (await creditedInvoice(tx, id))! },
    creditedBy,
  };
};

const figuresOf = (invoice: FrozenInvoice) => ({
  lines: invoice.lines.map(shownLine),
  vat: invoice.vat,
  deposits: invoice.deposits,
  netCents: invoice.netCents,
  vatCents: invoice.vatCents,
  grossCents: invoice.grossCents,
  prepaidCents: invoice.prepaidCents,
  payableCents: invoice.payableCents,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  delay: invoice.credits ? null : invoice.delay,
});

/** What the invoice would be if it were issued now, and what is left apart. Nothing is written. */
export const previewInvoice = async (tx: Tx, sources: BillingSources, command: InvoiceCommand) => {
  const decision = await deriveMissionInvoice(tx, sources, command);
  if (!decision.ok) return decision satisfies Refused<IssueRefusal>;
  const { derived, terms, earlier } = decision.facts[0]!;
  return record({
    ...derived,
    kind: command.kind as DerivableKind,
    lines: wordLines(derived.lines, earlier).map(shownLine),
    delay: command.kind === 'deposit' ? null : terms.content.terms.payment.delay,
    leftApart: derived.leftApart.map(({ appointment: { id, ref, company, meetingAt, priceCents }, because }) => ({
      id,
      ref,
      company,
      meetingAt,
      priceCents,
      because,
    })),
  });
};

/** The signed schedule of a mission as it stands today: what is invoiced, what can be, what waits and why. */
export const missionSchedule = async (tx: Tx, sources: BillingSources, missionId: MissionId) => {
  const mission = await sources.mission(tx, missionId);
  if (!mission) return refuse('unknown_mission');
  const terms = await sources.termsInForce(tx, missionId);
  if (!terms) return refuse('no_terms_in_force');
  const evidence = await collectEvidence(tx, sources.evidence, { mission, terms, kind: 'final' });
  const context = { issuedOn: civilDateOf(tx.now), isDemo: terms.content.isDemo };
  const steps = billingSchedule(terms.content.terms, evidence, await issuedInvoices(tx, missionId), context);
  return record({ mission: { id: mission.id, name: mission.name }, contractNumber: terms.content.number, steps });
};
