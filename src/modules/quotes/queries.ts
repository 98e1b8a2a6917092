export { type AgreedChanges, partsOf, revisedContent, reviseQuote, selectionIn, variablesOf } from './app/revise-quote.ts';
export { quoteById, quoteList } from './db/quotes.store.ts';
export { revisionsOf, type SentRevision } from './db/revisions.store.ts';
export { composedQuote } from './app/composed-quote.ts';
export { frozenVariables } from './app/freeze-content.ts';
