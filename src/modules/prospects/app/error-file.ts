import { csvReader, isBlankRow } from '../domain/file/csv.ts';
import { decoderLabel } from '../domain/file/detect-encoding.ts';
import type { FileFormat } from '../domain/file/analyse-file.ts';
import { type RowNoteCode, rowNotes } from '../domain/row/row-notes.ts';
import type { AsideRow } from '../db/imports.store.ts';

const PIECE_BYTES = 64 * 1024;

/**
 * The rows set aside, as they were written, with the line they stand on and why: a file that is corrected in a
 * spreadsheet and imported again. UTF-8 with its mark and semicolons, which is what Excel opens in France.
 */
export async function* errorFile(bytes: Uint8Array, format: FileFormat, aside: readonly AsideRow[]): AsyncGenerator<string> {
  const reasons = new Map(aside.map((row) => [row.row, row]));
  yield `\uFEFF${csvLine([...format.headings, 'Motif', 'Ligne du fichier'])}`;
  let out = '';
  let seen = 0;
  let row = 0;
  const reader = csvReader(format.separator, (csv) => {
    seen += 1;
    if (seen <= format.rowsBefore || isBlankRow(csv)) return;
    row += 1;
    const why = reasons.get(row);
    if (!why) return;
    const cells = format.headings.map((_, column) => csv.cells[column] ?? '');
    out += csvLine([...cells.map(harmless), reasonOf(why), String(why.line)]);
  });
  const decoder = new TextDecoder(decoderLabel(format.encoding));
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    reader.push(decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true }));
    if (out !== '') yield out;
    out = '';
    // Other requests are answered between two pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  reader.push(decoder.decode());
  reader.end();
  if (out !== '') yield out;
}

const reasonOf = (row: AsideRow): string => {
  const sentence = rowNotes[row.code as RowNoteCode]?.fr ?? row.code;
  return row.firstRow === null ? sentence : `${sentence} (fiche n°\u00a0${row.firstRow})`;
};

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;

/** A cell that a spreadsheet would run as a formula is shown as text. A plus sign begins many phone numbers and stays. */
const harmless = (cell: string): string => (/^[=@\t\r]/.test(cell) ? `'${cell}` : cell);
