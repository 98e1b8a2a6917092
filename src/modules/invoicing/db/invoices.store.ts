import { sql } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { ClientId, DossierId, InvoiceId, MissionId } from '../../../shared/ids.ts';
import { sumCents } from '../../../shared/money.ts';
import type { FrozenInvoice } from '../domain/frozen-invoice.ts';
import type { DerivableKind, IssuedInvoice } from '../domain/invoice.ts';
import type { InvoicingTables } from './tables.ts';

const invoicesOf = (tx: Tx) => tables<InvoicingTables>(tx).selectFrom('invoices').where('invoices.tenant_id', '=', tx.tenantId);

/** Two invoices of one mission are derived one after the other, so that nothing is billed twice. */
export const lockBilling = (tx: Tx, missionId: MissionId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`billing:${missionId}`}, 0))`.execute(tx.sql);

export type StoredInvoice = {
  invoice: FrozenInvoice;
  dossierId: DossierId;
  clientId: ClientId;
  missionId: MissionId;
  cii: string;
  issuedAt: string;
};

export type NewInvoice = Omit<StoredInvoice, 'issuedAt'> & {
  milestoneId: string | null;
  creditsId: InvoiceId | null;
  ciiSha256: string;
};

/** Writes an issued invoice, its lines and their evidence. Nothing here is ever updated. */
export const insertInvoice = async (tx: Tx, stored: NewInvoice): Promise<void> => {
  const { invoice, missionId } = stored;
  const key = { tenant_id: tx.tenantId, invoice_id: invoice.id };
  const db = tables<InvoicingTables>(tx);
  await db
    .insertInto('invoices')
    .values({
      tenant_id: tx.tenantId,
      id: invoice.id,
      dossier_id: stored.dossierId,
      client_id: stored.clientId,
      mission_id: missionId,
      kind: invoice.kind,
      number: invoice.number,
      client_name: invoice.buyer.name,
      milestone_id: stored.milestoneId,
      issued_on: invoice.issuedOn,
      due_on: invoice.dueOn,
      net_cents: invoice.netCents,
      vat_cents: invoice.vatCents,
      gross_cents: invoice.grossCents,
      prepaid_cents: invoice.prepaidCents,
      prepaid_net_cents: sumCents(invoice.deposits.map(({ netCents }) => netCents)),
      prepaid_vat_cents: sumCents(invoice.deposits.map(({ vatCents }) => vatCents)),
      payable_cents: invoice.payableCents,
      credits_id: stored.creditsId,
      content: JSON.stringify(invoice),
      cii: stored.cii,
      cii_sha256: stored.ciiSha256,
      issued_at: tx.now,
    })
    .execute();
  await db
    .insertInto('invoice_lines')
    .values(
      invoice.lines.map((line, index) => ({
        ...key,
        position: index + 1,
        kind: line.kind,
        label: line.label,
        detail: line.detail,
        quantity: line.quantity,
        unit: line.unit,
        unit_price_cents: line.unitPriceCents,
        net_cents: line.netCents,
        vat_category: line.vat.category,
        vat_rate_bp: line.vat.rateBp,
      })),
    )
    .execute();
  const evidence = invoice.lines.flatMap((line, index) =>
    line.evidence.map(({ type, id, label }, ordinal) => ({
      ...key,
      position: index + 1,
      ordinal,
      mission_id: missionId,
      type,
      reference_id: id,
      label,
    })),
  );
  if (evidence.length > 0) await db.insertInto('invoice_evidence').values(evidence).execute();
};

export const findInvoice = async (tx: Tx, id: InvoiceId): Promise<StoredInvoice | undefined> => {
  const row = await invoicesOf(tx)
    .select(['content', 'dossier_id', 'client_id', 'mission_id', 'cii', 'issued_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      invoice: row.content,
      dossierId: row.dossier_id,
      clientId: row.client_id,
      missionId: row.mission_id,
      cii: row.cii,
      issuedAt: row.issued_at,
    }
  );
};

/** The credit note that cancels an invoice, if there is one. */
export const creditNoteOf = async (tx: Tx, id: InvoiceId) =>
  invoicesOf(tx).select(['id', 'number', 'issued_on as issuedOn']).where('credits_id', '=', id).executeTakeFirst();

/** What a mission has been invoiced so far, oldest first, as the next derivation reads it; credit notes show as `credited`. */
export const issuedInvoices = async (tx: Tx, missionId: MissionId): Promise<IssuedInvoice[]> => {
  const rows = await invoicesOf(tx)
    .select(['id', 'kind', 'milestone_id', 'content', 'credits_id'])
    .where('mission_id', '=', missionId)
    .orderBy('id')
    .execute();
  const credited = new Set(rows.flatMap((row) => row.credits_id ?? []));
  return rows
    .filter((row) => row.kind !== 'credit_note')
    .map((row) => issuedFrom(row.content, row.kind as DerivableKind, row.milestone_id, credited.has(row.id)));
};

const billable = new Set(['appointment', 'hours', 'days', 'expense']);

const issuedFrom = (
  invoice: FrozenInvoice,
  kind: DerivableKind,
  milestoneId: string | null,
  credited: boolean,
): IssuedInvoice => {
  const references = invoice.lines.flatMap((line) => line.evidence);
  return {
    id: invoice.id,
    number: invoice.number,
    kind,
    issuedOn: invoice.issuedOn,
    milestoneId,
    vat: invoice.vat,
    netCents: invoice.netCents,
    vatCents: invoice.vatCents,
    grossCents: invoice.grossCents,
    billedIds: references.flatMap(({ type, id }) => (billable.has(type) ? [id] : [])),
    refersTo: [
      ...invoice.deposits.map(({ id }) => id),
      ...references.flatMap(({ type, id }) => (type === 'invoice' ? [id as InvoiceId] : [])),
    ],
    credited,
  };
};

/** The standing invoices that rest on one appointment, worked day or report: « facturé par FA-2026-0003 ». */
export const invoicesRestingOn = async (tx: Tx, missionId: MissionId, type: string, referenceId: string) =>
  tables<InvoicingTables>(tx)
    .selectFrom('invoice_evidence as e')
    .innerJoin('invoices as i', (join) => join.onRef('i.tenant_id', '=', 'e.tenant_id').onRef('i.id', '=', 'e.invoice_id'))
    .select(['i.id', 'i.number', 'i.issued_on as issuedOn'])
    .where('e.tenant_id', '=', tx.tenantId)
    .where('e.mission_id', '=', missionId)
    .where('e.type', '=', type as InvoicingTables['invoice_evidence']['type'])
    .where('e.reference_id', '=', referenceId)
    .where('i.kind', '!=', 'credit_note')
    .execute();

/** The invoice that a credit note cancels. */
export const creditedInvoice = async (tx: Tx, creditNoteId: InvoiceId): Promise<InvoiceId | null> =>
  (await invoicesOf(tx).select('credits_id').where('id', '=', creditNoteId).executeTakeFirst())?.credits_id ?? null;
