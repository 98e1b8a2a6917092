import type { Wired } from '../../platform/http/index.ts';
import type { Pdf } from '../../platform/pdf/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Actor } from '../../shared/actor.ts';
import type { ClientId, InvoiceId, MissionId } from '../../shared/ids.ts';
import { termsInForce } from '../contracts/queries.ts';
import { missionById } from '../missions/queries.ts';
import { clientById, organisation } from '../parties/queries.ts';
import { creditInvoiceHandler } from './app/credit-invoice.handler.ts';
import { depositFollowsSignature } from './app/deposit-follows-signature.ts';
import type { InvoiceCommand } from './app/derive-mission-invoice.ts';
import { issueInvoice } from './app/issue-invoice.handler.ts';
import { invoiceDetail, missionSchedule, previewInvoice } from './app/read-invoices.ts';
import { drawInvoice, invoicePdf, renderInvoiceJob } from './app/render-invoice.ts';
import type { BillingSources, EvidenceSource } from './app/sources.ts';
import { type InvoiceFilter, type InvoiceListRequest, invoicePage, invoiceTotals } from './db/invoice-list.ts';
import { findInvoice } from './db/invoices.store.ts';
import type { CreditInvoice } from './domain/credit-invoice.ts';
import { invoiceRoutes } from './http/routes.ts';

export type { EvidenceSource } from './app/sources.ts';
type Someone = Extract<Actor, { kind: 'member' | 'client' | 'signer' }>;

const billingSources = (evidence: EvidenceSource): BillingSources => ({
  mission: missionById,
  termsInForce,
  parties: async (tx, clientId) => ({
    seller: (await organisation(tx)).identity,
    buyer: (await clientById(tx, clientId))!.identity,
  }),
  evidence,
});

const invoicingHandlers = ({ db, files, pdf }: Platform & { pdf: Pdf }, sources: BillingSources) => {
  const as =
    <Args extends unknown[], Answer>(work: (tx: Tx, ...args: Args) => Promise<Answer>) =>
    (actor: Someone, ...args: Args) =>
      db.withTenant(actor.tenantId, actor, (tx) => work(tx, ...args));
  const mine = async (tx: Tx, id: InvoiceId, onlyFor: ClientId | null) => {
    const stored = await findInvoice(tx, id);
    return stored && (onlyFor === null || stored.clientId === onlyFor) ? stored : null;
  };
  return {
    list: as((tx, request: InvoiceListRequest) => invoicePage(tx, request)),
    totals: as((tx, filter: InvoiceFilter) => invoiceTotals(tx, filter)),
    detail: as(invoiceDetail),
    schedule: as((tx, missionId: MissionId) => missionSchedule(tx, sources, missionId)),
    preview: as((tx, command: InvoiceCommand) => previewInvoice(tx, sources, command)),
    issue: as((tx, command: InvoiceCommand) => issueInvoice(sources)(tx, command)),
    credit: as((tx, command: CreditInvoice) => creditInvoiceHandler(tx, command)),
    xml: as(async (tx, id: InvoiceId, onlyFor: ClientId | null) => {
      const stored = await mine(tx, id, onlyFor);
      return stored && { bytes: Buffer.from(stored.cii), name: `${stored.invoice.number}.xml`, mediaType: 'application/xml' };
    }),
    /** Drawn now when the worker has not come to it yet: nobody waits for a queue to read an invoice. */
    pdf: async (actor: Someone, id: InvoiceId, onlyFor: ClientId | null) => {
      const withTenant = <T>(work: (tx: Tx) => Promise<T>) => db.withTenant(actor.tenantId, actor, work);
      if (!(await withTenant((tx) => mine(tx, id, onlyFor)))) return null;
      const system: Actor = { kind: 'system', name: 'invoicing', tenantId: actor.tenantId };
      await drawInvoice({ pdf, files }, (work) => db.withTenant(actor.tenantId, system, work), id);
      return withTenant(async (tx) => files.read(tx, (await invoicePdf(tx, id))!.fileId));
    },
  };
};
export type InvoicingHandlers = ReturnType<typeof invoicingHandlers>;

/** `evidence` is read through the queries of calls, appointments and reporting; see `app/sources.ts`. */
export const wireInvoicing = (
  platform: Platform & { pdf: Pdf },
  evidence: EvidenceSource,
): Wired & { handlers: InvoicingHandlers } => {
  const sources = billingSources(evidence);
  const handlers = invoicingHandlers(platform, sources);
  return {
    routes: [invoiceRoutes(handlers)],
    reactions: [depositFollowsSignature(sources)],
    jobs: [renderInvoiceJob({ pdf: platform.pdf, files: platform.files })],
    handlers,
  };
};
