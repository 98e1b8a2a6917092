export { draftFramework } from './app/draft-framework.handler.ts';
export { frameworkById, frameworkList } from './db/frameworks.store.ts';
export { derogationsOf, derogationSentence, generalLayer } from './documents/derogation-words.ts';
export { printedPrecedence, withGeneralTerms } from './documents/framework-document.ts';
