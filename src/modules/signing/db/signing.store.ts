import type { DocumentId, FileId } from '../../../shared/ids.ts';
import { newId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { EvidenceEntry, EvidenceKind, Origin } from '../domain/evidence.ts';
import type { Party, Signatory, SignatureRequest, SignatureRequestId, SigningState } from '../domain/signature-request.ts';
import type { Paper, Places, SigningTables, SummaryLine, Versions } from './tables.ts';

type SignatoryRow = SigningTables['signatories'];
/** How and when a party signed. */
export type Signed = { at: Instant; method: 'email_code' | 'password' } & Origin;

/** A request as the rules see it, with what the handlers keep beside it. */
export type StoredRequest = SignatureRequest & {
  fileId: FileId | null;
  places: Places;
  summary: SummaryLine[];
  versions: Versions;
  openedAt: Instant;
  linkSentAt: Instant | null;
  closedAt: Instant | null;
  refusalReason: string | null;
  paper: Paper | null;
  sealedFileId: FileId | null;
  sealedParties: number;
  finalDocumentId: DocumentId | null;
  evidenceDocumentId: DocumentId | null;
  signed: Partial<Record<Party, Signed>>;
};

/** Reads and locks the request until the transaction ends, so that two tabs take turns. */
export const lockRequest = (tx: Tx, id: SignatureRequestId) => load(tx, id, true);
export const findRequest = (tx: Tx, id: SignatureRequestId) => load(tx, id, false);

const load = async (tx: Tx, id: SignatureRequestId, lock: boolean): Promise<StoredRequest | null> => {
  const sql = tables<SigningTables>(tx);
  const query = sql
    .selectFrom('signature_requests')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('request_id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  const parties = await sql
    .selectFrom('signatories')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('request_id', '=', id)
    .execute();
  const of = (party: Party) => parties.find((one) => one.party === party)!;
  return {
    id: row.request_id,
    dossierId: row.dossier_id,
    subject: { type: row.subject_type, id: row.subject_id },
    number: row.number,
    title: row.title,
    demo: row.demo,
    state: row.state,
    documentId: row.document_id,
    documentSha256: row.document_sha256,
    contentSha256: row.content_sha256,
    expiresAt: row.expires_at,
    consentText: row.consent_text,
    client: signatory(of('client')),
    provider: signatory(of('provider')),
    fileId: row.file_id,
    places: row.places,
    summary: row.summary,
    versions: row.versions,
    openedAt: row.opened_at,
    linkSentAt: row.link_sent_at,
    closedAt: row.closed_at,
    refusalReason: row.refusal_reason,
    paper: row.paper,
    sealedFileId: row.sealed_file_id,
    sealedParties: row.sealed_parties,
    finalDocumentId: row.final_document_id,
    evidenceDocumentId: row.evidence_document_id,
    signed: { ...signedBy(of('client')), ...signedBy(of('provider')) },
  };
};

const signatory = (row: SignatoryRow): Signatory => ({
  id: row.signatory_id,
  party: row.party,
  name: row.name,
  capacity: row.capacity,
  email: row.email,
  phone: row.phone,
  organisation: row.organisation,
  siren: row.siren,
});

const signedBy = (row: SignatoryRow): Partial<Record<Party, Signed>> =>
  row.signed_at && row.method
    ? { [row.party]: { at: row.signed_at, method: row.method, ip: row.ip, userAgent: row.user_agent } }
    : {};

export type NewRequest = SignatureRequest & { fileId: FileId | null; places: Places; summary: SummaryLine[]; versions: Versions };

export const insertRequest = async (tx: Tx, request: NewRequest): Promise<void> => {
  const sql = tables<SigningTables>(tx);
  await sql
    .insertInto('signature_requests')
    .values({
      tenant_id: tx.tenantId,
      request_id: request.id,
      dossier_id: request.dossierId,
      subject_type: request.subject.type,
      subject_id: request.subject.id,
      number: request.number,
      title: request.title,
      demo: request.demo,
      state: request.state,
      content_sha256: request.contentSha256,
      document_id: request.documentId,
      file_id: request.fileId,
      document_sha256: request.documentSha256,
      places: JSON.stringify(request.places),
      summary: JSON.stringify(request.summary),
      versions: JSON.stringify(request.versions),
      consent_text: request.consentText,
      opened_at: tx.now,
      expires_at: request.expiresAt,
      sealed_parties: 0,
      version: 0,
    })
    .execute();
  await sql
    .insertInto('signatories')
    .values(
      [request.client, request.provider].map(({ id, ...person }) => ({
        tenant_id: tx.tenantId,
        request_id: request.id,
        signatory_id: id,
        ...person,
      })),
    )
    .execute();
};

export type RequestChanges = Partial<{
  state: SigningState;
  document_id: DocumentId;
  file_id: FileId;
  document_sha256: string;
  places: string;
  link_sent_at: Instant;
  closed_at: Instant;
  refusal_reason: string;
  paper: string;
  sealed_file_id: FileId;
  sealed_parties: number;
  final_document_id: DocumentId;
  evidence_document_id: DocumentId;
}>;

export const updateRequest = async (tx: Tx, id: SignatureRequestId, changes: RequestChanges): Promise<void> => {
  await tables<SigningTables>(tx)
    .updateTable('signature_requests')
    .set((row) => ({ ...changes, version: row('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('request_id', '=', id)
    .execute();
};

export const markSigned = async (
  tx: Tx,
  id: SignatureRequestId,
  party: Party,
  method: Signed['method'],
  origin: Origin,
): Promise<void> => {
  await tables<SigningTables>(tx)
    .updateTable('signatories')
    .set({ signed_at: tx.now, method, ip: origin.ip, user_agent: origin.userAgent })
    .where('tenant_id', '=', tx.tenantId)
    .where('request_id', '=', id)
    .where('party', '=', party)
    .execute();
};

export const addEvidence = async (
  tx: Tx,
  requestId: SignatureRequestId,
  entry: { kind: EvidenceKind; party?: Party; origin?: Origin; detail?: Record<string, unknown> },
): Promise<void> => {
  await tables<SigningTables>(tx)
    .insertInto('signing_evidence')
    .values({
      tenant_id: tx.tenantId,
      evidence_id: newId(),
      request_id: requestId,
      at: tx.now,
      party: entry.party ?? null,
      kind: entry.kind,
      ip: entry.origin?.ip ?? null,
      user_agent: entry.origin?.userAgent ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
    })
    .execute();
};

export const evidenceOf = async (tx: Tx, requestId: SignatureRequestId): Promise<EvidenceEntry[]> => {
  const rows = await tables<SigningTables>(tx)
    .selectFrom('signing_evidence')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('evidence_id')
    .execute();
  return rows.map((row) => ({
    at: row.at,
    party: row.party,
    kind: row.kind,
    ip: row.ip,
    userAgent: row.user_agent,
    detail: row.detail,
  }));
};
