import { parseCsv } from './csv.ts';

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** Finds what separates the columns: the sign that cuts the most rows of the sample into the same number of cells. */
export const detectSeparator = (sample: string): Separator => {
  let best: Separator = ';';
  let bestScore = -1;
  for (const separator of separators) {
    const score = regularity(sample, separator);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
};

/** Rows that share the commonest width, weighted by that width; a width of one says that nothing was separated. */
const regularity = (sample: string, separator: Separator): number => {
  const widths = new Map<number, number>();
  // The last row of a sample is usually cut in the middle.
  for (const row of parseCsv(sample, separator).slice(0, 200))
    widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, rows] of widths) if (width > 1) best = Math.max(best, rows * Math.min(width, 30));
  return best;
};
