import type { ColumnType } from 'kysely';
import type { ClientId, DocumentId, DossierId, FrameworkId, TenantId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { FrameworkStatus } from '../domain/framework.ts';

export type FrameworksTables = {
  frameworks: {
    tenant_id: TenantId;
    id: FrameworkId;
    dossier_id: DossierId;
    client_id: ClientId;
    title: string;
    status: FrameworkStatus;
    /** jsonb: written as JSON text, read as a value. */
    draft: unknown;
    selection: unknown;
    revision: number;
    valid_until: CivilDate | null;
    number: string | null;
    sent_revision: ColumnType<number, number | undefined, number>;
    content: unknown;
    content_sha256: string | null;
    sent_at: Instant | null;
    document_id: DocumentId | null;
    signature_request_id: string | null;
    signed_at: Instant | null;
    ends_on: CivilDate | null;
    renewals: number;
    renewal_stopped_on: CivilDate | null;
    closed_at: Instant | null;
    closed_reason: string | null;
    created_at: Instant;
    updated_at: Instant;
    version: number;
  };
  framework_revisions: {
    tenant_id: TenantId;
    framework_id: FrameworkId;
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
