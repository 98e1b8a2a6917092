import { record, refuse } from '../../../shared/decision.ts';
import { type Instant, civilDateOf } from '../../../shared/time.ts';
import type { AgreementSigned, DocumentSigned, SignatureRequest } from './signature-request.ts';
import { step } from './transitions.ts';

export type SignDocument = {
  /** Hash of the document that was on the screen. */
  seenSha256: string;
  /** Hash of the bytes kept today, computed again at the moment of signing. */
  keptSha256: string;
};

/** The client signs what was read: the bytes seen, kept and frozen must be the same. */
export const signDocument = (request: SignatureRequest, command: SignDocument, { now }: { now: Instant }) => {
  const reached = step(request, 'sign', 'signer', now);
  if (!reached.ok) return reached;
  const bytes = sameDocument(request, command);
  if (!bytes.ok) return bytes;
  return record<DocumentSigned>(signedBy(request, 'client', bytes, 'email_code'));
};

/** The prestataire signs last, and the agreement is made: the mission and the deposit invoice follow from this fact. */
export const countersignDocument = (
  request: SignatureRequest,
  command: SignDocument & { method: 'email_code' | 'password'; clientSignedAt: Instant },
  { now }: { now: Instant },
) => {
  const reached = step(request, 'countersign', 'owner', now);
  if (!reached.ok) return reached;
  const bytes = sameDocument(request, command);
  if (!bytes.ok) return bytes;
  return record<DocumentSigned | AgreementSigned>(signedBy(request, 'provider', bytes, command.method), {
    type: 'AgreementSigned',
    requestId: request.id,
    subject: request.subject,
    documentId: bytes.documentId,
    contentSha256: request.contentSha256,
    signedAt: now,
    acceptedOn: civilDateOf(command.clientSignedAt),
    level: 'electronic',
  });
};

const sameDocument = (request: SignatureRequest, { seenSha256, keptSha256 }: SignDocument) => {
  const { documentId, documentSha256 } = request;
  if (documentId === null || documentSha256 === null) return refuse('document_not_ready');
  if (seenSha256 !== documentSha256 || keptSha256 !== documentSha256) return refuse('document_changed');
  return { ok: true as const, documentId, documentSha256 };
};

type Bytes = Extract<ReturnType<typeof sameDocument>, { ok: true }>;

const signedBy = (
  request: SignatureRequest,
  party: 'client' | 'provider',
  bytes: Bytes,
  method: DocumentSigned['method'],
): DocumentSigned => ({
  type: 'DocumentSigned',
  requestId: request.id,
  signatoryId: request[party].id,
  party,
  name: request[party].name,
  documentId: bytes.documentId,
  documentSha256: bytes.documentSha256,
  method,
});
