import { refuse } from '../../../shared/decision.ts';
import { type Instant, addMinutes, millisecondsBetween } from '../../../shared/time.ts';
import type { Signatory, SignatureRequest } from './signature-request.ts';
import { signersInTurn } from './signing-order.ts';

/** What became of a personal link, so that the page says what to do instead of only « no ». */
export type LinkStanding =
  | 'open'
  | 'newer_link'
  | 'link_expired'
  | 'request_expired'
  | 'waiting'
  | 'delegated'
  | 'dismissed'
  | 'replaced'
  | 'withdrawn'
  | 'refused'
  | 'signed';

type Link = { revoked: boolean; expiresAt: Instant };
type Held = Pick<SignatureRequest, 'state' | 'expiresAt' | 'signatories'> & { withdrawal: { replaced: boolean } | null };

/** Reads the request first, then the person, then the link: the most useful reason wins. */
export const linkStanding = (link: Link, request: Held, person: Signatory, now: Instant): LinkStanding => {
  if (request.state === 'withdrawn') return request.withdrawal?.replaced ? 'replaced' : 'withdrawn';
  if (request.state === 'refused') return 'refused';
  if (person.dismissedAt) return 'dismissed';
  if (person.delegatedTo) return 'delegated';
  if (request.state === 'signed_on_paper' || person.signed || request.state === 'client_signed' || request.state === 'signed')
    return link.revoked || now >= link.expiresAt ? 'signed' : 'open';
  if (now >= request.expiresAt) return 'request_expired';
  if (!signersInTurn(request).some(({ id }) => id === person.id)) return 'waiting';
  if (link.revoked) return 'newer_link';
  return now >= link.expiresAt ? 'link_expired' : 'open';
};

export const linkAgainRules = { minutesBetween: 10, aDay: 3 } as const;

/** A person may ask for a link again: ten minutes after the last mail, three times a day, so that nobody floods a mailbox. */
export const mayAskLinkAgain = (sent: readonly Instant[], now: Instant) => {
  const last = [...sent].sort().at(-1);
  if (last && millisecondsBetween(last, now) < linkAgainRules.minutesBetween * 60_000) return refuse('link_again_too_soon');
  const today = sent.filter((at) => addMinutes(at, 24 * 60) > now);
  return today.length >= linkAgainRules.aDay ? refuse('link_again_too_soon') : { ok: true as const };
};
