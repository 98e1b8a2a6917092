import type { ClientId, DossierId, FrictionId, MissionId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { TermPath } from '../../contracts/index.ts';

/** Where a point of friction showed: what the client refused, what was disputed, what was asked and not sold, or what somebody noted. */
export const frictionOrigins = ['refusal', 'dispute', 'ruling', 'offer_refused', 'out_of_scope', 'noted'] as const;
export type FrictionOrigin = (typeof frictionOrigins)[number];

/** The four risks that the article names. */
export const frictionRisks = ['unpaid', 'drift', 'results', 'data'] as const;
export type FrictionRisk = (typeof frictionRisks)[number];

/**
 * open: nobody has written its clause. worded: a clause answers it and is on its way (draft, read again, pilot).
 * settled: that clause is published, every new document carries it. set_aside: it needs none, and the reason is kept.
 */
export const frictionStates = ['open', 'worded', 'settled', 'set_aside'] as const;
export type FrictionState = (typeof frictionStates)[number];

/** A misunderstanding met in missions, told once however often it came back, until a clause answers it. */
export type Friction = {
  id: FrictionId;
  /** What makes two stories the same point: the same condition, disputed the same way. */
  key: string;
  title: string;
  risk: FrictionRisk;
  /** The condition that was read in two ways, when there is one. */
  termPath: TermPath | null;
  state: FrictionState;
  clause: { id: string; version: number } | null;
  setAsideReason: string | null;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
};

/** One time that it showed, with the words that were said then. */
export type Occurrence = {
  origin: FrictionOrigin;
  at: Instant;
  words: string;
  ref: string | null;
  dossierId: DossierId | null;
  missionId: MissionId | null;
  clientId: ClientId | null;
};

export type FrictionMet = { type: 'FrictionMet'; frictionId: FrictionId; title: string; origin: FrictionOrigin; words: string };
export type FrictionWorded = {
  type: 'FrictionWorded';
  frictionId: FrictionId;
  title: string;
  clauseId: string;
  clauseVersion: number;
};
export type FrictionSettled = {
  type: 'FrictionSettled';
  frictionId: FrictionId;
  title: string;
  clauseId: string;
  clauseVersion: number;
};
export type FrictionSetAside = { type: 'FrictionSetAside'; frictionId: FrictionId; title: string; reason: string };
export type FrictionReopened = { type: 'FrictionReopened'; frictionId: FrictionId; title: string; why: string };
export type FrictionFact = FrictionMet | FrictionWorded | FrictionSettled | FrictionSetAside | FrictionReopened;
