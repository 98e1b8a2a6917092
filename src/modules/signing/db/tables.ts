import type { ColumnType } from 'kysely';
import type { DocumentId, DossierId, FileId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { EvidenceKind } from '../domain/evidence.ts';
import type { Party, SignatoryId, SignatureRequestId, SigningState } from '../domain/signature-request.ts';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
type Place = { page: number; x: number; y: number; width: number; height: number };
export type Places = Partial<Record<Party, Place>>;
export type SummaryLine = { label: string; value: string };
/** Which texts the document was made of, for the evidence: { cgv: '2026.1', … }. */
export type Versions = Record<string, string>;
export type Paper = { signedOn: string; signatoryName: string; scanDocumentId: DocumentId; recordedBy: string };

export type SigningTables = {
  signature_requests: {
    tenant_id: TenantId;
    request_id: SignatureRequestId;
    dossier_id: DossierId;
    subject_type: 'quote' | 'framework' | 'amendment';
    subject_id: string;
    number: string;
    title: string;
    demo: boolean;
    state: SigningState;
    content_sha256: string;
    document_id: DocumentId | null;
    file_id: FileId | null;
    document_sha256: string | null;
    places: Json<Places>;
    summary: Json<SummaryLine[]>;
    versions: Json<Versions>;
    consent_text: string;
    opened_at: Instant;
    expires_at: Instant;
    link_sent_at: Instant | null;
    closed_at: Instant | null;
    refusal_reason: string | null;
    paper: ColumnType<Paper | null, string | null, string | null>;
    sealed_file_id: FileId | null;
    sealed_parties: number;
    final_document_id: DocumentId | null;
    evidence_document_id: DocumentId | null;
    version: number;
  };
  signatories: {
    tenant_id: TenantId;
    request_id: SignatureRequestId;
    signatory_id: SignatoryId;
    party: Party;
    name: string;
    capacity: string;
    email: string;
    phone: string | null;
    organisation: string;
    siren: string | null;
    signed_at: Instant | null;
    method: 'email_code' | 'password' | null;
    ip: string | null;
    user_agent: string | null;
  };
  signing_codes: {
    tenant_id: TenantId;
    code_id: string;
    request_id: SignatureRequestId;
    party: Party;
    code_hash: string;
    sent_at: Instant;
    expires_at: Instant;
    failed_attempts: number;
    used_at: Instant | null;
  };
  signing_evidence: {
    tenant_id: TenantId;
    evidence_id: string;
    request_id: SignatureRequestId;
    at: Instant;
    party: Party | null;
    kind: EvidenceKind;
    ip: string | null;
    user_agent: string | null;
    detail: Json<Record<string, unknown>>;
  };
};
