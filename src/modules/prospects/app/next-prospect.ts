import type { Tx } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { MissionId, ProspectId, UserId } from '../../../shared/ids.ts';
import { type Instant, addMinutes } from '../../../shared/time.ts';
import { type Pick, countNoneLeft, pickNext, releaseExpired } from '../db/pick-next.ts';
import { type ProspectCard, prospectById } from '../db/prospects.store.ts';
import { setLease } from '../db/prospects.store.ts';
import { type NoneLeft, type PickReason, whyNobody, whyThisOne } from '../domain/calling/explain-next.ts';

export type NextProspectAsked = {
  missionId: MissionId;
  callerId: UserId;
  now: Instant;
  /** How long the prospect stays theirs without a sign of life, in minutes. */
  leaseMinutes: number;
  /** Attempts after which a prospect is no longer served, when the signed terms bound them. */
  maxAttempts?: number;
  /** Minutes after which a callback that its owner missed goes to the team; 15 unless told. */
  missedAfterMinutes?: number;
};

type Because = { fr: string; en: string };
export type NextProspect =
  | { found: true; prospect: ProspectCard; reason: PickReason; because: Because; leasedUntil: Instant }
  | { found: false; left: NoneLeft; because: Because };

/** The next right person to call, leased to this caller, with why this one; or nobody, with why. */
export const nextProspect = async (tx: Tx, asked: NextProspectAsked): Promise<NextProspect> => {
  const { missionId, now, leaseMinutes, maxAttempts = 1_000, missedAfterMinutes = 15 } = asked;
  const query = {
    ...asked,
    maxAttempts,
    until: addMinutes(now, leaseMinutes),
    missedBefore: addMinutes(now, -missedAfterMinutes),
  };
  let pick = await pickNext(tx, query);
  // Perhaps all that is left is held by someone who went away and was not swept yet.
  if (!pick && (await releaseExpired(tx, now, missionId)) > 0) pick = await pickNext(tx, query);
  if (pick) return served(tx, pick);
  const left = await countNoneLeft(tx, missionId, now);
  return { found: false, left, because: { fr: whyNobody(left, now, 'fr'), en: whyNobody(left, now, 'en') } };
};

const served = async (tx: Tx, pick: Pick): Promise<NextProspect> => {
  const prospect = (await prospectById(tx, pick.prospectId))!;
  const because = { fr: whyThisOne(pick.reason, pick, 'fr'), en: whyThisOne(pick.reason, pick, 'en') };
  return { found: true, prospect, reason: pick.reason, because, leasedUntil: pick.leasedUntil };
};

/** A caller still at work keeps the prospect longer; too late once the lease ran out and someone else may have it. */
export const extendLease = async (
  tx: Tx,
  asked: { prospectId: ProspectId; callerId: UserId; now: Instant; leaseMinutes: number },
) => {
  const until = addMinutes(asked.now, asked.leaseMinutes);
  return (await setLease(tx, { ...asked, until })) ? { ok: true as const, until } : refuse('lease_lost');
};
