import { expect, test } from 'vitest';
import { civilDate } from '../../../shared/time.ts';
import { consentToSign } from './consent-to-sign.ts';
import { recordPaperSignature, scanKind } from './record-paper-signature.ts';
import { mayWithdrawAlone, refuseToSign, withdrawRequest } from './refuse-to-sign.ts';
import { countersignDocument, signDocument } from './sign-document.ts';
import { aRequest, monday, sha } from './testing.ts';

const now = { now: monday };
const same = { seenSha256: sha, keptSha256: sha };

test('the client’s signature names the person and the exact document', () => {
  const request = aRequest({ state: 'consented' });
  expect(signDocument(request, request.client, same, now)).toEqual({
    ok: true,
    facts: [
      {
        type: 'DocumentSigned',
        requestId: 'request-1',
        signatoryId: 'client-1',
        party: 'client',
        name: 'Hélène Marchand',
        documentId: 'document-1',
        documentSha256: sha,
        method: 'email_code',
      },
    ],
  });
});

test('the countersignature makes the agreement, once, with the terms it is about', () => {
  const decision = countersignDocument(aRequest({ state: 'client_signed' }), { ...same, method: 'password' }, now);
  expect(decision.ok && decision.facts.map((fact) => fact.type)).toEqual(['DocumentSigned', 'AgreementSigned']);
  expect(decision.ok && decision.facts[1]).toMatchObject({
    subject: { type: 'quote', id: 'quote-1' },
    level: 'electronic',
    signedAt: monday,
    acceptedOn: '2026-03-02',
    contentSha256: 'c'.repeat(64),
  });
});

test.each([
  ['the screen showed another document', { seenSha256: 'b'.repeat(64), keptSha256: sha }],
  ['the kept file was changed', { seenSha256: sha, keptSha256: 'b'.repeat(64) }],
])('nothing is signed when %s', (_, command) => {
  const request = aRequest({ state: 'consented' });
  expect(signDocument(request, request.client, command, now)).toEqual({ ok: false, code: 'document_changed' });
  expect(countersignDocument(aRequest({ state: 'client_signed' }), { ...command, method: 'password' }, now)).toEqual({
    ok: false,
    code: 'document_changed',
  });
});

test('nothing is signed before its document is kept', () => {
  for (const change of [{ documentId: null }, { documentSha256: null }]) {
    const request = aRequest({ state: 'consented', ...change });
    expect(signDocument(request, request.client, same, now)).toEqual({ ok: false, code: 'document_not_ready' });
    expect(countersignDocument(aRequest({ state: 'client_signed', ...change }), { ...same, method: 'password' }, now)).toEqual({
      ok: false,
      code: 'document_not_ready',
    });
  }
});

test('the sentence accepted is the one of this document, word for word', () => {
  const request = aRequest({ state: 'read' });
  expect(consentToSign(request, request.client, { text: request.consentText }, now)).toMatchObject({
    ok: true,
    facts: [{ type: 'ConsentGiven', text: request.consentText }],
  });
  expect(consentToSign(request, request.client, { text: `${request.consentText} ` }, now)).toEqual({
    ok: false,
    code: 'consent_text_differs',
  });
});

test('a refusal says why', () => {
  const request = aRequest({ state: 'read' });
  expect(refuseToSign(request, request.client, { reason: '  ' }, now)).toEqual({ ok: false, code: 'reason_missing' });
  expect(refuseToSign(request, request.client, { reason: ' Le prix par rendez-vous est trop élevé. ' }, now)).toMatchObject({
    ok: true,
    facts: [{ type: 'SignatureRefused', by: 'Hélène Marchand', reason: 'Le prix par rendez-vous est trop élevé.' }],
  });
});

test('what is signed by both is never taken back; what was signed by some is voided by name', () => {
  const command = { reason: null, replaced: true };
  expect(withdrawRequest(aRequest({ state: 'client_signed' }), command, now)).toMatchObject({
    ok: true,
    facts: [{ replaced: true, voided: ['Hélène Marchand'] }],
  });
  expect(withdrawRequest(aRequest({ state: 'signed' }), command, now)).toEqual({ ok: false, code: 'already_signed' });
});

test('once the client has accepted, the prestataire no longer withdraws the offer alone (C. civ. 1121)', () => {
  expect(mayWithdrawAlone(aRequest({ state: 'consented' }))).toEqual({ ok: true });
  expect(mayWithdrawAlone(aRequest({ state: 'client_signed' }))).toEqual({ ok: false, code: 'accepted_by_client' });
});

test('a paper signature makes the same agreement, marked as paper', () => {
  const command = { signedOn: civilDate('2026-03-01'), signatoryName: 'Hélène Marchand', scan: 'application/pdf' } as const;
  expect(recordPaperSignature(aRequest(), command, now)).toMatchObject({
    ok: true,
    facts: [{ type: 'AgreementSigned', level: 'paper', signedAt: monday, acceptedOn: '2026-03-01' }],
  });
  expect(recordPaperSignature(aRequest(), { ...command, signedOn: civilDate('2026-03-03') }, now)).toEqual({
    ok: false,
    code: 'paper_date_in_future',
  });
  expect(recordPaperSignature(aRequest(), { ...command, signatoryName: ' ' }, now)).toEqual({
    ok: false,
    code: 'paper_name_missing',
  });
  expect(recordPaperSignature(aRequest(), { ...command, scan: null }, now)).toEqual({ ok: false, code: 'scan_unreadable' });
  expect(recordPaperSignature(aRequest({ state: 'client_signed' }), command, now)).toEqual({
    ok: false,
    code: 'already_signed_by_client_online',
  });
});

test('a scan is recognised by its content, not by its name', () => {
  expect(scanKind(Buffer.from('%PDF-1.7'))).toBe('application/pdf');
  expect(scanKind(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('image/png');
  expect(scanKind(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(scanKind(Buffer.from('MZ executable'))).toBeNull();
  expect(scanKind(Buffer.from(''))).toBeNull();
});
