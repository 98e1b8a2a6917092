import { type Pdf, type PrintedParty, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

export type AttestationDocument = {
  demo: boolean;
  provider: PrintedParty;
  client: PrintedParty;
  contract: string;
  missionTitle: string;
  endedOn: CivilDate;
  dueOn: CivilDate;
  attestedAt: Instant;
  signedBy: string;
  city: string;
  items: readonly {
    label: string;
    owner: string;
    /** « Remis le 2 avril 2026 par Camille Dupré ». */
    fate: string;
    detail: string | null;
    sha256: string | null;
  }[];
};

/** What became of everything the mission held, dated: PDF/A-3a. */
export const renderAttestation = (pdf: Pdf, document: AttestationDocument): Promise<RenderedPdf> =>
  pdf.render({
    template: 'modules/termination/documents/attestation.typ',
    data: typeset(document),
    standard: 'a-3a',
    createdAt: document.attestedAt,
  });
