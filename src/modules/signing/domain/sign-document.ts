import { record, refuse } from '../../../shared/decision.ts';
import { type Instant, civilDateOf } from '../../../shared/time.ts';
import { initialsMissing } from './initial-clause.ts';
import type { AgreementSigned, DocumentSigned, Signatory, SignatureRequest } from './signature-request.ts';
import { hasSigned, signersOf, signingStep } from './signing-order.ts';
import { step } from './transitions.ts';

export type SignDocument = {
  /** Hash of the document that was on the screen. */
  seenSha256: string;
  /** Hash of the bytes kept today, computed again at the moment of signing. */
  keptSha256: string;
};

/** A person signs what was read: the bytes seen, kept and frozen must be the same, and it must be their turn. */
export const signDocument = (request: SignatureRequest, signer: Signatory, command: SignDocument, { now }: { now: Instant }) => {
  const reached = signingStep(request, signer, 'sign', now);
  if (!reached.ok) return reached;
  const missing = initialsMissing(request, signer);
  if (missing.length > 0) return refuse('initials_missing', { articles: missing.map(({ article }) => article).join(', ') });
  const bytes = sameDocument(request, command);
  if (!bytes.ok) return bytes;
  return record<DocumentSigned>(signedBy(request, signer, bytes, 'email_code'));
};

/** The prestataire signs last, and the agreement is made: the mission and the deposit invoice follow from this fact. */
export const countersignDocument = (
  request: SignatureRequest,
  command: SignDocument & { method: 'email_code' | 'password' },
  { now }: { now: Instant },
) => {
  const reached = step(request, 'countersign', 'owner', now);
  if (!reached.ok) return reached;
  if (signersOf(request).some((one) => one.signed === null && one.id !== request.provider.id))
    return refuse('client_has_not_signed');
  const bytes = sameDocument(request, command);
  if (!bytes.ok) return bytes;
  return record<DocumentSigned | AgreementSigned>(signedBy(request, request.provider, bytes, command.method), {
    type: 'AgreementSigned',
    requestId: request.id,
    subject: request.subject,
    documentId: bytes.documentId,
    contentSha256: request.contentSha256,
    signedAt: now,
    acceptedOn: civilDateOf(acceptedAt(request) ?? now),
    level: 'electronic',
    ...(request.options ? { chosenOptions: [...(request.chosenOptions ?? [])] } : {}),
  });
};

/** The client has accepted when the last of its people signed. */
const acceptedAt = (request: SignatureRequest): Instant | null =>
  hasSigned(request).findLast(({ party }) => party === 'client')?.signed?.at ?? null;

const sameDocument = (request: SignatureRequest, { seenSha256, keptSha256 }: SignDocument) => {
  const { documentId, documentSha256 } = request;
  if (documentId === null || documentSha256 === null) return refuse('document_not_ready');
  if (seenSha256 !== documentSha256 || keptSha256 !== documentSha256) return refuse('document_changed');
  return { ok: true as const, documentId, documentSha256 };
};

type Bytes = Extract<ReturnType<typeof sameDocument>, { ok: true }>;

const signedBy = (
  request: SignatureRequest,
  signer: Signatory,
  bytes: Bytes,
  method: DocumentSigned['method'],
): DocumentSigned => ({
  type: 'DocumentSigned',
  requestId: request.id,
  signatoryId: signer.id,
  party: signer.party,
  name: signer.name,
  documentId: bytes.documentId,
  documentSha256: bytes.documentSha256,
  method,
});
