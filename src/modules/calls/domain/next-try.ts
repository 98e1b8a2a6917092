import { addMinutes, civilDateOf, type Instant } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';
import { type Callee, isHolidayFor, isInSlot, nextSlotStart } from './callee-calendar.ts';
import { type OutcomeCode, outcomes } from './outcomes.ts';

/**
 * When a prospect that was not reached is tried again: after the outcome's own delay and the signed one, in a signed slot.
 * Null when the attempts are used up or the mission is over by then: the prospect is closed.
 */
export const nextTryAt = (
  code: OutcomeCode,
  attemptsMade: number,
  { calling, period }: Terms,
  callee: Callee,
  now: Instant,
): Instant | null => {
  if (attemptsMade >= calling.attemptsPerProspect) return null;
  const outcome = outcomes[code];
  const wait = Math.max(outcome.retryMinutes ?? 0, outcome.countsAsAttempt ? calling.hoursBetweenAttempts * 60 : 0);
  const earliest = addMinutes(now, wait);
  const isClosed = (day: Parameters<typeof isHolidayFor>[0]) => calling.publicHolidays === 'closed' && isHolidayFor(day, callee);
  const open = isInSlot(calling.slots, earliest, callee.timeZone) && !isClosed(civilDateOf(earliest, callee.timeZone));
  const at = open ? earliest : nextSlotStart(calling.slots, earliest, callee.timeZone, isClosed);
  return at !== null && civilDateOf(at, callee.timeZone) <= period.endsOn ? at : null;
};
