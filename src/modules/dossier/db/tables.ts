import type { DocumentId, DossierId, FileId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { DocumentKind } from '../domain/document.ts';

export type DossierTables = {
  documents: {
    tenant_id: TenantId;
    document_id: DocumentId;
    dossier_id: DossierId;
    kind: DocumentKind;
    title: string;
    file_id: FileId;
    sha256: string;
    byte_length: number;
    media_type: string;
    subject_type: string;
    subject_id: string;
    replaces: DocumentId | null;
    frozen_at: Instant;
  };
  dossier_words: {
    tenant_id: TenantId;
    dossier_id: DossierId;
    source: 'document' | 'mail' | 'fact';
    source_id: string;
    at: Instant;
    title: string;
    body: string;
    folded: string;
  };
  dossier_words_marks: { tenant_id: TenantId; dossier_id: DossierId; seq: number };
  bundles: {
    tenant_id: TenantId;
    id: string;
    dossier_id: DossierId;
    state: 'preparing' | 'ready' | 'failed';
    done: number;
    total: number;
    file_id: FileId | null;
    sha256: string | null;
    byte_length: number | null;
    asked_by: string;
    asked_at: Instant;
    ready_at: Instant | null;
    failure: string | null;
  };
};
