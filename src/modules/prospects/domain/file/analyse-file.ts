import { refuse } from '../../../../shared/decision.ts';
import { type CsvRow, isBlankRow, parseCsv } from './csv.ts';
import { type FileEncoding, decoderLabel, detectEncoding } from './detect-encoding.ts';
import { type Separator, detectSeparator } from './detect-separator.ts';
import type { ColumnMapping } from './fields.ts';
import { findHeader } from './find-header.ts';
import { type ColumnProposal, proposeMapping } from './propose-mapping.ts';
import { type SortedRow, rowSorter } from './sort-rows.ts';

/** How to read the file: what the analysis found, and what the person may correct before confirming. */
export type FileFormat = {
  encoding: FileEncoding;
  separator: Separator;
  headings: string[];
  hasHeader: boolean;
  rowsBefore: number;
};
export type FileAnalysis = { format: FileFormat; titleLines: string[]; columns: ColumnProposal[]; sample: CsvRow[] };

/** How much of the file the format is guessed from, in bytes. */
const SAMPLE_BYTES = 256 * 1024;
export const PREVIEW_ROWS = 20;
const MAX_COLUMNS = 200;

/** Reads the beginning of a prospect file and says how it is written and what its columns hold, or why it cannot be read. */
export const analyseFile = (bytes: Uint8Array) => {
  const detected = detectEncoding(bytes);
  if (!detected.ok) return detected;
  const text = beginning(bytes, detected.encoding);
  if (text.trim() === '') return refuse('file_empty');
  const separator = detectSeparator(text.slice(0, 64 * 1024));
  const rows = parseCsv(text, separator);
  // The sample was cut somewhere: its last row is not whole.
  if (bytes.length > SAMPLE_BYTES && rows.length > 1) rows.pop();
  const header = findHeader(rows);
  if (header.headings.length > MAX_COLUMNS) return refuse('file_too_wide', { columns: header.headings.length });
  const sample = rows.slice(header.rowsBefore);
  const filled = sample.filter((row) => !isBlankRow(row));
  if (filled.length === 0) return refuse('file_without_rows');
  const columns = proposeMapping(
    header.headings,
    filled.slice(0, 100).map((row) => row.cells),
  );
  const format: FileFormat = {
    encoding: detected.encoding,
    separator,
    headings: header.headings,
    hasHeader: header.hasHeader,
    rowsBefore: header.rowsBefore,
  };
  const analysis: FileAnalysis = { format, titleLines: header.titleLines, columns, sample };
  return { ok: true as const, analysis };
};

/** The first prospects as the import would keep them, corrections included. */
export const previewRows = (
  sample: readonly CsvRow[],
  mapping: ColumnMapping,
  foreignNumbers: 'reject' | 'keep' = 'reject',
): SortedRow[] => {
  const sorter = rowSorter({ mapping, foreignNumbers, rowsBefore: 0 });
  const preview: SortedRow[] = [];
  for (const row of sample) {
    const sorted = sorter.sort(row);
    if (sorted) preview.push(sorted);
    if (preview.length === PREVIEW_ROWS) break;
  }
  return preview;
};

const beginning = (bytes: Uint8Array, encoding: FileEncoding): string =>
  new TextDecoder(decoderLabel(encoding)).decode(bytes.subarray(0, SAMPLE_BYTES), { stream: true });
