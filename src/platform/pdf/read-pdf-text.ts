import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfText = { pages: readonly string[]; pageCount: number };

/** The words of a PDF, page by page, lines kept apart. A page that is only a picture gives an empty one. Throws where the file cannot be opened. */
export const readPdfText = async (bytes: Uint8Array, { maxPages = 300 }: { maxPages?: number } = {}): Promise<PdfText> => {
  // pdf.js takes the buffer for itself.
  const task = getDocument({ data: Uint8Array.from(bytes), isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, maxPages); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        items
          .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
          .join('')
          .trim(),
      );
      page.cleanup();
    }
    return { pages, pageCount: document.numPages };
  } finally {
    await task.destroy();
  }
};
