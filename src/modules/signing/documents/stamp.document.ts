import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { Instant } from '../../../shared/time.ts';

export type StampDocument = {
  demo: boolean;
  signatoryName: string;
  signatoryTitle: string | null;
  partyName: string;
  signedAt: Instant;
  /** « Code reçu à c•••@exemple.fr ». */
  authentication: string;
  /** « Paraphé HM : art. 6.1, 9 », when articles were initialled. */
  initials: string | null;
  /** First characters of the frozen document's SHA-256. */
  documentSha256: string;
  /** In PDF points: the rectangle that the contract reserved (`positions['sig-client']`). */
  width: number;
  height: number;
};

/** The visible mark of one signature: a one-page PDF of exactly the reserved size, untagged, to be embedded as an appearance. */
export const renderStamp = (pdf: Pdf, stamp: StampDocument, { createdAt }: { createdAt: Instant }): Promise<RenderedPdf> =>
  pdf.render({ template: 'modules/signing/documents/stamp.typ', data: typeset(stamp), standard: 'plain', createdAt });
