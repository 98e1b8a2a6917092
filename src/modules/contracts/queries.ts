export { canonicalContent, enactTerms, termsInForce, termsVersions } from './db/terms-versions.store.ts';
