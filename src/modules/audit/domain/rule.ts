import type { AuditContext, AuditedKind } from './audited-document.ts';
import type { AuditFamily, Hit, Risk, Severity, Words } from './finding.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { type Concept, type PreparedDocument, saying, spanOf } from './prepared-document.ts';

/** One of the fifty-seven rules: what it looks for, why it matters, what it costs, and the clause that mends it. */
export type Rule = {
  id: string;
  family: AuditFamily;
  severity: Severity;
  title: Words;
  why: Words;
  risk: Risk;
  source: string | null;
  /** Ids of the model clauses that mend it; none where no clause can. */
  cures: readonly string[];
  check: (documents: readonly PreparedDocument[], context: AuditContext) => Hit[];
};

type RuleHead = Omit<Rule, 'check' | 'source'> & { source?: string };

/** A rule that judges each document apart. */
export const documentRule = (
  head: RuleHead,
  check: (document: PreparedDocument, context: AuditContext, others: readonly PreparedDocument[]) => Omit<Hit, 'document'>[],
): Rule => ({
  ...head,
  source: head.source ?? null,
  check: (documents, context) =>
    documents.flatMap((document) => {
      const others = documents.filter((other) => other !== document);
      return check(document, context, others).map((hit) => ({ ...hit, document: document.id }));
    }),
});

/** A rule that holds several documents against each other. */
export const setRule = (head: RuleHead, check: Rule['check']): Rule => ({ ...head, source: head.source ?? null, check });

/** What sells one mission, whatever its form. */
export const missionKinds: readonly AuditedKind[] = ['devis', 'contrat', 'lettre-de-mission', 'bon-de-commande', 'autre'];
export const withFramework: readonly AuditedKind[] = [...missionKinds, 'contrat-cadre'];
export const withGeneralTerms: readonly AuditedKind[] = [...withFramework, 'cgv'];

export type Absence = {
  kinds: readonly AuditedKind[];
  /** What is missing from this text, in words; null when nothing is. */
  missing: (document: PreparedDocument) => Words | true | null;
  /** Where the missing words would go: the sentence that calls for them. */
  near?: Concept;
  /** The condition behind it in our own documents: the value must be set, and an article must word it. */
  term?: (terms: DraftTerms) => unknown;
  path?: string;
};

/** Documents of a lower rank that complete this one: what the general terms say needs not be said again in the quote. */
const completes = (other: PreparedDocument, document: PreparedDocument): boolean =>
  other.kind !== document.kind && (other.kind === 'cgv' || other.kind === 'annexe' || other.kind === 'contrat-cadre');

/** A rule about something that must be there: in the document, or in what completes it. */
export const absenceRule = (head: Omit<RuleHead, 'family'>, absence: Absence): Rule =>
  documentRule({ ...head, family: 'absent' }, (document, _context, others) => {
    const { kinds, missing, near, term, path } = absence;
    if (!kinds.includes(document.kind)) return [];
    const lacks = document.terms && term ? ownMissing(document, term, path) : missing(document);
    if (lacks === null) return [];
    if (others.some((other) => completes(other, document) && missing(other) === null)) return [];
    const place = near && saying(document, near);
    return [{ span: place ? spanOf(place) : null, ...(lacks === true ? {} : { detail: lacks }) }];
  });

const isEmpty = (value: unknown): boolean =>
  value == null || value === '' || (Array.isArray(value) && value.length === 0) || value === false;

const ownMissing = (document: PreparedDocument, term: Absence['term'], path?: string): Words | true | null => {
  if (isEmpty(term!(document.terms!))) return true;
  if (path && document.articles && !isWorded(document.articles, path))
    return {
      fr: 'La condition est renseignée, mais aucun article ne la dit.',
      en: 'The condition is set, but no article words it.',
    };
  return null;
};

/** An article words a path when it words it, what contains it, or what it contains. */
export const isWorded = (articles: Readonly<Record<string, string>>, path: string): boolean =>
  Object.keys(articles).some((worded) => worded === path || worded.startsWith(`${path}.`) || path.startsWith(`${worded}.`));

/** Said at least once: nothing is missing. */
export const unlessSaid =
  (...concepts: readonly Concept[]): Absence['missing'] =>
  (document) =>
    concepts.some((concept) => saying(document, concept)) ? null : true;

/** Each part must be said; those that are not are named. */
export const eachOf =
  (parts: readonly { name: Words; said: Concept | ((document: PreparedDocument) => boolean) }[]): Absence['missing'] =>
  (document) => {
    const lacking = parts.filter(({ said }) => !(typeof said === 'function' ? said(document) : saying(document, said)));
    if (lacking.length === 0) return null;
    return {
      fr: `Il manque : ${lacking.map(({ name }) => name.fr).join(' ; ')}.`,
      en: `Missing: ${lacking.map(({ name }) => name.en).join('; ')}.`,
    };
  };
