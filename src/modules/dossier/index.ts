export { type FactKind, factKinds, factTypes, isEssential, kindOfFact } from './domain/fact-kinds.ts';
export type { DocumentFrozen, DocumentKind, DossierDocument } from './domain/document.ts';
