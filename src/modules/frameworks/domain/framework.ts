import type { ClauseSelection } from '../../clauses/index.ts';
import type { DraftTerms, FrameworkContent, FrameworkFrame } from '../../contracts/index.ts';
import type { ClientId, DocumentId, DossierId, FrameworkId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { VoidedSignature } from '../../signing/index.ts';

export type FrameworkStatus = 'draft' | 'sent' | 'signed' | 'refused' | 'expired' | 'withdrawn' | 'ended';

type Partly<T> = T extends readonly (infer Item)[]
  ? Partly<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Partly<T[Key]> | null }
    : T | null;

/** What the editor holds: the frame, and the conditions that every order will share. Any part may still be missing. */
export type FrameworkDraft = { frame: Partly<FrameworkFrame>; shared: DraftTerms };

/** The rules of a lasting relation. A draft changes freely; once sent it is frozen; signed, orders fall under it until it ends. */
export type Framework = {
  id: FrameworkId;
  dossierId: DossierId;
  clientId: ClientId;
  title: string;
  draft: FrameworkDraft;
  selection: ClauseSelection | null;
  /** Grows with each saved change: two tabs cannot overwrite each other. */
  revision: number;
  validUntil: CivilDate | null;
  createdAt: Instant;
  updatedAt: Instant;
  version: number;
} & ({ status: 'draft'; frozen: null } | { status: Exclude<FrameworkStatus, 'draft'>; frozen: FrozenFramework });

export type FrozenFramework = {
  number: string;
  /** 1 as first sent; each accepted negotiation adds one, under the same number. */
  revision: number;
  content: FrameworkContent;
  contentSha256: string;
  sentAt: Instant;
  documentId: DocumentId | null;
  signatureRequestId: string | null;
  signedAt: Instant | null;
  /** The last day, renewals counted; null until signed. */
  endsOn: CivilDate | null;
  renewals: number;
  renewalStoppedOn: CivilDate | null;
  closedAt: Instant | null;
  closedReason: string | null;
};

type About = { frameworkId: FrameworkId; number: string };
export type FrameworkDrafted = { type: 'FrameworkDrafted'; frameworkId: FrameworkId; title: string };
export type FrameworkSent = { type: 'FrameworkSent'; contentSha256: string; validUntil: CivilDate } & About;
export type FrameworkRevised = {
  type: 'FrameworkRevised';
  revision: number;
  contentSha256: string;
  replacesSha256: string;
  validUntil: CivilDate;
  /** What the negotiation agreed, by its own ids. */
  changes: readonly string[];
  voids: readonly VoidedSignature[];
} & About;
export type FrameworkSigned = {
  type: 'FrameworkSigned';
  signedAt: Instant;
  endsOn: CivilDate;
  level: 'electronic' | 'paper';
} & About;
export type FrameworkRefused = { type: 'FrameworkRefused'; reason: string } & About;
export type FrameworkExpired = { type: 'FrameworkExpired'; validUntil: CivilDate } & About;
export type FrameworkWithdrawn = { type: 'FrameworkWithdrawn'; reason: string } & About;
export type FrameworkRenewalStopped = {
  type: 'FrameworkRenewalStopped';
  on: CivilDate;
  endsOn: CivilDate;
  reason: string;
} & About;
export type FrameworkRenewed = {
  type: 'FrameworkRenewed';
  endsOn: CivilDate;
  how: 'tacit' | 'express';
  reason: string | null;
} & About;
export type FrameworkEnded = { type: 'FrameworkEnded'; endedOn: CivilDate } & About;
export type FrameworkFact =
  | FrameworkDrafted
  | FrameworkSent
  | FrameworkRevised
  | FrameworkSigned
  | FrameworkRefused
  | FrameworkExpired
  | FrameworkWithdrawn
  | FrameworkRenewalStopped
  | FrameworkRenewed
  | FrameworkEnded;

/** Who may do what, from where. */
export const frameworkTransitions = {
  save: { from: ['draft'], to: 'draft' },
  send: { from: ['draft'], to: 'sent' },
  revise: { from: ['sent'], to: 'sent' },
  sign: { from: ['sent'], to: 'signed' },
  refuse: { from: ['sent'], to: 'refused' },
  expire: { from: ['sent'], to: 'expired' },
  withdraw: { from: ['sent'], to: 'withdrawn' },
  stop_renewal: { from: ['signed'], to: 'signed' },
  renew: { from: ['signed'], to: 'signed' },
  end: { from: ['signed'], to: 'ended' },
} as const satisfies Record<string, { from: readonly FrameworkStatus[]; to: FrameworkStatus }>;
export type FrameworkVerb = keyof typeof frameworkTransitions;

export const may = (verb: FrameworkVerb, status: FrameworkStatus): boolean =>
  (frameworkTransitions[verb].from as readonly FrameworkStatus[]).includes(status);
