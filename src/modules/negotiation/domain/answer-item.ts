import { record, refuse } from '../../../shared/decision.ts';
import {
  authorOf,
  type Item,
  type NegotiationFact,
  type NegotiationParty,
  negotiationSteps,
  type NegotiationVerb,
  type Proposal,
} from './negotiation.ts';

/** Whether the document may still be discussed, and its revision in force. */
export type Standing = { negotiable: boolean; revision: number };
export type Answer = { verb: Exclude<NegotiationVerb, 'propose'>; by: NegotiationParty; text: string; proposal: Proposal | null };

/** Whether this party may say this now, asked before the click by the screen and again by the server. */
export const mayAnswer = (
  item: Pick<Item, 'status' | 'proposal' | 'proposedBy' | 'openedBy' | 'answeredBy' | 'includedIn'>,
  { verb, by }: Pick<Answer, 'verb' | 'by'>,
  { negotiable }: Pick<Standing, 'negotiable'>,
) => {
  if (!negotiable) return refuse('discussion_closed');
  const reached = negotiationSteps[item.status][verb];
  if (!reached) return refuse('item_closed', { status: item.status });
  if (verb === 'reopen' && item.includedIn !== null) return refuse('already_included', { revision: item.includedIn });
  if (item.proposal === null && (verb === 'accept' || verb === 'decline')) return refuse('nothing_proposed');
  if (reached.by === 'author' && by !== authorOf(item)) return refuse('not_your_proposal');
  // Anyone may answer a remark with a proposal; a proposal is answered by the other party only.
  if (reached.by === 'other' && item.proposal !== null && by === authorOf(item)) return refuse('your_own_proposal');
  if (reached.by === 'answerer' && by !== item.answeredBy) return refuse('not_your_answer');
  return { ok: true as const, to: reached.to };
};

/** One more entry in the thread: a word, a counter-proposal, an answer. A "no" takes a reason; a change takes a proposal. */
export const answerItem = (item: Item, answer: Answer, standing: Standing) => {
  const allowed = mayAnswer(item, answer, standing);
  if (!allowed.ok) return allowed;
  const text = answer.text.trim();
  if (['comment', 'counter', 'decline'].includes(answer.verb) && !text) return refuse('reason_required');
  if (answer.verb === 'counter' && answer.proposal === null) return refuse('nothing_proposed');
  return { ...record<NegotiationFact>(factOf(item, { ...answer, text })), to: allowed.to };
};

const factOf = (item: Item, { verb, by, text, proposal }: Answer): NegotiationFact => {
  const { id: itemId, subject, revision, target, label, article } = item;
  const about = { itemId, subject, revision, target, label, article, by };
  switch (verb) {
    case 'comment':
      return { type: 'CommentMade', ...about, text };
    case 'counter':
      return {
        type: 'ChangeProposed',
        ...about,
        proposal: proposal!,
        reason: text,
        counters: item.proposal !== null,
        negotiable: true,
      };
    case 'accept':
      return { type: 'ChangeAccepted', ...about, proposal: item.proposal! };
    case 'decline':
      return { type: 'ChangeDeclined', ...about, reason: text };
    case 'withdraw':
      return { type: 'ChangeWithdrawn', ...about };
    case 'reopen':
      return { type: 'ChangeReopened', ...about, was: item.status === 'accepted' ? 'accepted' : 'declined' };
  }
};
