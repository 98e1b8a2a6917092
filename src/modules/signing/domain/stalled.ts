import { type Instant, addMinutes } from '../../../shared/time.ts';
import type { SigningState } from './signature-request.ts';

export type Stalled = 'to_countersign' | 'no_answer' | 'expires_soon' | 'expired';

const days = (count: number) => count * 24 * 60;

/** Why a signature deserves a look today; null when it goes its way. An expired one is shown for thirty days. */
export const stalledBecause = (
  request: { state: SigningState; expiresAt: Instant; lastLinkAt: Instant | null; lastSignedAt: Instant | null },
  now: Instant,
): Stalled | null => {
  if (request.state === 'client_signed')
    return request.lastSignedAt && addMinutes(request.lastSignedAt, days(1)) <= now ? 'to_countersign' : null;
  if (!['sent', 'read', 'consented'].includes(request.state)) return null;
  if (request.expiresAt <= now) return addMinutes(request.expiresAt, days(30)) > now ? 'expired' : null;
  if (addMinutes(now, days(3)) >= request.expiresAt) return 'expires_soon';
  return request.lastLinkAt && addMinutes(request.lastLinkAt, days(7)) <= now ? 'no_answer' : null;
};
