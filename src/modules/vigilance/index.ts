export type { Lacking, VigilanceState } from './domain/vigilance-state.ts';
export { vigilanceState } from './domain/vigilance-state.ts';
export type { VigilanceKind } from './domain/vigilance-document.ts';
export { kindWords } from './domain/kind-words.ts';
