import { refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { SigningState } from './signature-request.ts';

export type SigningVerb =
  | 'attach_document'
  | 'look'
  | 'read'
  | 'initial'
  | 'consent'
  | 'ask_code'
  | 'sign'
  | 'refuse'
  | 'delegate'
  | 'ask_countersign_code'
  | 'countersign'
  | 'record_paper'
  | 'resend_link'
  | 'extend'
  | 'pause_reminders'
  | 'refuse_delegate'
  | 'withdraw';
/** The signer came by a personal link; the owner acts for the prestataire; the system follows the quote. */
export type SigningRole = 'signer' | 'owner' | 'system';

export const signingVerbs: readonly SigningVerb[] = [
  'attach_document',
  'look',
  'read',
  'initial',
  'consent',
  'ask_code',
  'sign',
  'refuse',
  'delegate',
  'ask_countersign_code',
  'countersign',
  'record_paper',
  'resend_link',
  'extend',
  'pause_reminders',
  'refuse_delegate',
  'withdraw',
];
export const roleOfVerb: Readonly<Record<SigningVerb, SigningRole>> = {
  attach_document: 'system',
  look: 'signer',
  read: 'signer',
  initial: 'signer',
  consent: 'signer',
  ask_code: 'signer',
  sign: 'signer',
  refuse: 'signer',
  delegate: 'signer',
  ask_countersign_code: 'owner',
  countersign: 'owner',
  record_paper: 'owner',
  resend_link: 'owner',
  extend: 'owner',
  pause_reminders: 'owner',
  refuse_delegate: 'owner',
  withdraw: 'system',
};

/** Who may do what from where, and where it leads. What is not written here is refused. */
export const transitions: Readonly<Record<SigningState, Partial<Record<SigningVerb, SigningState>>>> = {
  preparing: { attach_document: 'sent', record_paper: 'signed_on_paper', withdraw: 'withdrawn' },
  sent: {
    look: 'sent',
    read: 'read',
    refuse: 'refused',
    delegate: 'sent',
    record_paper: 'signed_on_paper',
    resend_link: 'sent',
    extend: 'sent',
    pause_reminders: 'sent',
    refuse_delegate: 'sent',
    withdraw: 'withdrawn',
  },
  read: {
    look: 'read',
    read: 'read',
    initial: 'read',
    consent: 'consented',
    refuse: 'refused',
    delegate: 'read',
    record_paper: 'signed_on_paper',
    resend_link: 'read',
    extend: 'read',
    pause_reminders: 'read',
    refuse_delegate: 'read',
    withdraw: 'withdrawn',
  },
  consented: {
    look: 'consented',
    read: 'consented',
    initial: 'consented',
    consent: 'consented',
    ask_code: 'consented',
    sign: 'client_signed',
    refuse: 'refused',
    delegate: 'consented',
    record_paper: 'signed_on_paper',
    resend_link: 'consented',
    extend: 'consented',
    pause_reminders: 'consented',
    refuse_delegate: 'consented',
    withdraw: 'withdrawn',
  },
  // Once the client is bound by the offer, the prestataire signs it or leaves it; the client no longer refuses alone.
  client_signed: {
    look: 'client_signed',
    read: 'client_signed',
    ask_countersign_code: 'client_signed',
    countersign: 'signed',
    withdraw: 'withdrawn',
  },
  signed: { look: 'signed', read: 'signed' },
  signed_on_paper: { look: 'signed_on_paper', read: 'signed_on_paper' },
  refused: {},
  withdrawn: {},
};

/** Reading again what was signed stays possible after the deadline; deciding does not. */
const stopsAtDeadline: readonly SigningVerb[] = ['read', 'initial', 'consent', 'ask_code', 'sign', 'refuse', 'delegate'];

/** The state reached, or why not: someone else's verb, a link too old, a step missing before, something already done. */
export const step = (
  request: { state: SigningState; expiresAt: Instant },
  verb: SigningVerb,
  role: SigningRole,
  now: Instant,
) => {
  if (roleOfVerb[verb] !== role) return refuse('not_your_step');
  const open = !['client_signed', 'signed', 'signed_on_paper', 'refused', 'withdrawn'].includes(request.state);
  if (open && stopsAtDeadline.includes(verb) && now >= request.expiresAt)
    return refuse('request_expired', { expiresAt: request.expiresAt });
  const next = transitions[request.state][verb];
  return next ? { ok: true as const, next } : refuse(whyNot(request.state, verb));
};

const whyNot = (state: SigningState, verb: SigningVerb) => {
  switch (state) {
    case 'refused':
      return 'already_refused';
    case 'withdrawn':
      return 'request_withdrawn';
    case 'signed':
    case 'signed_on_paper':
      return 'already_signed';
    case 'client_signed':
      return verb === 'record_paper'
        ? 'already_signed_by_client_online'
        : verb === 'attach_document'
          ? 'document_already_attached'
          : 'already_signed_by_client';
    case 'preparing':
      return 'document_not_ready';
    case 'sent':
    case 'read':
    case 'consented':
      if (verb === 'attach_document') return 'document_already_attached';
      if (verb === 'countersign' || verb === 'ask_countersign_code') return 'client_has_not_signed';
      return state === 'sent' ? 'document_not_read' : 'consent_missing';
  }
};
