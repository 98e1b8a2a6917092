import { type Pdf, type PrintedParty, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

export type ForeignWorker = { name: string; nationality: string; hiredOn: CivilDate; permit: string };

export type ForeignWorkersStatement = {
  demo: boolean;
  provider: PrintedParty;
  /** Who declares, and under which capacity. */
  signedBy: string;
  signedAt: Instant;
  city: string;
  /** Empty: none is employed. */
  workers: readonly ForeignWorker[];
};

/** The nominative list of C. trav. D8254-2, or the statement that there is nobody to list: PDF/A-3a. */
export const renderForeignWorkers = (pdf: Pdf, statement: ForeignWorkersStatement): Promise<RenderedPdf> =>
  pdf.render({
    template: 'modules/vigilance/documents/foreign-workers.typ',
    data: typeset(statement),
    standard: 'a-3a',
    createdAt: statement.signedAt,
  });
