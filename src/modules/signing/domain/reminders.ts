import { isPublicHoliday } from '../../../shared/calendar.ts';
import {
  type Instant,
  addDays,
  addMinutes,
  civilDateOf,
  clockTime,
  clockTimeOf,
  momentOf,
  weekdayOf,
} from '../../../shared/time.ts';
import type { Signatory, SignatureRequest } from './signature-request.ts';
import { signersInTurn } from './signing-order.ts';

/** A reminder helps someone who forgot; it does not press someone who is thinking. */
export const reminderRules = {
  firstAfterDays: 3,
  everyDays: 3,
  atMost: 5,
  from: clockTime('09:00'),
  until: clockTime('18:00'),
} as const;

type Reminded = Pick<Signatory, 'linkSentAt' | 'lastReminderAt' | 'reminders'>;

/**
 * When this person is reminded next: three days after the link, then every three, five times at most, in the daytime in Paris,
 * never on a Sunday or a public holiday, never after the deadline. Null: no more.
 */
export const nextReminderAt = (signer: Reminded, { expiresAt }: Pick<SignatureRequest, 'expiresAt'>): Instant | null => {
  if (signer.linkSentAt === null || signer.reminders >= reminderRules.atMost) return null;
  const last = [signer.linkSentAt, signer.lastReminderAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1)!;
  const days = last === signer.lastReminderAt ? reminderRules.everyDays : reminderRules.firstAfterDays;
  const at = decentMoment(addMinutes(last, days * 24 * 60));
  return at < expiresAt ? at : null;
};

/** The same moment, or the first of the next decent day. */
export const decentMoment = (at: Instant): Instant => {
  const day = civilDateOf(at);
  const time = clockTimeOf(at);
  if (weekdayOf(day) === 7 || isPublicHoliday(day) || time >= reminderRules.until)
    return decentMoment(momentOf(addDays(day, 1), reminderRules.from));
  return time < reminderRules.from ? momentOf(day, reminderRules.from) : at;
};

/** Whom to remind now: those whose turn it is and who were told nothing today, while the request is open and not paused. */
export const remindersDue = (request: SignatureRequest, now: Instant): Signatory[] => {
  if (!['sent', 'read', 'consented'].includes(request.state) || request.remindersPaused || now >= request.expiresAt) return [];
  if (decentMoment(now) !== now) return [];
  return signersInTurn(request).filter((signer) => {
    const due = nextReminderAt(signer, request);
    return due !== null && due <= now;
  });
};
