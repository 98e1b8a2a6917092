export { type FactKind, factKinds, factTypes, kindOfFact } from './domain/fact-kinds.ts';
export type { DocumentFrozen, DocumentKind, DossierDocument } from './domain/document.ts';
