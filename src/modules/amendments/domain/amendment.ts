import type { Brand } from '../../../shared/brand.ts';
import type { ClientId, DocumentId, DossierId, MissionId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { ClauseOperation, DraftTerms } from '../../contracts/index.ts';
import type { AmendmentContent } from './amendment-content.ts';
import type { Computation } from './computation.ts';

export type AmendmentId = Brand<string, 'AmendmentId'>;
export type AmendmentStatus =
  | 'draft'
  | 'discarded' // a draft that nobody will send
  | 'sent'
  | 'signed'
  | 'refused'
  | 'expired'
  | 'withdrawn'
  | 'overtaken'; // another amendment, signed first, changed what this one rested on

/** Why an amendment is prepared: by hand, or because the mission reached the edge of what was signed. */
export const originKinds = ['manual', 'volume', 'hypothesis', 'request'] as const;
export type OriginKind = (typeof originKinds)[number];
export type Origin = {
  kind: OriginKind;
  /** The volume, the hypothesis or the request that it answers; null by hand. */
  ref: string | null;
  /** How its price was found; empty when none was. */
  computation: readonly Computation[];
};

/** A change of the signed conditions, from its draft to its effect. A draft changes freely; once sent it is only answered. */
export type Amendment = {
  id: AmendmentId;
  missionId: MissionId;
  dossierId: DossierId;
  clientId: ClientId;
  subject: string;
  reason: string;
  /** null: from the last signature. */
  effectiveAt: Instant | null;
  validUntil: CivilDate | null;
  /** The version of the terms that the draft was written against. */
  baseVersion: number;
  draft: DraftTerms;
  clauses: readonly ClauseOperation[];
  origin: Origin;
  /** Grows with each saved change: two tabs cannot overwrite each other. */
  revision: number;
  createdAt: Instant;
  updatedAt: Instant;
} & (
  { status: 'draft' | 'discarded'; frozen: null } | { status: Exclude<AmendmentStatus, 'draft' | 'discarded'>; frozen: Frozen }
);

export type Frozen = {
  number: string;
  /** « Avenant n° 2 »: its order among those sent for this mission. */
  rank: number;
  content: AmendmentContent;
  contentSha256: string;
  sentAt: Instant;
  /** null while the worker renders the PDF. */
  documentId: DocumentId | null;
  consolidatedId: DocumentId | null;
  signatureRequestId: string;
  signedAt: Instant | null;
  rulesFrom: Instant | null;
  closedAt: Instant | null;
  closedReason: string | null;
};

type Named = { amendmentId: AmendmentId; missionId: MissionId; number: string };
export type AmendmentDrafted = {
  type: 'AmendmentDrafted';
  amendmentId: AmendmentId;
  missionId: MissionId;
  subject: string;
  origin: OriginKind;
};
export type AmendmentSent = Named & {
  type: 'AmendmentSent';
  rank: number;
  contentSha256: string;
  effectiveAt: Instant | null;
  validUntil: CivilDate;
  differenceCents: number;
};
export type AmendmentSigned = Named & {
  type: 'AmendmentSigned';
  rank: number;
  signedAt: Instant;
  rulesFrom: Instant;
  level: 'electronic' | 'paper';
};
export type AmendmentRefused = Named & { type: 'AmendmentRefused'; reason: string };
export type AmendmentExpired = Named & { type: 'AmendmentExpired'; validUntil: CivilDate };
export type AmendmentWithdrawn = Named & { type: 'AmendmentWithdrawn'; reason: string };
/** Lost the race: the conditions it was written against were changed by another amendment, signed first. */
export type AmendmentOvertaken = Named & { type: 'AmendmentOvertaken'; by: string; paths: readonly string[] };
/** New terms are in force from an instant, for every engine. */
export type TermsAmended = {
  type: 'TermsAmended';
  missionId: MissionId;
  amendmentId: AmendmentId;
  number: string;
  rank: number;
  version: number;
  effectiveAt: Instant;
  termsSha256: string;
};
export type AmendmentFact =
  | AmendmentDrafted
  | AmendmentSent
  | AmendmentSigned
  | AmendmentRefused
  | AmendmentExpired
  | AmendmentWithdrawn
  | AmendmentOvertaken
  | TermsAmended;

/** Which verb leads where, and who says it. The rules, the buttons and the test that walks every pair read it. */
export const amendmentTransitions = {
  save: { from: ['draft'], to: 'draft', by: ['owner'] },
  discard: { from: ['draft'], to: 'discarded', by: ['owner'] },
  send: { from: ['draft'], to: 'sent', by: ['owner'] },
  sign: { from: ['sent'], to: 'signed', by: ['both'] },
  refuse: { from: ['sent'], to: 'refused', by: ['client'] },
  expire: { from: ['sent'], to: 'expired', by: ['system'] },
  withdraw: { from: ['sent'], to: 'withdrawn', by: ['owner'] },
  overtake: { from: ['sent'], to: 'overtaken', by: ['system'] },
} as const satisfies Record<
  string,
  { from: readonly AmendmentStatus[]; to: AmendmentStatus; by: readonly ('owner' | 'client' | 'both' | 'system')[] }
>;
export type AmendmentVerb = keyof typeof amendmentTransitions;

export const may = (verb: AmendmentVerb, status: AmendmentStatus): boolean =>
  (amendmentTransitions[verb].from as readonly AmendmentStatus[]).includes(status);
