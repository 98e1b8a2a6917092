export type { DocumentFrozen, DocumentKind, DossierDocument } from './domain/document.ts';
