import { record, refuse } from '../../../shared/decision.ts';
import { type CivilDate, type Instant, addDays, civilDateOf, clockTime, momentOf } from '../../../shared/time.ts';
import type { SignatureExtended, SignatureRequest } from './signature-request.ts';
import { step } from './transitions.ts';

export const extension = { days: 15, atMostDays: 180 } as const;

/** What one click gives: fifteen more days, from today or from the deadline, whichever is later. */
export const proposedExtension = (request: Pick<SignatureRequest, 'expiresAt'>, now: Instant): CivilDate =>
  addDays(civilDateOf(request.expiresAt > now ? request.expiresAt : now), extension.days);

/** An offer may be kept open longer. A framework or an amendment takes effect on its own dates: another version says them. */
export const mayExtend = (request: Pick<SignatureRequest, 'state' | 'expiresAt' | 'subject'>, now: Instant) => {
  const reached = step(request, 'extend', 'owner', now);
  return reached.ok && request.subject.type !== 'quote' ? refuse('extension_needs_version') : reached;
};

/** More time to sign the same document, also after the deadline: an offer may be kept open longer by whoever made it. */
export const extendRequest = (
  request: SignatureRequest,
  command: { until?: CivilDate | undefined },
  { now }: { now: Instant },
) => {
  const reached = mayExtend(request, now);
  if (!reached.ok) return reached;
  const validUntil = command.until ?? proposedExtension(request, now);
  const expiresAt = momentOf(validUntil, clockTime('23:59'));
  if (expiresAt <= request.expiresAt || expiresAt <= now) return refuse('extension_not_later');
  if (validUntil > addDays(civilDateOf(now), extension.atMostDays))
    return refuse('extension_too_long', { days: extension.atMostDays });
  return record<SignatureExtended>({
    type: 'SignatureExtended',
    requestId: request.id,
    subject: request.subject,
    from: request.expiresAt,
    expiresAt,
    validUntil,
  });
};
