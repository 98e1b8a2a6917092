import type { Database } from '../../../platform/db/index.ts';
import type { Pdf } from '../../../platform/pdf/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import { compareContents } from '../domain/compare-contents.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { NegotiationSubject } from '../domain/negotiation.ts';
import { type ComparisonDocument, renderComparison } from '../documents/comparison.document.ts';
import { termWords } from '../documents/term-words.ts';
import { type Discussion, inDiscussion, type Someone } from './in-discussion.ts';
import { comparedDocument, type Negotiable } from './negotiable.ts';
import { nextRevision } from './next-revision.ts';

/** Two revisions by their number; `next` is the one that the accepted changes would make. */
export type Asked = { from: number; to: number | 'next' };

/** What changed between two revisions, for whoever is a party to the document. */
export const compareRevisions =
  ({ db }: { db: Database }) =>
  (actor: Someone, subject: NegotiationSubject, asked: Asked) =>
    inDiscussion(db, actor, subject, (discussion) => comparisonAsked(discussion, asked));

const comparisonAsked = async ({ tx, document }: Pick<Discussion, 'tx' | 'document'>, { from, to }: Asked) => {
  const before = document.revisions.find(({ revision }) => revision === from);
  if (!before) return refuse('unknown_revision');
  if (to === 'next') {
    const next = await nextRevision(tx, document);
    if (!next.ok) return next;
    const { content, parts, findings } = await document.revised(next.agreed);
    const comparison = compareContents(
      comparedDocument(document, before.content),
      { terms: content.terms, articles: content.articles, parts },
      termWords,
    );
    return answerOf(document, comparison, heading(before), { revision: document.revision + 1, sentAt: null }, findings);
  }
  const after = document.revisions.find(({ revision }) => revision === to);
  if (!after) return refuse('unknown_revision');
  return answerOf(document, betweenRevisions(document, from, to)!, heading(before), heading(after), []);
};

type Heading = { revision: number; sentAt: Instant | null };
const heading = ({ revision, sentAt }: Heading): Heading => ({ revision, sentAt });

const answerOf = (
  document: Negotiable,
  comparison: Comparison,
  before: Heading,
  after: Heading,
  findings: readonly { fr: string; en: string }[],
) => ({ ok: true as const, compared: { title: document.title, before, after, comparison, findings: [...findings] } });

export const betweenRevisions = (document: Negotiable, from: number, to: number): Comparison | null => {
  const content = (wanted: number) => document.revisions.find(({ revision }) => revision === wanted)?.content;
  const [before, after] = [content(from), content(to)];
  if (!before || !after) return null;
  return compareContents(comparedDocument(document, before), comparedDocument(document, after), termWords);
};

/** The comparison as a document that a lawyer can read: rendered on demand, from what was frozen. */
export const comparisonPdf =
  ({ db, pdf }: { db: Database; pdf: Pdf }) =>
  async (actor: Someone, subject: NegotiationSubject, { from, to }: { from: number; to: number }) => {
    const read = await inDiscussion(db, actor, subject, async ({ tx, document }) => {
      const printed = printedComparison(document, from, to);
      return printed ? { ok: true as const, printed, at: tx.now } : refuse('unknown_revision');
    });
    if (!read.ok) return read;
    const { bytes } = await renderComparison(pdf, read.printed, { createdAt: read.at });
    return { ok: true as const, bytes, name: `${read.printed.number}-comparaison-${from}-${to}.pdf` };
  };

export const printedComparison = (document: Negotiable, from: number, to: number): ComparisonDocument | null => {
  const comparison = betweenRevisions(document, from, to);
  const at = (wanted: number) => document.revisions.find(({ revision }) => revision === wanted);
  const [before, after] = [at(from), at(to)];
  if (!comparison || !before || !after) return null;
  return {
    demo: document.isDemo,
    number: document.content.number,
    title: document.title,
    provider: document.provider.organisation,
    client: document.client.organisation,
    before: { label: `Révision ${from}`, sentAt: before.sentAt, sha256: before.contentSha256 },
    after: { label: `Révision ${to}`, sentAt: after.sentAt, sha256: after.contentSha256 },
    comparison,
    voids: document.revisions.filter(({ revision }) => revision >= from && revision < to).flatMap(({ voids }) => [...voids]),
  };
};
