import type { DocumentId, DossierId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';

export type AuditTables = {
  audits: {
    tenant_id: TenantId;
    id: string;
    dossier_id: DossierId;
    title: string;
    /** jsonb: written as JSON text, read as values. */
    documents: unknown;
    findings: unknown;
    accepted: unknown;
    score: number;
    document_id: DocumentId;
    filed_at: Instant;
  };
};
