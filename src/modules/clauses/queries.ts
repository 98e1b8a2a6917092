import type { ClauseCatalog } from './domain/clause.ts';
import { selectionOf } from './domain/choose-clauses.ts';
import { composeDocument, previewDocument } from './app/compose-document.ts';
import { builtInCatalog } from './app/built-in-catalog.ts';
import type { ClauseVariables } from './documents/clause-text.ts';

export { builtInCatalog } from './app/built-in-catalog.ts';
export { catalogOf } from './app/catalog-of.ts';
export { composeDocument, type ComposedDocument, composeFrozen, previewDocument, termsRead } from './app/compose-document.ts';
export { frozenCatalog, negotiatedSource, readNegotiated, withNegotiated } from './app/negotiated-clause.ts';
export { faultSentence, parseClause, readClause, type ReadClause } from './app/read-clause.ts';
export type { ClauseVariables } from './documents/clause-text.ts';
export { choiceWords, delayWords, penaltyWords } from './documents/term-wording.ts';
export { triggerWords } from './documents/term-tables.ts';
export type * from './documents/contract.document.ts';
export { renderContract } from './documents/contract.document.ts';

// Until every caller names its model: today's document under the names it used to have.
export type ClauseLibrary = ClauseCatalog;
export const loadClauseLibrary = builtInCatalog;
export const composeParts = (library: ClauseCatalog, variables: ClauseVariables) =>
  composeDocument(library, selectionOf('devis-prospection'), variables);
export const previewParts = (library: ClauseCatalog, variables: ClauseVariables) =>
  previewDocument(library, selectionOf('devis-prospection'), variables);
