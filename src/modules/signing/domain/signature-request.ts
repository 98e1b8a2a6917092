import type { DocumentId, DossierId } from '../../../shared/ids.ts';
import type { Brand } from '../../../shared/brand.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { ClauseToInitial, Initialled } from './initial-clause.ts';
import type { OptionsAsked } from './options.ts';
import type { Origin } from './evidence.ts';

export type SignatureRequestId = Brand<string, 'SignatureRequestId'>;
export type SignatoryId = Brand<string, 'SignatoryId'>;

/** What is signed, in the words of the module that asks: an offer for one mission, a framework agreement, an amendment. */
export type SignedSubject = { type: 'quote' | 'framework' | 'amendment'; id: string };

/** The client's people sign first, then the prestataire: whoever makes the offer is bound last, on what the other accepted. */
export type Party = 'client' | 'provider';

/** Who somebody is, as printed and as proved. */
export type Person = {
  name: string;
  capacity: string;
  email: string;
  phone: string | null;
  organisation: string;
  siren: string | null;
};

/** How and when a person signed. */
export type Signed = { at: Instant; method: 'email_code' | 'password'; order: number } & Origin;
/** Why this person signs, and not the one who was asked. */
export type Delegation = { fromId: SignatoryId; fromName: string; reason: string; at: Instant };

export type Signatory = Person & {
  id: SignatoryId;
  party: Party;
  /** 1 signs first; the same rank in any order. */
  rank: number;
  /** A copy receives the final files and signs nothing. */
  duty: 'sign' | 'copy';
  /** The client's contact of this document; on the other side, the prestataire who countersigns from the application. */
  principal: boolean;
  /** Key of the rectangle reserved for the stamp. */
  place: string | null;
  progress: 'sent' | 'read' | 'consented';
  initialled: readonly Initialled[];
  signed: Signed | null;
  linkSentAt: Instant | null;
  lastReminderAt: Instant | null;
  reminders: number;
  delegation: Delegation | null;
  delegatedTo: SignatoryId | null;
  dismissedAt: Instant | null;
};

export type SigningState =
  | 'preparing' // the document is being rendered
  | 'sent' // the link has left
  | 'read' // a person whose turn it is has opened the document
  | 'consented' // … has accepted the CGV
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
  /** Before the options, if any: see `consentTo`. */
  consentText: string;
  /** Articles that the client's people initial one by one. */
  initials: readonly ClauseToInitial[];
  options: OptionsAsked | null;
  /** Ids ticked by the first of the client's people who consented; null before. */
  chosenOptions: readonly string[] | null;
  remindersPaused: boolean;
  /** The principal of each side, whoever it is today. */
  client: Signatory;
  provider: Signatory;
  /** Everyone ever asked, principals included. */
  signatories: readonly Signatory[];
};

export type EvidenceLevel = 'electronic' | 'paper';

type Named = { party: Party; name: string; capacity: string; email: string; organisation: string; siren: string | null };
export type SignatureRequested = {
  type: 'SignatureRequested';
  requestId: SignatureRequestId;
  subject: SignedSubject;
  contentSha256: string;
  expiresAt: Instant;
  signatories: (Named & { rank?: number; duty?: 'sign' | 'copy' })[];
};
export type SignatureDocumentAttached = {
  type: 'SignatureDocumentAttached';
  requestId: SignatureRequestId;
  documentId: DocumentId;
  documentSha256: string;
};
export type ClauseInitialled = {
  type: 'ClauseInitialled';
  requestId: SignatureRequestId;
  signatoryId: SignatoryId;
  name: string;
  clauseId: string;
  article: string;
};
export type ConsentGiven = {
  type: 'ConsentGiven';
  requestId: SignatureRequestId;
  signatoryId: SignatoryId;
  text: string;
  chosenOptions?: string[];
};
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
export type SignatureDelegated = {
  type: 'SignatureDelegated';
  requestId: SignatureRequestId;
  from: string;
  to: string;
  capacity: string;
  email: string;
  reason: string;
};
export type DelegationRefused = {
  type: 'DelegationRefused';
  requestId: SignatureRequestId;
  from: string;
  to: string;
  reason: string;
};
export type SignatureExtended = {
  type: 'SignatureExtended';
  requestId: SignatureRequestId;
  subject: SignedSubject;
  from: Instant;
  expiresAt: Instant;
  /** Last day, Paris time. */
  validUntil: CivilDate;
};
export type SignatureRefused = {
  type: 'SignatureRefused';
  requestId: SignatureRequestId;
  subject: SignedSubject;
  by: string;
  reason: string;
};
export type SignatureWithdrawn = {
  type: 'SignatureWithdrawn';
  requestId: SignatureRequestId;
  subject: SignedSubject;
  reason?: string;
  /** A revision follows: what had been signed is void, in the open. */
  replaced?: boolean;
  /** Names of those who had signed. */
  voided?: string[];
};
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
  /** Ids of the optional lines ticked; absent when none was offered. */
  chosenOptions?: string[];
};
export type SigningFact =
  | SignatureRequested
  | SignatureDocumentAttached
  | ClauseInitialled
  | ConsentGiven
  | DocumentSigned
  | SignatureDelegated
  | DelegationRefused
  | SignatureExtended
  | SignatureRefused
  | SignatureWithdrawn
  | AgreementSigned;
