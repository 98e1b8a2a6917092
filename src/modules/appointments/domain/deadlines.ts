import { addWorkingDays } from '../../../shared/calendar.ts';
import { civilDateOf, clockTime, type Instant, momentOf } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';

/** Until when the client may answer: so many working days after the booking, at the signed hour, Paris time through summer time. */
export const reviewDeadline = (bookedAt: Instant, { review }: Terms['appointments']): Instant =>
  momentOf(addWorkingDays(civilDateOf(bookedAt), review.workingDays), review.untilTime);

/** Until when a refusal may be contested: the end of the last working day. */
export const contestDeadline = (refusedAt: Instant, { contest }: Terms['appointments']): Instant =>
  momentOf(addWorkingDays(civilDateOf(refusedAt), contest.workingDays), clockTime('23:59'));
