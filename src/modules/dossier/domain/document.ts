import type { DocumentId, DossierId, FileId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';

/** What a dossier files, in the order a person looks for it. */
export const documentKinds = [
  'framework',
  'contract',
  'amendment',
  'general_terms',
  'scan',
  'evidence',
  'notice',
  'vigilance',
  'audit',
  'comparison',
  'report',
  'invoice',
  'handover',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Bytes that will not change, filed in the client's dossier under a title a person recognises. */
export type DossierDocument = {
  documentId: DocumentId;
  dossierId: DossierId;
  kind: DocumentKind;
  title: string;
  fileId: FileId;
  sha256: string;
  byteLength: number;
  mediaType: string;
  /** What it is about: { type: 'quote', id }. */
  subject: { type: string; id: string };
  /** The version that this one follows: a signed contract replaces the original. */
  replaces: DocumentId | null;
  frozenAt: Instant;
};

export type DocumentFrozen = {
  type: 'DocumentFrozen';
  documentId: DocumentId;
  kind: DocumentKind;
  title: string;
  sha256: string;
  byteLength: number;
  subject: { type: string; id: string };
  replaces: DocumentId | null;
};
