import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextLine } from '../domain/read-text.ts';
import { uploadLimits } from '../domain/upload-limits.ts';
import type { ReadAnswer } from './read-upload.ts';

/** The text layer of a PDF, line by line, page by page. A page without one is named: it is a picture. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadAnswer> => {
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  let document;
  try {
    document = await task.promise;
  } catch (error) {
    return { ok: false, code: (error as Error).name === 'PasswordException' ? 'unreadable_encrypted' : 'unreadable_broken' };
  }
  const total = document.numPages;
  const read = Math.min(total, uploadLimits.pages);
  const lines: TextLine[] = [];
  const withoutText: number[] = [];
  let characters = 0;
  let lastPage = read;
  for (let number = 1; number <= read; number += 1) {
    const page = await document.getPage(number);
    const found = linesOfPage((await page.getTextContent()).items as Piece[], number);
    page.cleanup();
    if (found.length === 0) withoutText.push(number);
    lines.push(...found, { text: '', page: number });
    characters += found.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > uploadLimits.characters) {
      lastPage = number;
      break;
    }
  }
  await task.destroy();
  if (withoutText.length === lastPage) return { ok: false, code: 'unreadable_image_only' };
  return { ok: true, lines, pages: { total, read: lastPage, withoutText }, cutAt: null };
};

type Piece = { str?: string; transform?: number[]; width?: number; height?: number };

/** Pieces on one height make a line; a gap wider than letters parts two cells; a gap in height parts two paragraphs. */
const linesOfPage = (pieces: readonly Piece[], page: number): TextLine[] => {
  const rows: { y: number; size: number; pieces: { x: number; end: number; text: string }[] }[] = [];
  for (const { str, transform, width = 0, height = 10 } of pieces) {
    if (!str?.trim() || !transform) continue;
    const [x, y] = [transform[4]!, transform[5]!];
    const size = height || Math.abs(transform[3]!) || 10;
    const row = rows.findLast((one) => Math.abs(one.y - y) < size * 0.45);
    const piece = { x, end: x + width, text: str };
    if (row) row.pieces.push(piece);
    else rows.push({ y, size, pieces: [piece] });
  }
  rows.sort((a, b) => b.y - a.y);
  const lines: TextLine[] = [];
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    if (above && above.y - row.y > row.size * 2) lines.push({ text: '', page });
    row.pieces.sort((a, b) => a.x - b.x);
    let text = '';
    let end = Number.NEGATIVE_INFINITY;
    for (const piece of row.pieces) {
      const gap = piece.x - end;
      text += text === '' ? '' : gap > row.size * 2.2 ? '   ' : gap > row.size * 0.12 && !/\s$/.test(text) ? ' ' : '';
      text += piece.text;
      end = piece.end;
    }
    lines.push({ text, page, line: index + 1 });
  });
  return lines;
};
