import type { ClientId, DocumentId, DossierId, FrameworkId, QuoteId } from '../../../shared/ids.ts';
import type { Cents } from '../../../shared/money.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { ClauseSelection } from '../../clauses/index.ts';
import type { ContractContent, DraftTerms } from '../../contracts/index.ts';
import type { QuoteForm } from './forms.ts';
import type { VoidedSignature } from '../../signing/index.ts';

export type QuoteStatus = 'draft' | 'sent' | 'signed' | 'refused' | 'expired' | 'withdrawn';

/** An offer, priced and dated. A draft changes freely; once sent it is frozen and only answered. */
export type Quote = {
  id: QuoteId;
  dossierId: DossierId;
  clientId: ClientId;
  title: string;
  form: QuoteForm;
  /** The clauses chosen for it; null: those of the model of its form. */
  selection: ClauseSelection | null;
  frameworkId: FrameworkId | null;
  /** A short mission, capped low, before anything longer is agreed. */
  isTrial: boolean;
  draft: DraftTerms;
  /** Grows with each saved change: two tabs cannot overwrite each other. */
  revision: number;
  validUntil: CivilDate | null;
  netCents: Cents;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
} & ({ status: 'draft'; frozen: null } | { status: Exclude<QuoteStatus, 'draft'>; frozen: FrozenQuote });

export type FrozenQuote = {
  number: string;
  /** 1 as first sent; each accepted negotiation adds one, under the same number. */
  revision: number;
  content: ContractContent;
  contentSha256: string;
  sentAt: Instant;
  /** null while the worker renders the PDF. */
  documentId: DocumentId | null;
  signatureRequestId: string | null;
  closedAt: Instant | null;
  closedReason: string | null;
  /** Optional lines that the client ticked; null until signed. */
  chosenOptions: readonly string[] | null;
};

export type QuoteDrafted = { type: 'QuoteDrafted'; quoteId: QuoteId; title: string; form?: QuoteForm };
export type QuoteSent = {
  type: 'QuoteSent';
  quoteId: QuoteId;
  number: string;
  contentSha256: string;
  validUntil: CivilDate;
  netCents: Cents;
};
export type QuoteRevised = {
  type: 'QuoteRevised';
  quoteId: QuoteId;
  number: string;
  revision: number;
  contentSha256: string;
  replacesSha256: string;
  validUntil: CivilDate;
  netCents: number;
  /** Items of the negotiation that it brings in. */
  changes: readonly string[];
  voids: readonly VoidedSignature[];
};
export type QuoteSigned = {
  type: 'QuoteSigned';
  quoteId: QuoteId;
  number: string;
  signedAt: Instant;
  level: 'electronic' | 'paper';
  /** Ids of the optional lines bought; absent when none was offered. */
  chosenOptions?: readonly string[];
};
export type QuoteRefused = { type: 'QuoteRefused'; quoteId: QuoteId; number: string; reason: string };
export type QuoteExpired = { type: 'QuoteExpired'; quoteId: QuoteId; number: string; validUntil: CivilDate };
export type QuoteWithdrawn = { type: 'QuoteWithdrawn'; quoteId: QuoteId; number: string; reason: string };
export type QuoteFact = QuoteDrafted | QuoteSent | QuoteRevised | QuoteSigned | QuoteRefused | QuoteExpired | QuoteWithdrawn;

/** Who may do what, from where. The buttons, the rules and the test that walks every pair read it. */
export const quoteTransitions = {
  save: { from: ['draft'], to: 'draft' },
  send: { from: ['draft'], to: 'sent' },
  revise: { from: ['sent'], to: 'sent' },
  sign: { from: ['sent'], to: 'signed' },
  refuse: { from: ['sent'], to: 'refused' },
  expire: { from: ['sent'], to: 'expired' },
  withdraw: { from: ['sent'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly QuoteStatus[]; to: QuoteStatus }>;
export type QuoteVerb = keyof typeof quoteTransitions;

export const may = (verb: QuoteVerb, status: QuoteStatus): boolean =>
  (quoteTransitions[verb].from as readonly QuoteStatus[]).includes(status);
