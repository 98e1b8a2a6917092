import { civilDateOf, daysBetween, type Instant } from '../../../shared/time.ts';

export type SuspensionGround = 'receivable_cap' | 'non_performance';

/** What a mission's life says of it at one moment. The dial gate reads it before every call. */
export type Standing = {
  /** The instant at which a termination takes effect; it may be still to come, while the notice runs. */
  terminatedAt: Instant | null;
  suspension: { ground: SuspensionGround; since: Instant } | null;
  /** Days of suspension that are over: the mission's term is put off by as many. */
  suspendedDays: number;
};

export type SuspensionSpan = { ground: SuspensionGround; beganAt: Instant; endedAt: Instant | null };

/** The days that a suspension took out of the mission, counted on the French calendar. */
export const daysOf = (beganAt: Instant, endedAt: Instant): number => daysBetween(civilDateOf(beganAt), civilDateOf(endedAt));

export const standingAt = (suspensions: readonly SuspensionSpan[], terminatedAt: Instant | null, at: Instant): Standing => {
  const current = suspensions.find(({ beganAt, endedAt }) => beganAt <= at && (endedAt === null || at < endedAt));
  return {
    terminatedAt,
    suspension: current ? { ground: current.ground, since: current.beganAt } : null,
    suspendedDays: suspensions.reduce(
      (days, { beganAt, endedAt }) => (endedAt !== null && endedAt <= at ? days + daysOf(beganAt, endedAt) : days),
      0,
    ),
  };
};
