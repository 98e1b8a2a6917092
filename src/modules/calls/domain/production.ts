import { refuse } from '../../../shared/decision.ts';
import { type Instant, millisecondsBetween } from '../../../shared/time.ts';

/** Whole minutes of production, rounded to the nearest: 120 minutes less a second are 120. */
export const productionMinutes = (startedAt: Instant, stoppedAt: Instant): number =>
  Math.round(millisecondsBetween(startedAt, stoppedAt) / 60_000);

/** A session longer than this was forgotten open: nobody calls twelve hours. */
const longestSessionMinutes = 12 * 60;

/** Time declared afterwards stays within the past, in order and plausible. */
export const checkDeclaredSession = (startedAt: Instant, stoppedAt: Instant, now: Instant) => {
  if (stoppedAt <= startedAt) return refuse('session_reversed');
  if (stoppedAt > now) return refuse('session_in_the_future');
  return productionMinutes(startedAt, stoppedAt) > longestSessionMinutes
    ? refuse('session_too_long', { hours: longestSessionMinutes / 60 })
    : null;
};
