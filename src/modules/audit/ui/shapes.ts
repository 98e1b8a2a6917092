import type { Instant } from '../../../shared/time.ts';
import type { AuditedKind, AuditedSection, Finding, Score } from '../index.ts';

/** What the API answers, as these screens read it. */
export type ReadText = {
  id: string;
  title: string;
  kind: AuditedKind;
  origin: 'own' | 'foreign';
  sections: AuditedSection[];
};
export type AuditAnswer = {
  auditedAt: Instant;
  documents: ReadText[];
  findings: Finding[];
  score: Score;
  pages?: { total: number; read: number; withoutText: number[] } | null;
  cutAt?: number | null;
};
export type FiledAnswer = AuditAnswer & { title: string; documentId: string; accepted: { key: string; reason: string }[] };
export type FiledRow = {
  id: string;
  dossierId: string;
  title: string;
  score: number;
  findings: number;
  accepted: number;
  documentId: string;
  filedAt: Instant;
};
export type Accepted = Readonly<Record<string, string>>;

/** What was asked, to ask it again for the report: our own by their id, a foreign text by its words. */
export type Asked = { source: 'quote'; quoteId: string } | { source: 'client'; clientId: string } | { source: 'foreign' };

export const inputOf = (asked: Asked, { documents }: AuditAnswer) =>
  asked.source === 'foreign'
    ? { source: 'documents', documents: documents.map(({ id, title, kind, sections }) => ({ id, title, kind, sections })) }
    : asked;
