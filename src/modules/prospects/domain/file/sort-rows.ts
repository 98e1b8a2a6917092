import { inFileDuplicates } from '../row/duplicates.ts';
import { type JudgedRow, type ProspectDetails, type RowNote, type RowRules, rowJudge } from '../row/judge-row.ts';
import { type ImportCounts, USEFUL_FIELDS, noRows } from '../row/quality.ts';
import type { CorrectionCode, DuplicateCode, FaultCode, WarningCode } from '../row/row-notes.ts';
import { type CsvRow, isBlankRow } from './csv.ts';

/** A row once judged within its file. `row` counts prospects from 1 under the header; `line` is the line of the text. */
export type SortedRow = { row: number; line: number; cells: readonly string[] } & (
  | { verdict: 'accepted'; prospect: ProspectDetails; corrections: RowNote<CorrectionCode>[]; warnings: RowNote<WarningCode>[] }
  | { verdict: 'rejected'; fault: RowNote<FaultCode> }
  | { verdict: 'duplicate'; code: DuplicateCode; firstRow: number }
);

export type SortingRules = RowRules & { rowsBefore: number };

/** Takes the rows of a file one after the other and sorts them: accepted, rejected or duplicate. Blank rows are only counted. */
export const rowSorter = (rules: SortingRules) => {
  const judge = rowJudge(rules);
  const duplicates = inFileDuplicates();
  const counts: ImportCounts = { ...noRows };
  let seen = 0;

  const sort = (csv: CsvRow): SortedRow | null => {
    seen += 1;
    if (seen <= rules.rowsBefore) return null;
    if (isBlankRow(csv)) {
      counts.blank += 1;
      return null;
    }
    counts.read += 1;
    const place = { row: counts.read, line: csv.line, cells: csv.cells };
    const judged = judge(csv.cells);
    if (judged.verdict === 'rejected') {
      counts.rejected += 1;
      return { ...place, ...judged };
    }
    const { prospect, corrections, warnings } = judged;
    if (prospect.otherPhone !== null && duplicates.secondNumberTaken(prospect.otherPhone)) {
      warnings.push({ field: 'mobile', code: 'second_number_shared', given: prospect.otherPhone, kept: null });
      prospect.otherPhone = null;
    }
    const duplicate = duplicates.check(prospect, place.row);
    if (duplicate) {
      counts.duplicates += 1;
      return { ...place, verdict: 'duplicate', ...duplicate };
    }
    if (csv.brokenQuote) warnings.push({ field: null, code: 'broken_quote', given: '', kept: null });
    countAccepted(counts, judged);
    return { ...place, verdict: 'accepted', prospect, corrections, warnings };
  };

  return { sort, counts: counts as Readonly<ImportCounts> };
};

const countAccepted = (counts: ImportCounts, judged: Extract<JudgedRow, { verdict: 'accepted' }>): void => {
  counts.accepted += 1;
  if (judged.corrections.length > 0) counts.corrected += 1;
  if (judged.warnings.length > 0) counts.warned += 1;
  if (judged.prospect.siret !== null) counts.withSiret += 1;
  for (const field of USEFUL_FIELDS) if (judged.prospect[field] !== null) counts.filledFields += 1;
};
