import type { ClientId, DocumentId, DossierId, QuoteId, TenantId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
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
    content: unknown;
    content_sha256: string | null;
    sent_at: Instant | null;
    document_id: DocumentId | null;
    signature_request_id: string | null;
    closed_at: Instant | null;
    closed_reason: string | null;
    net_cents: number;
    created_at: Instant;
    updated_at: Instant;
    version: number;
  };
};
