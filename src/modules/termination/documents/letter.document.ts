import { type Pdf, type RenderedPdf, typeset } from '../../../platform/pdf/index.ts';
import type { LetterContent } from '../domain/notice.ts';

/** A letter as it was sent: PDF/A-3a, always the same bytes from the same words. */
export const renderLetter = (pdf: Pdf, content: LetterContent): Promise<RenderedPdf> =>
  pdf.render({
    template: 'modules/termination/documents/letter.typ',
    data: typeset(content),
    standard: 'a-3a',
    createdAt: content.sentAt,
  });
