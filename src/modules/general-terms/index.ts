export { editionName } from './domain/edition.ts';
export type { GeneralTermsContent, GeneralTermsEdition, GeneralTermsPublished } from './domain/edition.ts';
export { firstDefaults } from './domain/default-terms.ts';
