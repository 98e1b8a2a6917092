import type { ClientId, FileId, UserId } from '../../../shared/ids.ts';
import type { Cents } from '../../../shared/money.ts';
import { cents } from '../../../shared/money.ts';
import { addDays, addMonths, type CivilDate, type Instant } from '../../../shared/time.ts';

/** The three documents that a client must hold (C. trav. D8222-5), in the order in which they are asked. */
export const vigilanceKinds = ['urssaf', 'registration', 'foreign_workers'] as const;
export type VigilanceKind = (typeof vigilanceKinds)[number];

/** C. trav. R8222-1: the operation is worth 5 000 € before tax, even when it is cut into several orders. */
export const vigilanceThresholdCents: Cents = cents(500_000);

/** One document, deposited once in the organisation and shown to every client that must hold it. */
export type VigilanceDocument = {
  id: string;
  kind: VigilanceKind;
  fileId: FileId;
  fileName: string;
  sha256: string;
  byteLength: number;
  mediaType: string;
  issuedOn: CivilDate;
  /** The last day on which it is good. */
  validThrough: CivilDate;
  /** What the client types on the Urssaf’s site; on that attestation only. */
  securityCode: string | null;
  depositedAt: Instant;
};

/** A client held the document against its source: who, when, what it found. */
export type VigilanceCheck = {
  documentId: string;
  clientId: ClientId;
  verdict: 'authentic' | 'doubtful';
  checkedBy: string;
  checkedAt: Instant;
};

export type VigilanceDocumentDeposited = {
  type: 'VigilanceDocumentDeposited';
  documentId: string;
  kind: VigilanceKind;
  issuedOn: CivilDate;
  validThrough: CivilDate;
  sha256: string;
  by: UserId;
};
export type VigilanceDocumentChecked = {
  type: 'VigilanceDocumentChecked';
  documentId: string;
  kind: VigilanceKind;
  verdict: VigilanceCheck['verdict'];
  checkedBy: string;
};
export type VigilanceReminded = {
  type: 'VigilanceReminded';
  kind: VigilanceKind;
  validThrough: CivilDate;
  daysLeft: number;
};

/** Six months (C. trav. D8222-5), counted from the day of the document: that day of the sixth month is already too late. */
export const validThrough = (issuedOn: CivilDate): CivilDate => addDays(addMonths(issuedOn, 6), -1);
