import type { Language } from '../../../shared/refusal.ts';

export const severities = ['bloquant', 'avertissement', 'conseil'] as const;
export type Severity = (typeof severities)[number];

export const auditFamilies = ['absent', 'vague', 'unbalanced', 'incoherent', 'stale'] as const;
export type AuditFamily = (typeof auditFamilies)[number];

/** The four troubles that the contract is there to prevent. */
export const risks = ['impayes', 'derive', 'desaccord', 'donnees'] as const;
export type Risk = (typeof risks)[number];

export type Words = Record<Language, string>;

/** Where the words are: the paragraph of a section, from one character to another. */
export type Span = { section: number; paragraph: number; start: number; end: number };

/** What a rule answers: the words it objects to, or the place where the missing ones would go. */
export type Hit = {
  document: string;
  span: Span | null;
  /** What is missing or wrong in this very case, when the rule's own sentence does not say it all. */
  detail?: Words;
};

/** One remark of the audit, with all that a reader needs to judge it. */
export type Finding = {
  /** The same text audited again gives the same keys: a risk accepted stays accepted. */
  key: string;
  rule: string;
  family: AuditFamily;
  severity: Severity;
  title: Words;
  why: Words;
  detail: Words | null;
  risk: Risk;
  source: string | null;
  cures: readonly string[];
  documentId: string;
  documentTitle: string;
  /** « article 5.2 », « page 3, ligne 12 »; null: the whole document. */
  place: { article: string | null; heading: string | null; page: number | null; line: number | null } | null;
  /** The exact words, as they stand in the text. */
  words: string | null;
  span: Span | null;
};
