import type { Selectable } from 'kysely';
import type { DocumentId, FileId } from '../../../shared/ids.ts';
import { newId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { EvidenceEntry, EvidenceKind, Origin } from '../domain/evidence.ts';
import type {
  Signatory,
  SignatoryId,
  SignatureRequest,
  SignatureRequestId,
  Signed,
  SigningState,
} from '../domain/signature-request.ts';
import type { Paper, Places, SigningTables, SummaryLine, Versions, Withdrawal } from './tables.ts';

type SignatoryRow = SigningTables['signatories'];

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
  withdrawal: Withdrawal | null;
  paper: Paper | null;
  sealedFileId: FileId | null;
  /** How many signatures are sealed in the PDF so far. */
  sealedParties: number;
  finalDocumentId: DocumentId | null;
  evidenceDocumentId: DocumentId | null;
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
  const people = await sql
    .selectFrom('signatories')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('request_id', '=', id)
    .orderBy('rank')
    .orderBy('signatory_id')
    .execute();
  const signatories = people.map(signatory);
  const principal = (party: 'client' | 'provider') => signatories.find((one) => one.principal && one.party === party)!;
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
    initials: row.initials,
    options: row.options,
    chosenOptions: row.chosen_options,
    remindersPaused: row.reminders_paused,
    client: principal('client'),
    provider: principal('provider'),
    signatories,
    fileId: row.file_id,
    places: row.places,
    summary: row.summary,
    versions: row.versions,
    openedAt: row.opened_at,
    linkSentAt: row.link_sent_at,
    closedAt: row.closed_at,
    refusalReason: row.refusal_reason,
    withdrawal: row.withdrawal,
    paper: row.paper,
    sealedFileId: row.sealed_file_id,
    sealedParties: row.sealed_parties,
    finalDocumentId: row.final_document_id,
    evidenceDocumentId: row.evidence_document_id,
  };
};

const signatory = (row: Selectable<SignatoryRow>): Signatory => ({
  id: row.signatory_id,
  party: row.party,
  name: row.name,
  capacity: row.capacity,
  email: row.email,
  phone: row.phone,
  organisation: row.organisation,
  siren: row.siren,
  rank: row.rank,
  duty: row.duty,
  principal: row.principal,
  place: row.place,
  progress: row.progress,
  initialled: row.initialled,
  signed:
    row.signed_at && row.method
      ? { at: row.signed_at, method: row.method, order: row.signed_order ?? 0, ip: row.ip, userAgent: row.user_agent }
      : null,
  linkSentAt: row.link_sent_at,
  lastReminderAt: row.last_reminder_at,
  reminders: row.reminders,
  delegation: row.delegation,
  delegatedTo: row.delegated_to,
  dismissedAt: row.dismissed_at,
});

export type NewRequest = SignatureRequest & { fileId: FileId | null; places: Places; summary: SummaryLine[]; versions: Versions };

export const insertRequest = async (tx: Tx, request: NewRequest): Promise<void> => {
  await tables<SigningTables>(tx)
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
      initials: JSON.stringify(request.initials),
      options: request.options && JSON.stringify(request.options),
      reminders_paused: request.remindersPaused,
      opened_at: tx.now,
      expires_at: request.expiresAt,
      sealed_parties: 0,
      version: 0,
    })
    .execute();
  for (const person of request.signatories) await insertSignatory(tx, request.id, person);
};

export const insertSignatory = async (tx: Tx, requestId: SignatureRequestId, person: Signatory): Promise<void> => {
  await tables<SigningTables>(tx)
    .insertInto('signatories')
    .values({
      tenant_id: tx.tenantId,
      request_id: requestId,
      signatory_id: person.id,
      party: person.party,
      name: person.name,
      capacity: person.capacity,
      email: person.email,
      phone: person.phone,
      organisation: person.organisation,
      siren: person.siren,
      rank: person.rank,
      duty: person.duty,
      principal: person.principal,
      place: person.place,
      progress: person.progress,
      initialled: JSON.stringify(person.initialled),
      reminders: person.reminders,
      delegation: person.delegation && JSON.stringify(person.delegation),
    })
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
  expires_at: Instant;
  refusal_reason: string;
  paper: string;
  chosen_options: string;
  reminders_paused: boolean;
  withdrawal: string;
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

export type SignatoryChanges = Partial<{
  progress: Signatory['progress'];
  principal: boolean;
  initialled: string;
  link_sent_at: Instant;
  last_reminder_at: Instant;
  reminders: number;
  delegated_to: SignatoryId | null;
  dismissed_at: Instant;
}>;

export const updateSignatory = async (tx: Tx, id: SignatoryId, changes: SignatoryChanges): Promise<void> => {
  await tables<SigningTables>(tx)
    .updateTable('signatories')
    .set(changes)
    .where('tenant_id', '=', tx.tenantId)
    .where('signatory_id', '=', id)
    .execute();
};

/** @param order first of the file, second…: the request is locked, so no one else takes it. */
export const markSigned = async (
  tx: Tx,
  id: SignatoryId,
  { method, order, ip, userAgent }: Omit<Signed, 'at'>,
): Promise<void> => {
  await tables<SigningTables>(tx)
    .updateTable('signatories')
    .set({ signed_at: tx.now, method, signed_order: order, ip, user_agent: userAgent })
    .where('tenant_id', '=', tx.tenantId)
    .where('signatory_id', '=', id)
    .execute();
};

export const addEvidence = async (
  tx: Tx,
  requestId: SignatureRequestId,
  entry: {
    kind: EvidenceKind;
    by?: Pick<Signatory, 'id' | 'party'>;
    origin?: Origin;
    detail?: Record<string, unknown>;
  },
): Promise<void> => {
  await tables<SigningTables>(tx)
    .insertInto('signing_evidence')
    .values({
      tenant_id: tx.tenantId,
      evidence_id: newId(),
      request_id: requestId,
      at: tx.now,
      party: entry.by?.party ?? null,
      signatory_id: entry.by?.id ?? null,
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
    signatoryId: row.signatory_id,
    kind: row.kind,
    ip: row.ip,
    userAgent: row.user_agent,
    detail: row.detail,
  }));
};

/** What one person did. Entries older than several signers name a side, which had one person. */
export const entriesOf = (entries: readonly EvidenceEntry[], person: Signatory): EvidenceEntry[] =>
  entries.filter((entry) =>
    entry.signatoryId === null ? person.principal && entry.party === person.party : entry.signatoryId === person.id,
  );
