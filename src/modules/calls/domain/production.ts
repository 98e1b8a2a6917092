import { refuse } from '../../../shared/decision.ts';
import { type Instant, millisecondsBetween } from '../../../shared/time.ts';

/** Whole minutes of production, rounded to the nearest: 120 minutes less a second are 120. */
export const productionMinutes = (startedAt: Instant, stoppedAt: Instant): number =>
  Math.round(millisecondsBetween(startedAt, stoppedAt) / 60_000);

/** A session longer than this was forgotten open: nobody calls twelve hours. */
const longestSessionMinutes = 12 * 60;

/** Without a call for this long, the caller has left the desk. */
export const idleMinutes = 60;

/**
 * When a session was forgotten open, the moment it really stopped: the last sign of work in it. The contract pays hours that the
 * mission's journal can show; time worked away from the screen is declared afterwards, and marked so.
 */
export const forgottenSince = (startedAt: Instant, lastWorkAt: Instant | null, now: Instant): Instant | null => {
  const last = lastWorkAt && lastWorkAt > startedAt ? lastWorkAt : startedAt;
  return millisecondsBetween(last, now) > idleMinutes * 60_000 ? last : null;
};

/** Time declared afterwards stays within the past, in order and plausible. */
export const checkDeclaredSession = (startedAt: Instant, stoppedAt: Instant, now: Instant) => {
  if (stoppedAt <= startedAt) return refuse('session_reversed');
  if (stoppedAt > now) return refuse('session_in_the_future');
  return productionMinutes(startedAt, stoppedAt) > longestSessionMinutes
    ? refuse('session_too_long', { hours: longestSessionMinutes / 60 })
    : null;
};
