export type { Article, Block, DocumentPart, Inline, Prose } from './domain/prose.ts';
export { clauseEffects, clauseFamilies, clauseStates } from './domain/clause.ts';
export type {
  Clause,
  ClauseCatalog,
  ClauseEffect,
  ClauseFamily,
  ClauseFault,
  ClauseHead,
  ClauseReview,
  ClauseState,
  GoldenExample,
} from './domain/clause.ts';
export { documentForms } from './domain/document-model.ts';
export type {
  ClauseSelection,
  DocumentForm,
  DocumentModel,
  ModelPart,
  ModelReference,
  PartKind,
  SelectionProblem,
} from './domain/document-model.ts';
export { chooseClauses, type ChosenClauses, type ChosenPart, selectionOf } from './domain/choose-clauses.ts';
export { clausesToAdd, partJoinedBy } from './domain/clauses-of-choice.ts';
export { selectionOfForm } from './domain/default-models.ts';
export { catalogFrom, catalogWith } from './domain/catalog.ts';
export { type Engine, enforcedTerms } from './domain/enforced-terms.ts';
export { findIncompleteness, type Incompleteness } from './domain/find-incompleteness.ts';
export type { ClausePublished } from './domain/life.ts';
