export type { Pdf, PdfAttachment, PdfPosition, PdfRequest, PdfStandard, PrintedParty, RenderedPdf } from './pdf.ts';
export { createPdf } from './pool.ts';
export { frenchTypography, typeset } from './french.ts';
export { checkPdfA, type PdfAFinding, type PdfARule } from './check-pdfa.ts';
