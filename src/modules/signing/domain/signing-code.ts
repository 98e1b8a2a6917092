import { refuse } from '../../../shared/decision.ts';
import { type Instant, addMinutes, millisecondsBetween } from '../../../shared/time.ts';

/** The six digits sent by e-mail, without the digits: they are kept hashed only. */
export type SigningCode = { sentAt: Instant; expiresAt: Instant; failedAttempts: number; usedAt: Instant | null };

export const codeRules = { minutes: 10, attempts: 5, secondsBetween: 60, codesPerLink: 5 } as const;

export const codeExpiry = (sentAt: Instant): Instant => addMinutes(sentAt, codeRules.minutes);

/** A new code may leave: not within the minute after the last, and five at most by link (each allows five attempts). */
export const mayAskCode = (sentSinceLink: readonly SigningCode[], now: Instant) => {
  const last = sentSinceLink.at(-1);
  if (last) {
    const seconds = Math.ceil(codeRules.secondsBetween - millisecondsBetween(last.sentAt, now) / 1000);
    if (seconds > 0) return refuse('code_too_soon', { seconds });
  }
  if (sentSinceLink.length >= codeRules.codesPerLink) return refuse('too_many_codes');
  return { ok: true as const };
};

/** Only the last code counts. A wrong one is counted before anything is answered; the fifth locks it. */
export const checkCode = (last: SigningCode | null, matches: boolean, now: Instant) => {
  if (!last) return refuse('code_not_sent');
  if (last.usedAt) return refuse('code_used');
  if (last.failedAttempts >= codeRules.attempts) return refuse('code_locked');
  if (now >= last.expiresAt) return refuse('code_expired');
  if (matches) return { ok: true as const };
  const left = codeRules.attempts - last.failedAttempts - 1;
  return left > 0 ? refuse('code_wrong', { left }) : refuse('code_locked');
};
