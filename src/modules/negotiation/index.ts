export type { ClauseChange, ClauseStatus, ComparedDocument, Comparison, PassageChange, TermChange } from './domain/comparison.ts';
export { isSame } from './domain/comparison.ts';
export type { PassageEdit } from './domain/negotiation.ts';
export { articleNumbers } from './domain/clause-passages.ts';
export { realEdits } from './domain/propose-change.ts';
export { compareClauses } from './domain/compare-clauses.ts';
export { compareContents } from './domain/compare-contents.ts';
export type { TermWording } from './domain/compare-terms.ts';
export { type Redline, redline } from './domain/redline.ts';
