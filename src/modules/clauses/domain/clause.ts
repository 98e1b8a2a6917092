import type { TermPath } from '../../contracts/index.ts';
import type { DocumentModel } from './document-model.ts';
import type { Expression } from './expression.ts';

/** The shelves of the library. A family is what a person looks for; a document model says which clauses it takes. */
export const clauseFamilies = [
  'socle',
  'cgv',
  'annexe-telephone',
  'annexe-qualification',
  'annexe-relance',
  'annexe-rendez-vous',
  'annexe-televente',
  'rgpd',
  'enregistrement',
  'confidentialite',
  'propriete',
  'donnees',
  'resiliation',
  'revision',
  'cadre',
  'commande',
  'lettre',
  'avenant',
] as const;
export type ClauseFamily = (typeof clauseFamilies)[number];

/** Which part of the product obeys a clause. A clause that declares one has all its terms set, or the document does not leave. */
export const clauseEffects = [
  'dial_gate',
  'recording',
  'acceptance',
  'volumes',
  'indicators',
  'reporting',
  'invoicing',
  'payment',
  'hypotheses',
  'suppression',
  'termination',
  'data_return',
] as const;
export type ClauseEffect = (typeof clauseEffects)[number];

/** From a first draft to daily use, and out of it. Only a published clause is proposed to everyone; a pilot only to chosen clients. */
export const clauseStates = ['draft', 'reviewed', 'pilot', 'published', 'retired'] as const;
export type ClauseState = (typeof clauseStates)[number];

/** Who read the text again before it was used systematically: a lawyer, or failing that an experienced peer. */
export type ClauseReview = { by: string; capacity: string; on: string };

/** A worked case that travels with the clause: with these changes to the canonical terms, the words that must be read. */
export type GoldenExample = { title: string; terms: Record<string, unknown>; says: readonly string[]; never?: readonly string[] };

/** What a clause says of itself, before its text. */
export type ClauseHead = {
  /** Stable for ever: what `xref`, `requires` and signed documents cite. */
  id: string;
  /** A whole number. A published version never changes: another text is another version. */
  version: number;
  family: ClauseFamily;
  title: string;
  /** One line in plain French, for the page that a director reads. */
  summary: string;
  /** `always`: the model cannot leave it out. `choice`: the author adds it. Otherwise it is there exactly when the condition holds. */
  mandatory: 'always' | 'choice' | { when: string };
  /** Paths of `Terms` that its text reads: the form asks these, and no others. */
  reads: readonly TermPath[];
  effects: readonly ClauseEffect[];
  requires: readonly string[];
  excludes: readonly string[];
  /** Clauses whose place it takes when it is chosen. */
  replaces: readonly string[];
  risk: 'haut' | 'moyen' | 'faible';
  review: ClauseReview | null;
  reviewBefore: string;
  sources: readonly string[];
  examples: readonly GoldenExample[];
  state: ClauseState;
  origin: 'built-in' | 'own' | 'negotiated';
};

/** A clause ready for use: what it says of itself, its text, and what was read in that text when it was loaded. */
export type Clause = ClauseHead & {
  /** Where it was read, for messages: '05-rendez-vous.md', or its title when it was written in the application. */
  file: string;
  /** The whole file, as it is hashed and kept. */
  source: string;
  /** The text below the front matter. */
  body: string;
  /** Lines of front matter above it, so that a fault names the line of the file. */
  bodyOffset: number;
  sha256: string;
  /** `mandatory.when`, parsed; null when it is always there, or chosen. */
  condition: Expression | null;
  /** Its own id and those of its headings: what `xref` may name. */
  provides: readonly string[];
  /** What its references name. */
  refers: readonly string[];
  /** Terms that its headings say they word. */
  words: readonly TermPath[];
};

/** What keeps a clause from being used: where, and a sentence. `line` counts from the first line of the file, 1. */
export type ClauseFault = { file: string; line: number; fr: string; en: string };

/** The clauses and models at hand. Without a version: the one in force. An older version stays readable by its number. */
export type ClauseCatalog = {
  clause(id: string, version?: number): Clause | undefined;
  clauses(): readonly Clause[];
  model(id: string, version?: number): DocumentModel | undefined;
  models(): readonly DocumentModel[];
};
