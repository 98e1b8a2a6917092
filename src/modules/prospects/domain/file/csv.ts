/** One row of the file. `line` is the line of the text where it begins, counted from 1, as a text editor shows it. */
export type CsvRow = { cells: string[]; line: number; brokenQuote: boolean };

export type CsvReader = { push: (text: string) => void; end: () => void };

/** A quoted cell longer than this was never closed: one stray quote must not swallow the rest of the file. */
const MAX_QUOTED_CELL = 20_000;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Reads separated text piece by piece and hands over each row as soon as it is whole, so memory never holds the file.
 * Quoted cells may hold separators, doubled quotes and line breaks. Blank rows are handed over too: the caller counts them.
 */
export const csvReader = (separator: string, onRow: (row: CsvRow) => void): CsvReader => {
  const split = separator.charCodeAt(0);
  let pending = '';
  let line = 1;

  /** Reads one row from `start`; answers where the next begins, or -1 when the text ends before the row does. */
  const readRow = (text: string, start: number, last: boolean, quotesAreLetters: boolean): number => {
    const cells: string[] = [];
    let lines = 1;
    let at = start;
    for (;;) {
      if (!quotesAreLetters && text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        // A quote that ends the piece may still be the first half of a doubled one.
        const undecided = close === -1 ? text.length - at <= MAX_QUOTED_CELL : close === text.length - 1;
        if (undecided && !last) return -1;
        // Never closed, or closed in the middle of a word: read this row again, its quotes being plain letters.
        const closed = close !== -1 && close - at <= MAX_QUOTED_CELL && endsCell(text, close + 1, split);
        if (!closed) return readRow(text, start, last, true);
        const inner = text.slice(at + 1, close);
        lines += countLines(inner);
        cells.push(inner.replaceAll('""', '"'));
        at = close + 1;
      } else {
        const end = cellEnd(text, at, split);
        cells.push(text.slice(at, end));
        at = end;
      }
      if (at >= text.length) {
        if (!last) return -1;
        break;
      }
      if (text.charCodeAt(at) === split) {
        at += 1;
        continue;
      }
      if (text.charCodeAt(at) === CR && at + 1 >= text.length && !last) return -1;
      at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
      break;
    }
    onRow({ cells, line, brokenQuote: quotesAreLetters });
    line += lines;
    return at;
  };

  const drain = (last: boolean) => {
    let at = 0;
    while (at < pending.length) {
      const next = readRow(pending, at, last, false);
      if (next === -1) break;
      at = next;
    }
    pending = at === 0 ? pending : pending.slice(at);
  };

  return {
    push: (text) => {
      pending += text;
      drain(false);
    },
    end: () => drain(true),
  };
};

/** Reads a whole text at once: for a preview, a test, an error file. */
export const parseCsv = (text: string, separator: string): CsvRow[] => {
  const rows: CsvRow[] = [];
  const reader = csvReader(separator, (row) => rows.push(row));
  reader.push(text);
  reader.end();
  return rows;
};

export const isBlankRow = (row: CsvRow): boolean => row.cells.every((cell) => cell.trim() === '');

const closingQuote = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
};

const endsCell = (text: string, at: number, split: number): boolean => {
  const code = text.charCodeAt(at);
  return at >= text.length || code === split || code === LF || code === CR;
};

const cellEnd = (text: string, from: number, split: number): number => {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === split || code === LF || code === CR) break;
  }
  return at;
};

const countLines = (text: string): number => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};
