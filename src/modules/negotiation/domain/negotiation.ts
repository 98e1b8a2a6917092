import type { DossierId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { TermPath } from '../../contracts/index.ts';

/** A document that two parties discuss before they sign it. */
export type NegotiationSubject = { type: 'quote' | 'framework'; id: string };
export type NegotiationParty = 'client' | 'provider';

/** What a remark or a proposal is about: the whole document, one article, one condition. */
export type Target = { kind: 'document' } | { kind: 'clause'; clauseId: string } | { kind: 'term'; path: TermPath };

/** A sentence of an article, as it was sent and as it is proposed. What the conditions say in it stays theirs. */
export type PassageEdit = { passageId: string; before: string; after: string };

/** A change in writing: another value for a condition, or other words for an article. */
export type Proposal = { kind: 'term'; value: unknown } | { kind: 'clause'; edits: readonly PassageEdit[] };

export type ItemStatus = 'open' | 'accepted' | 'declined' | 'withdrawn';
export const itemStatuses: readonly ItemStatus[] = ['open', 'accepted', 'declined', 'withdrawn'];

/** One entry of the thread. Nothing in it is ever edited: what was said stays. */
export type Message = {
  at: Instant;
  party: NegotiationParty;
  name: string;
  verb: NegotiationVerb;
  text: string;
  proposal: Proposal | null;
};

/** One thing under discussion, with everything that was said about it. */
export type Item = {
  id: string;
  subject: NegotiationSubject;
  dossierId: DossierId;
  /** The revision of the document on which it was opened. */
  revision: number;
  target: Target;
  /** What it is about, as printed: « Délai de règlement », « Paiement et retard ». */
  label: string;
  article: string | null;
  status: ItemStatus;
  openedBy: NegotiationParty;
  /** The change on the table; null on a remark. */
  proposal: Proposal | null;
  proposedBy: NegotiationParty | null;
  /** Who accepted or declined, until it is taken back. */
  answeredBy: NegotiationParty | null;
  /** The revision that brings it in. */
  includedIn: number | null;
  openedAt: Instant;
  updatedAt: Instant;
  version: number;
};

export type NegotiationVerb = 'comment' | 'propose' | 'counter' | 'accept' | 'decline' | 'withdraw' | 'reopen';
export const negotiationVerbs: readonly NegotiationVerb[] = [
  'comment',
  'propose',
  'counter',
  'accept',
  'decline',
  'withdraw',
  'reopen',
];

/** Whoever may use a verb: anyone; who made what is on the table; the other one; who gave the answer. */
type Hand = 'anyone' | 'author' | 'other' | 'answerer';
type Step = { to: ItemStatus; by: Hand };

/** What may be said from where, and by whom. What is not written here is refused. */
export const negotiationSteps: Readonly<Record<ItemStatus, Partial<Record<Exclude<NegotiationVerb, 'propose'>, Step>>>> = {
  open: {
    comment: { to: 'open', by: 'anyone' },
    counter: { to: 'open', by: 'other' },
    accept: { to: 'accepted', by: 'other' },
    decline: { to: 'declined', by: 'other' },
    withdraw: { to: 'withdrawn', by: 'author' },
  },
  // Until the revision leaves, an answer may be taken back by who gave it; the thread keeps both.
  accepted: { comment: { to: 'accepted', by: 'anyone' }, reopen: { to: 'open', by: 'answerer' } },
  declined: { comment: { to: 'declined', by: 'anyone' }, reopen: { to: 'open', by: 'answerer' } },
  withdrawn: {},
};

/** Who made what is on the table: the last proposal, or the remark itself. */
export const authorOf = ({ proposedBy, openedBy }: Pick<Item, 'proposedBy' | 'openedBy'>): NegotiationParty =>
  proposedBy ?? openedBy;

export const otherParty = (party: NegotiationParty): NegotiationParty => (party === 'client' ? 'provider' : 'client');

type About = {
  itemId: string;
  subject: NegotiationSubject;
  revision: number;
  target: Target;
  label: string;
  article: string | null;
  by: NegotiationParty;
};
export type CommentMade = { type: 'CommentMade'; text: string } & About;
/** Who asked for which words, and that they could be discussed: C. civ. 1171 and 1190 look at it. */
export type ChangeProposed = {
  type: 'ChangeProposed';
  proposal: Proposal;
  reason: string;
  /** Answers a proposal of the other party. */
  counters: boolean;
  negotiable: true;
} & About;
export type ChangeAccepted = { type: 'ChangeAccepted'; proposal: Proposal } & About;
export type ChangeDeclined = { type: 'ChangeDeclined'; reason: string } & About;
export type ChangeWithdrawn = { type: 'ChangeWithdrawn' } & About;
/** An answer was taken back before the revision left. */
export type ChangeReopened = { type: 'ChangeReopened'; was: 'accepted' | 'declined' } & About;
export type NegotiationFact = CommentMade | ChangeProposed | ChangeAccepted | ChangeDeclined | ChangeWithdrawn | ChangeReopened;
