import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { Instant } from '../../../shared/time.ts';

/** One thing that happened, as the journal holds it. */
export type EvidenceStep = { at: Instant; label: string; detail: string | null };

export type EvidenceSigner = {
  role: 'provider' | 'client';
  name: string;
  title: string | null;
  organisation: string;
  /** « SIREN 812 345 676 ». */
  organisationId: string | null;
  email: string;
  phone: string | null;
  /** Why this person signs and not the one who was asked. */
  delegation: string | null;
  /** « Lien personnel envoyé par courriel, puis code à usage unique ». */
  authentication: string;
  linkSentAt: Instant | null;
  linkOpenedAt: Instant | null;
  codeSentAt: Instant | null;
  codeUsedAt: Instant | null;
  /** SHA-256 of the code, never the code. */
  codeSha256: string | null;
  signedAt: Instant;
  ip: string | null;
  userAgent: string | null;
  /** Printed letter for letter. */
  consentText: string;
  steps: readonly EvidenceStep[];
};

export type EvidenceDocument = {
  demo: boolean;
  /** Number of the signed document. */
  number: string;
  title: string;
  level: 'electronic' | 'paper';
  documents: readonly { label: string; fileName: string; sha256: string; byteLength: number | null }[];
  /** Articles read and initialled apart, with who, how and when. */
  initials: readonly { article: string; label: string; by: readonly { name: string; initials: string; at: Instant }[] }[];
  /** Lines that could be ticked, and what was; the total that the client accepted. */
  options: { lines: readonly { label: string; amount: string; chosen: boolean }[]; total: string | null } | null;
  signers: readonly EvidenceSigner[];
  /** People who received the files and signed nothing. */
  copies: readonly { name: string; capacity: string; organisation: string; email: string }[];
  /** The operator's seal, and what it is not: a seal is described as such (eIDAS art. 3-25). */
  seal: { subject: string; issuer: string; serialNumber: string; sha256: string; validFrom: Instant; validTo: Instant } | null;
  timestamps: readonly { label: string; authority: string; at: Instant; serialNumber: string | null }[];
  /** Head of the dossier's journal when the page was made. */
  journalHead: { sequence: number; sha256: string } | null;
  closedAt: Instant;
};

/** Who signed what, when and how it is known: PDF/A-3a, in French and without any secret. */
export const renderEvidence = (
  pdf: Pdf,
  evidence: EvidenceDocument,
  { createdAt, recordJson }: { createdAt: Instant; recordJson?: string },
): Promise<RenderedPdf> =>
  pdf.render({
    template: 'modules/signing/documents/evidence.typ',
    data: typeset(evidence),
    standard: 'a-3a',
    createdAt,
    ...(recordJson === undefined ? {} : { attachments: [recordAttachment(recordJson)] }),
  });

/** The same record, for a program: every row of the evidence table, as it was written. */
const recordAttachment = (recordJson: string) => ({
  path: 'preuve.json',
  bytes: new TextEncoder().encode(recordJson),
  mediaType: 'application/json',
  relationship: 'data' as const,
  description: 'Enregistrements de la signature, lisibles par un programme',
});
