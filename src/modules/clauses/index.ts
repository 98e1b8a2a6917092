export type { Article, Block, DocumentPart, Inline, Prose } from './domain/prose.ts';
