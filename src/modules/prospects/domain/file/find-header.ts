import type { CsvRow } from './csv.ts';
import { isBlankRow } from './csv.ts';
import { fieldOfHeading } from './propose-mapping.ts';

export type Header = {
  /** What stands above the columns; « Colonne 1 »… when the file has no heading. */
  headings: string[];
  hasHeader: boolean;
  /** How many rows of the file come before the first prospect: titles, blank rows, and the header itself. */
  rowsBefore: number;
  titleLines: string[];
};

/** How far down a header is looked for: exports put a title, a date, a blank row above it, never a page. */
const LOOK_DOWN = 20;

/** Finds the row of headings under the titles that exports put above it: the one whose cells name the most known columns. */
export const findHeader = (rows: readonly CsvRow[]): Header => {
  const candidates = rows.slice(0, LOOK_DOWN);
  let best = -1;
  let bestScore = 0;
  candidates.forEach((row, index) => {
    const known = row.cells.filter((cell) => fieldOfHeading(cell)?.confidence === 1).length;
    const score = known + row.cells.filter((cell) => fieldOfHeading(cell) !== null).length / 100;
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  });
  const width = commonWidth(candidates);
  if (best >= 0 && (bestScore >= 2 || width === 1)) return headed(rows, best);
  const first = firstFullRow(candidates, width);
  return looksLikeHeadings(candidates, first) ? headed(rows, first) : headless(candidates, width, first);
};

/** Headings in words that we do not know: no figure in them, and figures in the row below. */
const looksLikeHeadings = (rows: readonly CsvRow[], index: number): boolean => {
  const figures = (row: CsvRow | undefined) => row?.cells.some((cell) => /\d{3}/.test(cell)) ?? false;
  return !figures(rows[index]) && figures(rows[index + 1]);
};

const firstFullRow = (rows: readonly CsvRow[], width: number): number =>
  Math.max(
    0,
    rows.findIndex((row) => row.cells.filter((cell) => cell.trim() !== '').length > width / 3),
  );

const headed = (rows: readonly CsvRow[], index: number): Header => ({
  headings: trimEnd(rows[index]!.cells.map((cell) => cell.trim().replace(/\s+/g, ' '))),
  hasHeader: true,
  rowsBefore: index + 1,
  titleLines: titles(rows.slice(0, index)),
});

const headless = (rows: readonly CsvRow[], width: number, first: number): Header => ({
  headings: Array.from({ length: width }, (_, column) => `Colonne ${column + 1}`),
  hasHeader: false,
  rowsBefore: first,
  titleLines: titles(rows.slice(0, first)),
});

const titles = (rows: readonly CsvRow[]): string[] =>
  rows.filter((row) => !isBlankRow(row)).map((row) => row.cells.filter((cell) => cell.trim() !== '').join(' '));

const commonWidth = (rows: readonly CsvRow[]): number => Math.max(1, ...rows.map((row) => row.cells.length));

const trimEnd = (headings: string[]): string[] => {
  let end = headings.length;
  while (end > 1 && headings[end - 1] === '') end -= 1;
  return headings.slice(0, end);
};
