import type { ClauseFamily, ClauseState } from './clause.ts';

/** The forms an agreement takes between two professionals (see docs/glossary.md). */
export const documentForms = [
  'devis',
  'contrat',
  'lettre-de-mission',
  'bon-de-commande',
  'contrat-cadre',
  'cgv',
  'annexe',
  'avenant',
] as const;
export type DocumentForm = (typeof documentForms)[number];

export type PartKind = 'body' | 'annex' | 'cgv';

/** One part of a document: its clauses in reading order, numbered on their own ('4.2', 'A1', 'CG3'). */
export type ModelPart = {
  id: string;
  kind: PartKind;
  title: string;
  /** What precedes the article numbers: '' for the body, 'A' for annex A, 'CG' for the general terms. */
  prefix: string;
  clauses: readonly string[];
};

/** A document model: which clauses, in which order. A published version never changes. */
export type DocumentModel = {
  id: string;
  version: number;
  form: DocumentForm;
  title: string;
  /** When to choose it, in a sentence. */
  purpose: string;
  parts: readonly ModelPart[];
  state: ClauseState;
  origin: 'built-in' | 'own';
  sha256: string;
};

export type ModelReference = { id: string; version: number };

/**
 * What one document takes from its model, and what it changes in it. `negotiated`: a clause whose words were agreed with this
 * client; it keeps its id, so references and the articles cited by refusals still land on it.
 */
export type ClauseSelection = {
  model: ModelReference;
  /** Clauses of choice put in, with the part they join. */
  added: readonly { clauseId: string; partId: string }[];
  /** Clauses of choice taken out. A mandatory clause cannot be. */
  removed: readonly string[];
  negotiated: readonly { clauseId: string; title: string; source: string }[];
};

/** Why a set of clauses cannot make a document, each with the clauses concerned and a sentence. */
export type SelectionProblem = {
  rule: 'unknown_clause' | 'required_clause_missing' | 'excluded_together' | 'circular_requirement' | 'mandatory_removed';
  clauseIds: readonly string[];
  fr: string;
  en: string;
};

export type { ClauseFamily };
