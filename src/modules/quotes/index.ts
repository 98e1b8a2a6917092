export type { Quote, QuoteFact, QuoteSent, QuoteSigned, QuoteStatus, QuoteVerb } from './domain/quote.ts';
export type { VoidedSignature } from './domain/revise-quote.ts';
export { may, quoteTransitions } from './domain/quote.ts';
export { checkQuote } from './domain/check-quote.ts';
export { refusals as quoteRefusals } from './refusals.ts';
export type { QuoteFinding } from './domain/check-quote.ts';
export { draftNetCents, forfaitCents, optionsCents, quoteTotals } from './domain/quote-totals.ts';
export { filedTitle, formOf, printedNumber, quoteForms } from './domain/forms.ts';
export type { QuoteForm } from './domain/forms.ts';
