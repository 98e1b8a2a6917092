import { compareClauses } from './compare-clauses.ts';
import { compareTerms, type TermWording } from './compare-terms.ts';
import type { ComparedDocument, Comparison } from './comparison.ts';

/** What changed between two states of a document: its conditions, its clauses, its words. */
export const compareContents = (before: ComparedDocument, after: ComparedDocument, words: TermWording): Comparison => ({
  terms: compareTerms(before, after, words),
  clauses: compareClauses(before.parts, after.parts),
});
