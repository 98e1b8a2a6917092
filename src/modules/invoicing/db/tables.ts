import type { ColumnType } from 'kysely';
import type { ClientId, DossierId, InvoiceId, MissionId } from '../../../shared/ids.ts';
import type { BasisPoints, Cents } from '../../../shared/money.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { FrozenInvoice, LineUnit } from '../domain/frozen-invoice.ts';
import type { EvidenceReference } from '../domain/evidence.ts';
import type { InvoiceKind, InvoiceLine, VatRate } from '../domain/invoice.ts';

export type InvoicingTables = {
  invoices: {
    tenant_id: string;
    id: InvoiceId;
    dossier_id: DossierId;
    client_id: ClientId;
    mission_id: MissionId;
    kind: InvoiceKind;
    number: string;
    client_name: string;
    milestone_id: string | null;
    issued_on: CivilDate;
    due_on: CivilDate | null;
    net_cents: Cents;
    vat_cents: Cents;
    gross_cents: Cents;
    prepaid_cents: Cents;
    prepaid_net_cents: Cents;
    prepaid_vat_cents: Cents;
    payable_cents: Cents;
    credits_id: InvoiceId | null;
    content: ColumnType<FrozenInvoice, string, never>;
    cii: string;
    cii_sha256: string;
    issued_at: Instant;
  };
  invoice_lines: {
    tenant_id: string;
    invoice_id: InvoiceId;
    position: number;
    kind: InvoiceLine['kind'];
    label: string;
    detail: string | null;
    quantity: string;
    unit: LineUnit;
    unit_price_cents: Cents;
    net_cents: Cents;
    vat_category: VatRate['category'];
    vat_rate_bp: BasisPoints;
  };
  invoice_evidence: {
    tenant_id: string;
    invoice_id: InvoiceId;
    position: number;
    ordinal: number;
    mission_id: MissionId;
    type: EvidenceReference['type'];
    reference_id: string;
    label: string;
  };
};
