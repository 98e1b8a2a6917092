import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/time.ts';
import { refusalSentence } from '../../../shared/refusal.ts';
import { refusals } from '../refusals.ts';
import { signingStates } from './signature-request.ts';
import { aRequest, monday } from './testing.ts';
import { type SigningRole, roleOfVerb, signingVerbs, step, transitions } from './transitions.ts';

const roles: SigningRole[] = ['signer', 'owner', 'system'];
const tooLate = instant('2026-05-01T00:00:00Z');

describe.each(signingStates)('a signature request that is %s', (state) => {
  test.each(signingVerbs.flatMap((verb) => roles.map((role) => [verb, role] as const)))(
    '%s by the %s goes where the table says, or is refused in both languages',
    (verb, role) => {
      const reached = step(aRequest({ state }), verb, role, monday);
      if (roleOfVerb[verb] !== role) return expect(reached).toEqual({ ok: false, code: 'not_your_step' });
      const next = transitions[state][verb];
      if (next) return expect(reached).toEqual({ ok: true, next });
      expect(reached.ok).toBe(false);
      if (reached.ok) return;
      expect(refusalSentence(refusals[reached.code], 'fr')).toMatch(/[.]$/);
      expect(refusalSentence(refusals[reached.code], 'en')).toMatch(/[.]$/);
    },
  );
});

test('the client signs first: countersigning before is refused', () => {
  for (const state of ['sent', 'read', 'consented'] as const) {
    expect(step(aRequest({ state }), 'countersign', 'owner', monday)).toEqual({ ok: false, code: 'client_has_not_signed' });
  }
});

test('nobody accepts what has not been opened, nor signs what has not been accepted', () => {
  expect(step(aRequest({ state: 'sent' }), 'consent', 'signer', monday)).toEqual({ ok: false, code: 'document_not_read' });
  expect(step(aRequest({ state: 'sent' }), 'sign', 'signer', monday)).toEqual({ ok: false, code: 'document_not_read' });
  expect(step(aRequest({ state: 'read' }), 'ask_code', 'signer', monday)).toEqual({ ok: false, code: 'consent_missing' });
  expect(step(aRequest({ state: 'read' }), 'sign', 'signer', monday)).toEqual({ ok: false, code: 'consent_missing' });
});

test('a document is signed once', () => {
  expect(step(aRequest({ state: 'client_signed' }), 'sign', 'signer', monday)).toEqual({
    ok: false,
    code: 'already_signed_by_client',
  });
  expect(step(aRequest({ state: 'signed' }), 'countersign', 'owner', monday)).toEqual({ ok: false, code: 'already_signed' });
  expect(step(aRequest({ state: 'signed_on_paper' }), 'sign', 'signer', monday)).toEqual({ ok: false, code: 'already_signed' });
});

test('after the deadline the client no longer signs nor refuses, but the prestataire may still countersign what was signed in time', () => {
  for (const verb of ['read', 'consent', 'ask_code', 'sign', 'refuse'] as const) {
    expect(step(aRequest({ state: 'consented' }), verb, 'signer', tooLate)).toMatchObject({ ok: false, code: 'request_expired' });
  }
  expect(step(aRequest({ state: 'client_signed' }), 'countersign', 'owner', tooLate)).toMatchObject({ ok: true });
});

test('the deadline itself is too late, the millisecond before is not', () => {
  const at = aRequest().expiresAt;
  expect(step(aRequest({ state: 'consented' }), 'sign', 'signer', at)).toMatchObject({ code: 'request_expired' });
  expect(step(aRequest({ state: 'consented' }), 'sign', 'signer', instant('2026-04-01T21:59:59.999Z'))).toMatchObject({
    ok: true,
  });
});

test('what is agreed, refused or withdrawn never changes again', () => {
  for (const state of ['signed', 'signed_on_paper', 'refused', 'withdrawn'] as const) {
    for (const next of Object.values(transitions[state])) expect(next).toBe(state);
  }
});
