import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import { newId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Tx, tables } from '../../../platform/db/index.ts';
import { revokeAccessLinks } from '../../../platform/auth/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { findDocument } from '../../dossier/queries.ts';
import { consentText } from '../domain/consent.ts';
import type { Signatory, SignatoryId, SignatureRequestId, SignedSubject, SigningFact } from '../domain/signature-request.ts';
import { withdrawRequest } from '../domain/refuse-to-sign.ts';
import { step } from '../domain/transitions.ts';
import { addEvidence, insertRequest, lockRequest, type StoredRequest, updateRequest } from '../db/signing.store.ts';
import type { Places, SigningTables, SummaryLine, Versions } from '../db/tables.ts';
import { sendSigningLink } from './jobs.ts';

type Person = Omit<Signatory, 'id' | 'party'>;
export type FrozenForSigning = { documentId: DocumentId; places: Places };

export type NewSignatureRequest = {
  dossierId: DossierId;
  subject: SignedSubject;
  /** « DEV-2026-0001 » */
  number: string;
  /** « Devis DEV-2026-0001 » */
  title: string;
  /** A demonstration tenant: its documents carry « DÉMONSTRATION ». */
  demo?: boolean;
  /** Hash of the terms: an agreement is about them, whichever way it is signed. */
  contentSha256: string;
  /** The PDF when it is already frozen; null while it is being rendered, then `attachSignatureDocument`. */
  document: FrozenForSigning | null;
  /** Printed in the consent sentence. */
  cgvVersion: string | null;
  versions?: Versions;
  /** About ten lines that a director reads on a phone before the document. */
  summary: SummaryLine[];
  expiresAt: Instant;
  client: Person;
  provider: Person;
};

/** Asks both parties to sign a frozen document. An earlier request about the same subject, not yet signed, is withdrawn. */
export const openSignatureRequest = async (tx: Tx, asked: NewSignatureRequest): Promise<SignatureRequestId> => {
  await withdrawSignature(tx, asked.subject);
  const id = newId<SignatureRequestId>();
  const signatory = (party: 'client' | 'provider', person: Person): Signatory => ({ ...person, id: newId<SignatoryId>(), party });
  const client = signatory('client', asked.client);
  const provider = signatory('provider', asked.provider);
  await insertRequest(tx, {
    id,
    dossierId: asked.dossierId,
    subject: asked.subject,
    number: asked.number,
    title: asked.title,
    demo: asked.demo ?? false,
    state: 'preparing',
    contentSha256: asked.contentSha256,
    documentId: null,
    documentSha256: null,
    fileId: null,
    places: {},
    expiresAt: asked.expiresAt,
    consentText: consentText(asked.cgvVersion),
    summary: asked.summary,
    versions: { ...(asked.cgvVersion ? { cgv: asked.cgvVersion } : {}), ...asked.versions },
    client,
    provider,
  });
  const named = [client, provider].map(({ party, name, capacity, email, organisation, siren }) => ({
    party,
    name,
    capacity,
    email,
    organisation,
    siren,
  }));
  await recordSigning(tx, { id, dossierId: asked.dossierId }, [
    {
      type: 'SignatureRequested',
      requestId: id,
      subject: asked.subject,
      contentSha256: asked.contentSha256,
      expiresAt: asked.expiresAt,
      signatories: named,
    },
  ]);
  await addEvidence(tx, id, {
    kind: 'request_opened',
    detail: { contentSha256: asked.contentSha256, title: asked.title, signatories: named },
  });
  if (asked.document) await attachSignatureDocument(tx, id, asked.document);
  return id;
};

/** The PDF is rendered and frozen: the link may leave. Asked twice, it does nothing. */
export const attachSignatureDocument = async (tx: Tx, id: SignatureRequestId, frozen: FrozenForSigning): Promise<void> => {
  const request = await lockRequest(tx, id);
  const document = await findDocument(tx, frozen.documentId);
  if (!request || !document) throw new Error(`No request ${id} or no document ${frozen.documentId} to sign`);
  const reached = step(request, 'attach_document', 'system', tx.now);
  if (!reached.ok) return; // signed on paper meanwhile, withdrawn, or attached already
  await updateRequest(tx, id, {
    state: reached.next,
    document_id: document.documentId,
    file_id: document.fileId,
    document_sha256: document.sha256,
    places: JSON.stringify(frozen.places),
  });
  await recordSigning(tx, request, [
    { type: 'SignatureDocumentAttached', requestId: id, documentId: document.documentId, documentSha256: document.sha256 },
  ]);
  await enqueue(tx, sendSigningLink, { requestId: id }, { singletonKey: `signing-link:${id}` });
};

export const recordSigning = (tx: Tx, request: Pick<StoredRequest, 'id' | 'dossierId'>, facts: readonly SigningFact[]) =>
  recordFacts<SigningFact>(tx, { dossierId: request.dossierId, stream: { type: 'signature', id: request.id }, facts });

/** Takes back what waits for a signature about this subject; nothing to do when nothing waits. */
export const withdrawSignature = async (tx: Tx, subject: SignedSubject): Promise<void> => {
  const row = await tables<SigningTables>(tx)
    .selectFrom('signature_requests')
    .select('request_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('state', 'not in', ['refused', 'withdrawn'])
    .executeTakeFirst();
  const living = row && (await lockRequest(tx, row.request_id));
  if (!living) return;
  const decision = withdrawRequest(living, { now: tx.now });
  if (!decision.ok) throw new Error(`${subject.type} ${subject.id} is already signed: it takes an amendment, not a new request`);
  await closeWithdrawn(tx, living, decision.facts);
};

/** The link dies with the request. */
const closeWithdrawn = async (tx: Tx, request: StoredRequest, facts: readonly SigningFact[]): Promise<void> => {
  await updateRequest(tx, request.id, { state: 'withdrawn', closed_at: tx.now });
  await revokeAccessLinks(tx, { subject: { type: 'signature', id: request.id } });
  await recordSigning(tx, request, facts);
  await addEvidence(tx, request.id, { kind: 'withdrawn', party: 'provider' });
};
