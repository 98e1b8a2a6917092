import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { Instant } from '../../../shared/time.ts';

export type DossierIndexDocument = {
  demo: boolean;
  provider: string;
  client: string;
  /** « SIREN 899 999 007 ». */
  clientId: string | null;
  dossierReference: string;
  openedAt: Instant;
  exportedAt: Instant;
  /** Three or four figures that say what the dossier is about. */
  figures: readonly { label: string; value: string }[];
  /** Grouped as a lawyer looks for them: contrats, comptes rendus, factures, enregistrements, journal. */
  groups: readonly {
    title: string;
    files: readonly {
      path: string;
      label: string;
      on: Instant | null;
      byteLength: number;
      sha256: string;
      /** « enregistrement détruit le … » */ note: string | null;
    }[];
  }[];
  timeline: readonly { at: Instant; label: string; actor: string }[];
  journal: { entries: number; headSha256: string; timestampAt: Instant | null };
  /** How a stranger checks it all, step by step. */
  verification: readonly string[];
};

/** The bundle's first page: what it holds and how anyone can verify it, PDF/A-3a. */
export const renderDossierIndex = (
  pdf: Pdf,
  index: DossierIndexDocument,
  { createdAt }: { createdAt: Instant },
): Promise<RenderedPdf> =>
  pdf.render({ template: 'modules/dossier/documents/index.typ', data: typeset(index), standard: 'a-3a', createdAt });
