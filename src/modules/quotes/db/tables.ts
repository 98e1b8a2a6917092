import type { ColumnType } from 'kysely';
import type { ClientId, DocumentId, DossierId, FrameworkId, QuoteId, TenantId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { QuoteForm } from '../domain/forms.ts';
import type { QuoteStatus } from '../domain/quote.ts';

export type QuotesTables = {
  quotes: {
    tenant_id: TenantId;
    id: QuoteId;
    dossier_id: DossierId;
    client_id: ClientId;
    title: string;
    status: QuoteStatus;
    /** jsonb: written as JSON text, read as a value. */
    draft: unknown;
    revision: number;
    valid_until: CivilDate | null;
    number: string | null;
    sent_revision: ColumnType<number, number | undefined, number>;
    content: unknown;
    content_sha256: string | null;
    sent_at: Instant | null;
    document_id: DocumentId | null;
    signature_request_id: string | null;
    closed_at: Instant | null;
    closed_reason: string | null;
    form: QuoteForm;
    selection: unknown;
    framework_id: FrameworkId | null;
    trial: boolean;
    chosen_options: unknown;
    net_cents: number;
    created_at: Instant;
    updated_at: Instant;
    version: number;
  };
  quote_revisions: {
    tenant_id: TenantId;
    quote_id: QuoteId;
    revision: number;
    content: unknown;
    content_sha256: string;
    document_id: DocumentId;
    signature_request_id: string | null;
    sent_at: Instant;
    replaced_at: Instant;
    voids: unknown;
  };
};
