import type { Database, Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { newId } from '../../../shared/ids.ts';
import { articleOf } from '../../contracts/index.ts';
import { answerItem } from '../domain/answer-item.ts';
import { articleNumbers, flatClauses } from '../domain/clause-passages.ts';
import {
  authorOf,
  type Item,
  type NegotiationFact,
  type NegotiationSubject,
  type NegotiationVerb,
  type Proposal,
  type Target,
} from '../domain/negotiation.ts';
import { checkTermProposal, makeComment, proposeChange, realEdits } from '../domain/propose-change.ts';
import { negotiableTerm } from '../domain/term-fields.ts';
import { addMessage, insertItem, lockItem, updateItem } from '../db/negotiation.store.ts';
import { rewriteClause } from '../documents/rewrite-clause.ts';
import { inDiscussion, type Someone } from './in-discussion.ts';
import type { Negotiable } from './negotiable.ts';
import { clauseBody } from './read-discussion.ts';
import { tellTheOther } from './news.ts';

export const topicOf = ({ type, id }: NegotiationSubject): string => `negotiation:${type}:${id}`;

export type Opening = { target: Target; text: string; proposal: Proposal | null };

/** Opens a thread on the document, an article or a condition: a remark, or a change in writing. */
export const openItem =
  ({ db }: { db: Database }) =>
  (actor: Someone, subject: NegotiationSubject, { target, text, proposal }: Opening) =>
    inDiscussion(db, actor, subject, async ({ tx, document, party, name }) => {
      const named = nameOf(document, target);
      if (!named) return refuse('unknown_item');
      const checked = proposal ? checkProposal(document, target, proposal) : { ok: true as const, proposal: null };
      if (!checked.ok) return checked;
      const item: Item = {
        id: newId<string>(),
        subject,
        dossierId: document.dossierId,
        revision: document.revision,
        target,
        ...named,
        status: 'open',
        openedBy: party,
        proposal: checked.proposal,
        proposedBy: checked.proposal && party,
        answeredBy: null,
        includedIn: null,
        openedAt: tx.now,
        updatedAt: tx.now,
        version: 0,
      };
      const standing = { negotiable: document.isOpen, revision: document.revision };
      const decision = checked.proposal
        ? proposeChange(item, { proposal: checked.proposal, reason: text }, standing)
        : makeComment(item, { text }, standing);
      if (!decision.ok) return decision;
      await insertItem(tx, item);
      await keep(tx, document, item, decision.facts, {
        party,
        name,
        verb: checked.proposal ? 'propose' : 'comment',
        text: text.trim(),
        proposal: checked.proposal,
      });
      return { ok: true as const, itemId: item.id };
    });

export type Answering = { verb: Exclude<NegotiationVerb, 'propose'>; text: string; proposal: Proposal | null; version: number };

/** Answers in a thread: a word, a counter-proposal, yes, no, or taking something back. */
export const answerThread =
  ({ db }: { db: Database }) =>
  (actor: Someone, subject: NegotiationSubject, itemId: string, { verb, text, proposal, version }: Answering) =>
    inDiscussion(db, actor, subject, async ({ tx, document, party, name }) => {
      const item = await lockItem(tx, subject, itemId);
      if (!item) return refuse('unknown_item');
      // A yes is to what was read: an answer that crossed another one is told, not applied to what nobody saw.
      if (item.version !== version) return refuse('changed_meanwhile');
      const checked =
        verb === 'counter' && proposal ? checkProposal(document, item.target, proposal) : { ok: true as const, proposal: null };
      if (!checked.ok) return checked;
      const decision = answerItem(
        item,
        { verb, by: party, text, proposal: checked.proposal },
        { negotiable: document.isOpen, revision: document.revision },
      );
      if (!decision.ok) return decision;
      const countered = decision.facts[0]!.type === 'ChangeProposed';
      await updateItem(tx, item.id, {
        status: decision.to,
        proposal: countered ? checked.proposal : item.proposal,
        proposedBy: countered ? party : item.proposedBy,
        answeredBy: verb === 'accept' || verb === 'decline' ? party : verb === 'reopen' ? null : item.answeredBy,
      });
      await keep(tx, document, item, decision.facts, { party, name, verb, text: text.trim(), proposal: checked.proposal });
      return { ok: true as const, itemId: item.id, status: decision.to, was: authorOf(item) };
    });

type Said = { party: Item['openedBy']; name: string; verb: NegotiationVerb; text: string; proposal: Proposal | null };

const keep = async (tx: Tx, document: Negotiable, item: Item, facts: readonly NegotiationFact[], said: Said): Promise<void> => {
  await addMessage(tx, item.id, said);
  await recordFacts<NegotiationFact>(tx, { dossierId: item.dossierId, stream: { type: 'negotiation', id: item.id }, facts });
  await tellTheOther(tx, document, item, said);
  announce(tx, { topic: topicOf(item.subject) });
};

/** What a thread is about, as printed; null when the document holds no such article or condition. */
const nameOf = (document: Negotiable, target: Target): Pick<Item, 'label' | 'article'> | null => {
  if (target.kind === 'document') return { label: document.title, article: null };
  if (target.kind === 'term') {
    const term = negotiableTerm(document.content.terms, target.path);
    return term ? { label: term.fr, article: articleOf(document.content.articles, target.path) ?? null } : null;
  }
  const clause = flatClauses(document.partsIn(document.content), new Map()).find(({ id }) => id === target.clauseId);
  return clause ? { label: clause.title, article: clause.number } : null;
};

/** A proposal that could enter the contract as it is: a possible value, or sentences that keep what the conditions say. */
const checkProposal = (document: Negotiable, target: Target, proposal: Proposal) => {
  if (target.kind === 'term' && proposal.kind === 'term') {
    const checked = checkTermProposal(document.content.terms, target.path, proposal.value);
    return checked.ok ? { ok: true as const, proposal } : checked;
  }
  if (target.kind !== 'clause' || proposal.kind !== 'clause') return refuse('nothing_proposed');
  const edits = realEdits(proposal.edits);
  const body = clauseBody(document, target.clauseId);
  if (body === null) return refuse('unknown_item');
  if (edits.length === 0) return refuse('nothing_proposed');
  const numbers = articleNumbers(document.partsIn(document.content));
  const rewritten = rewriteClause({ id: target.clauseId, body }, edits, { variables: document.variables, numbers });
  return rewritten.ok ? { ok: true as const, proposal: { kind: 'clause' as const, edits } } : rewritten;
};
