export { type Clause, type ClauseFamily, type ClauseLibrary, loadClauseLibrary } from './app/load-clause-library.ts';
export { type ComposedParts, composeParts, previewParts } from './documents/compose-parts.ts';
export { choiceWords, delayWords, penaltyWords } from './documents/term-wording.ts';
export { triggerWords } from './documents/term-tables.ts';
export type * from './documents/contract.document.ts';
export { renderContract } from './documents/contract.document.ts';
