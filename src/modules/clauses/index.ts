export type { Article, Block, DocumentPart, Inline, Prose } from './domain/prose.ts';
export type { ClauseSelection } from './domain/document-model.ts';
