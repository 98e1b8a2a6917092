export { currentGeneralTerms, generalTermsEdition, generalTermsEditions } from './db/editions.store.ts';
export { partsOfEdition } from './app/compose-general-terms.ts';
export { fileEdition } from './app/file-edition.ts';
export { withEdition } from './app/with-edition.ts';
export { labelWords } from './documents/usual-values.ts';
export { unitWords } from './documents/unit-words.ts';
