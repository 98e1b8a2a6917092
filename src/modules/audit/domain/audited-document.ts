import type { CivilDate } from '../../../shared/time.ts';
import type { DraftTerms } from '../../contracts/index.ts';

/** What sort of paper is read: what it must contain depends on it. */
export const auditedKinds = [
  'devis',
  'contrat',
  'lettre-de-mission',
  'bon-de-commande',
  'contrat-cadre',
  'cgv',
  'annexe',
  'avenant',
  'autre',
] as const;
export type AuditedKind = (typeof auditedKinds)[number];

/** One paragraph as its reader found it. Lines and pages start at 1. */
export type AuditedParagraph = { text: string; page?: number | undefined; line?: number | undefined };

/** What stands under one heading. `number`: '4.2', 'A1', as printed. */
export type AuditedSection = { number: string | null; heading: string | null; paragraphs: readonly AuditedParagraph[] };

/** A clause as this document used it: what tells whether it is stale. */
export type AuditedClause = {
  id: string;
  title: string;
  version: number;
  /** The newest published version of the same clause. */ newest: number;
  reviewBefore: CivilDate | null;
  reviewed: boolean;
};

/** A text to audit: one of ours, exact, with its terms; or one that was pasted or uploaded, known by its words alone. */
export type AuditedDocument = {
  id: string;
  title: string;
  kind: AuditedKind;
  origin: 'own' | 'foreign';
  sections: readonly AuditedSection[];
  /** The typed conditions behind our own documents. */
  terms?: DraftTerms | undefined;
  /** Condition path → article that words it, of our own documents. */
  articles?: Readonly<Record<string, string>> | undefined;
  clauses?: readonly AuditedClause[] | undefined;
  /** The edition of the general terms that is annexed. */
  generalTermsEdition?: number | undefined;
  date?: CivilDate | undefined;
};

/** What the rules need to know beside the text. */
export type AuditContext = {
  today: CivilDate;
  /** What is known of the client: a new or late payer calls for a larger deposit or a ceiling. */
  client?: { isNew: boolean; paysLate: boolean } | undefined;
  currentGeneralTermsEdition?: number | undefined;
  /** Misunderstandings met on past missions; `clauseId` once one of them became a clause. */
  frictions?: readonly { id: string; title: string; clauseId: string | null }[] | undefined;
};
