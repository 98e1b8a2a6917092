import type { ColumnType } from 'kysely';
import type { DocumentId, DossierId, FileId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { EvidenceKind } from '../domain/evidence.ts';
import type { ClauseToInitial, Initialled } from '../domain/initial-clause.ts';
import type { PlannedSignatory } from '../domain/other-signatories.ts';
import type { OptionsAsked } from '../domain/options.ts';
import type { Delegation, Party, SignatoryId, SignatureRequestId, SigningState } from '../domain/signature-request.ts';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
type MaybeJson<T> = ColumnType<T | null, string | null, string | null>;
type Place = { page: number; x: number; y: number; width: number; height: number };
/** Where each stamp goes, by key: `client`, `provider` for the principals, `client-2`, `provider-2`… for the others. */
export type Places = Readonly<Record<string, Place>>;
/** Why a request was taken back, as told to its people; `replaced`: a revision follows. */
export type Withdrawal = { reason: string | null; replaced: boolean; voided: string[] };
export type SummaryLine = { label: string; value: string };
/** Which texts the document was made of, for the evidence: { cgv: '2026.1', … }. */
export type Versions = Record<string, string>;
export type Paper = { signedOn: string; signatoryName: string; scanDocumentId: DocumentId; recordedBy: string };

export type SigningTables = {
  signature_plans: {
    tenant_id: TenantId;
    subject_type: string;
    subject_id: string;
    people: Json<PlannedSignatory[]>;
    changed_at: Instant;
  };
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
    paper: MaybeJson<Paper>;
    initials: Json<ClauseToInitial[]>;
    options: MaybeJson<OptionsAsked>;
    chosen_options: MaybeJson<string[]>;
    reminders_paused: boolean;
    withdrawal: MaybeJson<Withdrawal>;
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
    rank: number;
    duty: 'sign' | 'copy';
    principal: boolean;
    place: string | null;
    progress: 'sent' | 'read' | 'consented';
    initialled: Json<Initialled[]>;
    signed_order: number | null;
    link_sent_at: Instant | null;
    last_reminder_at: Instant | null;
    reminders: number;
    delegation: MaybeJson<Delegation>;
    delegated_to: SignatoryId | null;
    dismissed_at: Instant | null;
  };
  signing_codes: {
    tenant_id: TenantId;
    code_id: string;
    request_id: SignatureRequestId;
    party: Party;
    signatory_id: SignatoryId;
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
    signatory_id: SignatoryId | null;
    kind: EvidenceKind;
    ip: string | null;
    user_agent: string | null;
    detail: Json<Record<string, unknown>>;
  };
};
