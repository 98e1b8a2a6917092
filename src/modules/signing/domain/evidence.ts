import type { Instant } from '../../../shared/time.ts';
import type { Party, SignatoryId } from './signature-request.ts';

/** What is kept about each step, because without a qualified signature the proof rests on this file (decree 2017-1416). */
export type EvidenceKind =
  | 'request_opened'
  | 'link_sent'
  | 'screen_viewed'
  | 'document_served'
  | 'initialled'
  | 'consent_given'
  | 'code_sent'
  | 'code_refused'
  | 'code_used'
  | 'signed'
  | 'refused'
  | 'withdrawn'
  | 'delegated'
  | 'delegation_refused'
  | 'extended'
  | 'reminder_sent'
  | 'reminders_paused'
  | 'reminders_resumed'
  | 'link_asked_again'
  | 'paper_recorded'
  | 'sealed';

export type EvidenceEntry = {
  at: Instant;
  party: Party | null;
  /** Null for the request as a whole, and in entries older than several signers. */
  signatoryId: SignatoryId | null;
  kind: EvidenceKind;
  ip: string | null;
  userAgent: string | null;
  detail: Record<string, unknown>;
};

/** From where a step is taken. The address and the browser are claims of the network, kept as such. */
export type Origin = { ip: string | null; userAgent: string | null };

/** 'h•••@exemple.fr': enough to recognise one's own address, not to learn someone else's. */
export const maskedEmail = (email: string): string => {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
};
