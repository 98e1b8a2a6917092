export { draftFramework } from './app/draft-framework.handler.ts';
export { frozenFrameworkVariables } from './app/freeze-framework.ts';
export {
  aroundFramework,
  frameworkParts,
  frameworkSelection,
  revisedFramework,
  reviseFramework,
} from './app/revise-framework.ts';
export { frameworkRevisions } from './db/revisions.store.ts';
export { commitmentWords, renewalWords } from './documents/framework-summary.ts';
export { frameworkById, frameworkList } from './db/frameworks.store.ts';
export { derogationsOf, derogationSentence, generalLayer } from './documents/derogation-words.ts';
export { printedPrecedence, withGeneralTerms } from './documents/framework-document.ts';
