import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import type { Brand } from '../../../shared/brand.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

export type SignatureRequestId = Brand<string, 'SignatureRequestId'>;
export type SignatoryId = Brand<string, 'SignatoryId'>;

/** What is signed, in the words of the module that asks: an offer for one mission, a framework agreement, an amendment. */
export type SignedSubject = { type: 'quote' | 'framework' | 'amendment'; id: string };

/** The client signs first, then the prestataire: whoever makes the offer is bound last, on what the other accepted. */
export type Party = 'client' | 'provider';

/** Who binds each side, as printed and as proved. */
export type Signatory = {
  id: SignatoryId;
  party: Party;
  name: string;
  capacity: string;
  email: string;
  phone: string | null;
  organisation: string;
  siren: string | null;
};

export type SigningState =
  | 'preparing' // the document is being rendered
  | 'sent' // the link has left
  | 'read' // the client has opened the document
  | 'consented' // the client has accepted the CGV
  | 'client_signed' // the prestataire's turn
  | 'signed' // agreement, electronic
  | 'signed_on_paper' // agreement, lower evidence level
  | 'refused'
  | 'withdrawn';

export const signingStates: readonly SigningState[] = [
  'preparing',
  'sent',
  'read',
  'consented',
  'client_signed',
  'signed',
  'signed_on_paper',
  'refused',
  'withdrawn',
];

export type SignatureRequest = {
  id: SignatureRequestId;
  dossierId: DossierId;
  subject: SignedSubject;
  /** « DEV-2026-0001 » */
  number: string;
  /** « Devis DEV-2026-0001 » */
  title: string;
  demo: boolean;
  state: SigningState;
  /** The frozen PDF, and its hash: the bytes shown, signed and sealed are these or none. */
  documentId: DocumentId | null;
  documentSha256: string | null;
  /** Hash of the terms that the document says. */
  contentSha256: string;
  expiresAt: Instant;
  consentText: string;
  client: Signatory;
  provider: Signatory;
};

export type EvidenceLevel = 'electronic' | 'paper';

export type SignatureRequested = {
  type: 'SignatureRequested';
  requestId: SignatureRequestId;
  subject: SignedSubject;
  contentSha256: string;
  expiresAt: Instant;
  signatories: { party: Party; name: string; capacity: string; email: string; organisation: string; siren: string | null }[];
};
export type SignatureDocumentAttached = {
  type: 'SignatureDocumentAttached';
  requestId: SignatureRequestId;
  documentId: DocumentId;
  documentSha256: string;
};
export type ConsentGiven = { type: 'ConsentGiven'; requestId: SignatureRequestId; signatoryId: SignatoryId; text: string };
export type DocumentSigned = {
  type: 'DocumentSigned';
  requestId: SignatureRequestId;
  signatoryId: SignatoryId;
  party: Party;
  name: string;
  documentId: DocumentId;
  documentSha256: string;
  method: 'email_code' | 'password';
};
export type SignatureRefused = {
  type: 'SignatureRefused';
  requestId: SignatureRequestId;
  subject: SignedSubject;
  by: string;
  reason: string;
};
export type SignatureWithdrawn = { type: 'SignatureWithdrawn'; requestId: SignatureRequestId; subject: SignedSubject };
/** Both are bound. The mission and the deposit invoice follow in the same transaction. */
export type AgreementSigned = {
  type: 'AgreementSigned';
  requestId: SignatureRequestId;
  subject: SignedSubject;
  /** Null only on paper, when the scan arrives before the PDF was rendered. */
  documentId: DocumentId | null;
  contentSha256: string;
  signedAt: Instant;
  /** The day the client accepted, Paris time: an offer accepted in time is not lost to a late countersignature (C. civ. 1118). */
  acceptedOn: CivilDate;
  level: EvidenceLevel;
};
export type SigningFact =
  | SignatureRequested
  | SignatureDocumentAttached
  | ConsentGiven
  | DocumentSigned
  | SignatureRefused
  | SignatureWithdrawn
  | AgreementSigned;
