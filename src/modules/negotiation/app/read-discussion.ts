import type { Database } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { articleOf, labelOf } from '../../contracts/index.ts';
import { mayAnswer } from '../domain/answer-item.ts';
import { flatClauses } from '../domain/clause-passages.ts';
import { awaitingRevision } from '../domain/gather-changes.ts';
import { type Item, type Message, negotiationVerbs, type NegotiationSubject, type Proposal } from '../domain/negotiation.ts';
import { redline } from '../domain/redline.ts';
import { negotiableTerms } from '../domain/term-fields.ts';
import { termAt } from '../domain/term-values.ts';
import { articleSentences } from '../documents/article-sentences.ts';
import { termWords } from '../documents/term-words.ts';
import { itemsOf, threadsOf } from '../db/negotiation.store.ts';
import { type Discussion, inDiscussion, type Someone } from './in-discussion.ts';
import type { Negotiable, NegotiatedContent } from './negotiable.ts';

/** Everything that is discussed on a document, what may be answered by who asks, and its revisions. */
export const readDiscussion =
  ({ db }: { db: Database }) =>
  (actor: Someone, subject: NegotiationSubject) =>
    inDiscussion(db, actor, subject, async (discussion) => ({ ok: true as const, discussion: await discussionBody(discussion) }));

const discussionBody = async ({ tx, document, party }: Discussion) => {
  const [items, threads] = [await itemsOf(tx, document.subject), await threadsOf(tx, document.subject)];
  const standing = { negotiable: document.isOpen };
  const clauses = flatClauses(document.partsIn(document.content), new Map());
  return {
    subject: document.subject,
    title: document.title,
    party,
    isOpen: document.isOpen,
    revision: document.revision,
    validUntil: document.validUntil,
    client: document.client.organisation,
    provider: document.provider.organisation,
    clauses: clauses.map(({ id, title, part, number }) => ({ clauseId: id, title, part, number })),
    terms: negotiableTerms(document.content.terms).map((term) => ({
      ...term,
      heading: labelOf(term.path).heading,
      article: articleOf(document.content.articles, term.path) ?? null,
      value: termAt(document.content.terms, term.path) ?? null,
      words: [...termWords(term.path, termAt(document.content.terms, term.path) ?? null)],
    })),
    items: items.map((item) => ({
      ...item,
      change: changeShown(item, item.proposal, document),
      can: Object.fromEntries(
        negotiationVerbs
          .filter((verb) => verb !== 'propose')
          .map((verb) => {
            const allowed = mayAnswer(item, { verb, by: party }, standing);
            return [verb, allowed.ok ? { allowed: true } : { allowed: false, code: allowed.code, details: allowed.details }];
          }),
      ),
      thread: (threads.get(item.id) ?? []).map((message) => ({
        ...message,
        change: changeShown(item, message.proposal, document),
      })),
    })),
    awaiting: awaitingRevision(items).map(({ id }) => id),
    revisions: document.revisions.map(({ content: _, ...revision }) => ({ ...revision, voids: [...revision.voids] })),
  };
};

/** A proposal in the words of the contract: from what to what, or the words that change. */
const changeShown = (item: Item, proposal: Proposal | null, document: Negotiable) => {
  if (!proposal) return null;
  if (proposal.kind === 'clause')
    return {
      kind: 'clause' as const,
      edits: proposal.edits.map((edit) => ({ ...edit, redline: [...redline(edit.before, edit.after)] })),
    };
  const path = item.target.kind === 'term' ? item.target.path : '';
  const then = contentAt(document, item.revision);
  return {
    kind: 'term' as const,
    value: proposal.value,
    from: [...termWords(path, termAt(then.terms, path) ?? null)],
    to: [...termWords(path, proposal.value)],
  };
};

const contentAt = ({ revisions, content }: Negotiable, revision: number): NegotiatedContent =>
  revisions.find((one) => one.revision === revision)?.content ?? content;

export type Discussed = Awaited<ReturnType<typeof discussionBody>>;
export type ThreadEntry = Message;

/** One article as it was sent, sentence by sentence: which of them may be rewritten, and which conditions it words. */
export const readArticle =
  ({ db }: { db: Database }) =>
  (actor: Someone, subject: NegotiationSubject, clauseId: string) =>
    inDiscussion(db, actor, subject, async ({ document }) => {
      const found = articleSentences(document.partsIn(document.content), {
        clauseId,
        body: clauseBody(document, clauseId),
        variables: document.variables,
      });
      const reference = document.content.clauses.find(({ id }) => id === clauseId);
      if (!found || !reference) return refuse('unknown_negotiation');
      const within = (article: string | null) => article === found.number || article?.startsWith(`${found.number}.`) === true;
      return {
        ok: true as const,
        article: {
          clauseId,
          ...found,
          negotiated: reference.source !== undefined,
          terms: negotiableTerms(document.content.terms)
            .filter(({ path }) => within(articleOf(document.content.articles, path) ?? null))
            .map(({ path }) => path),
        },
      };
    });

/** The text of a clause as this document froze it, before its values are written in. */
export const clauseBody = ({ content, catalog }: Negotiable, clauseId: string): string | null => {
  const reference = content.clauses.find(({ id }) => id === clauseId);
  if (!reference) return null;
  if (reference.source) return reference.source.replace(/^---\n[\s\S]*?\n---\n/, '');
  return catalog.clause(clauseId, reference.version)?.body ?? null;
};
