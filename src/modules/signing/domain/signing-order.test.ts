import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentToSign } from './consent-to-sign.ts';
import { consentTo } from './consent.ts';
import { delegateSignature, refuseDelegate } from './delegate.ts';
import { initialClause } from './initial-clause.ts';
import { countersignDocument, signDocument } from './sign-document.ts';
import type { Signatory, SignatoryId } from './signature-request.ts';
import { hasSigned, openState, signersInTurn, signersOf } from './signing-order.ts';
import { aRequest, aSignatory, monday, sha, signedNow } from './testing.ts';

const now = { now: monday };
const same = { seenSha256: sha, keptSha256: sha };
const someone = (id: string, changes: Partial<Signatory> = {}) =>
  aSignatory('client', {
    id: id as SignatoryId,
    name: id,
    email: `${id}@exemple.fr`,
    principal: false,
    progress: 'consented',
    ...changes,
  });
const between = (...people: Signatory[]) => {
  const provider = aSignatory('provider');
  return aRequest({ state: 'consented', client: people[0]!, provider, signatories: [...people, provider] });
};

test('the second in order signs after the first, whatever mail was received', () => {
  const [first, second] = [someone('anne'), someone('bruno', { rank: 2 })];
  const request = between(first, second);
  expect(signDocument(request, second, same, now)).toEqual({ ok: false, code: 'not_your_turn', details: { names: 'anne' } });
  expect(signDocument(request, first, same, now).ok).toBe(true);
  expect(signDocument(between({ ...first, signed: signedNow(1) }, second), second, same, now).ok).toBe(true);
});

test('two people of one rank sign in any order', () => {
  const [one, other] = [someone('anne'), someone('bruno')];
  expect(signDocument(between(one, other), other, same, now).ok).toBe(true);
  expect(signDocument(between(one, other), one, same, now).ok).toBe(true);
});

test('the prestataire countersigns when everybody else has signed, and not before', () => {
  const signed = someone('anne', { signed: signedNow(1) });
  const pending = between(signed, someone('bruno', { rank: 2 }));
  expect(countersignDocument({ ...pending, state: 'client_signed' }, { ...same, method: 'password' }, now)).toEqual({
    ok: false,
    code: 'client_has_not_signed',
  });
  const done = between(signed, someone('bruno', { rank: 2, signed: signedNow(2) }));
  expect(countersignDocument({ ...done, state: 'client_signed' }, { ...same, method: 'password' }, now).ok).toBe(true);
});

test('a person in copy signs nothing', () => {
  const copy = someone('claude', { duty: 'copy' });
  expect(signDocument(between(someone('anne'), copy), copy, same, now)).toEqual({ ok: false, code: 'copy_only' });
});

test('whatever the ranks, everyone signs once, never before a lower rank, and the prestataire last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }), (ranks) => {
      let people = ranks.map((rank, index) => someone(`p${index}`, { rank }));
      const order: number[] = [];
      for (let turn = 1; openState(between(...people)) !== 'client_signed'; turn += 1) {
        const next = signersInTurn(between(...people)).at(-1)!;
        order.push(next.rank);
        people = people.map((one) => (one.id === next.id ? { ...one, signed: signedNow(turn) } : one));
      }
      const request = between(...people);
      expect(order).toEqual([...ranks].sort((a, b) => a - b));
      expect(hasSigned(request)).toHaveLength(ranks.length);
      expect(signersInTurn(request).map(({ party }) => party)).toEqual(['provider']);
    }),
  );
});

const price = { id: 'prix', label: 'Prix', article: '6', text: 'Le prix est de…' };

test('each risk article is initialled before the consent, and only by the client’s side', () => {
  const reader = someone('anne', { progress: 'read' });
  const request = { ...between(reader), initials: [price] };
  const text = request.consentText;
  expect(consentToSign(request, reader, { text }, now)).toEqual({
    ok: false,
    code: 'initials_missing',
    details: { articles: '6' },
  });
  expect(initialClause(request, reader, { clauseId: 'prix', initials: ' H.M. ' }, now)).toMatchObject({
    ok: true,
    facts: [{ type: 'ClauseInitialled', article: '6' }],
  });
  expect(initialClause(request, reader, { clauseId: 'prix', initials: '42' }, now)).toEqual({
    ok: false,
    code: 'initials_unreadable',
  });
  expect(initialClause(request, reader, { clauseId: 'autre', initials: 'HM' }, now)).toEqual({
    ok: false,
    code: 'nothing_to_initial',
  });
  const ready = { ...reader, initialled: [{ id: 'prix', initials: 'HM', at: monday }] };
  expect(consentToSign(request, ready, { text }, now).ok).toBe(true);
});

test('nobody signs past an article that they have not initialled', () => {
  const request = { ...between(someone('anne')), initials: [price, { ...price, id: 'resiliation', article: '9' }] };
  expect(signDocument(request, request.client, same, now)).toEqual({
    ok: false,
    code: 'initials_missing',
    details: { articles: '6, 9' },
  });
});

test('nobody initials an article of a document that was not opened', () => {
  const request = { ...between(someone('anne', { progress: 'sent' })), initials: [price] };
  expect(initialClause(request, request.client, { clauseId: 'prix', initials: 'HM' }, now)).toEqual({
    ok: false,
    code: 'document_not_read',
  });
});

test('the options ticked are part of the sentence accepted, and the first signature settles them', () => {
  const options = { lines: [{ id: 'a', label: 'Relance', netCents: 120_00 as never }], base: null };
  const reader = someone('anne', { progress: 'read' });
  const request = { ...between(reader, someone('bruno', { rank: 2 })), options };
  const ticked = consentTo(request, ['a']);
  expect(ticked).toContain('«\u00a0Relance\u00a0»');
  expect(consentToSign(request, reader, { text: ticked, options: ['a'] }, now)).toMatchObject({
    facts: [{ chosenOptions: ['a'] }],
  });
  expect(consentToSign(request, reader, { text: ticked, options: [] }, now)).toEqual({ ok: false, code: 'consent_text_differs' });
  expect(consentToSign(request, reader, { text: ticked, options: ['x'] }, now)).toEqual({ ok: false, code: 'options_unknown' });
  const second = someone('bruno', { rank: 2, progress: 'read' });
  const later = {
    ...between({ ...reader, signed: signedNow(1) }, second),
    options,
    chosenOptions: ['a'],
  };
  expect(consentToSign(later, second, { text: consentTo(later, []), options: [] }, now)).toEqual({
    ok: false,
    code: 'options_settled',
  });
  expect(consentToSign(later, second, { text: ticked, options: ['a'] }, now).ok).toBe(true);
});

const to = { name: 'Denis Petit', capacity: 'directeur commercial', email: 'denis@exemple.fr', reason: 'Je suis en congé.' };

test('a person passes the pen once, to somebody new, and says why', () => {
  const anne = someone('anne', { progress: 'read' });
  const request = between(anne);
  expect(delegateSignature(request, anne, to, now)).toMatchObject({ ok: true, facts: [{ from: 'anne', to: 'Denis Petit' }] });
  expect(delegateSignature(request, anne, { ...to, reason: ' ' }, now)).toEqual({ ok: false, code: 'delegation_reason_missing' });
  expect(delegateSignature(request, anne, { ...to, email: 'denis' }, now)).toEqual({ ok: false, code: 'delegate_incomplete' });
  expect(delegateSignature(request, anne, { ...to, email: 'ANNE@exemple.fr' }, now)).toEqual({
    ok: false,
    code: 'delegate_already_asked',
  });
  const denis = someone('denis', { delegation: { fromId: anne.id, fromName: 'anne', reason: 'x', at: monday } });
  expect(delegateSignature(between(denis), denis, to, now)).toEqual({ ok: false, code: 'already_delegated' });
});

test('who passed the pen no longer signs; the prestataire may refuse the other, until they signed', () => {
  const anne = someone('anne', { delegatedTo: 'denis' as SignatoryId, principal: false });
  const denis = someone('denis', { delegation: { fromId: anne.id, fromName: 'anne', reason: 'x', at: monday } });
  const request = { ...between(denis, anne) };
  expect(signDocument(request, anne, same, now)).toEqual({ ok: false, code: 'you_delegated' });
  expect(signersOf(request).map(({ name }) => name)).toEqual(['denis', 'Camille Roux']);
  expect(refuseDelegate(request, { signatoryId: denis.id, reason: 'Sans pouvoir.' }, now)).toMatchObject({ ok: true });
  expect(
    refuseDelegate(between({ ...denis, signed: signedNow(1) }, anne), { signatoryId: denis.id, reason: 'Non.' }, now),
  ).toEqual({
    ok: false,
    code: 'delegate_has_signed',
  });
});

test('a person who was not accepted signs nothing, and is not refused twice; the refusal says why', () => {
  const anne = someone('anne');
  const delegation = { fromId: anne.id, fromName: 'anne', reason: 'x', at: monday };
  const denis = someone('denis', { delegation });
  const dismissed = { ...denis, dismissedAt: monday };
  expect(signDocument(between(anne, dismissed), dismissed, same, now)).toEqual({ ok: false, code: 'not_accepted_as_signer' });
  const unknown = { ok: false, code: 'unknown_delegate' };
  const no = (signatoryId: SignatoryId, people: Signatory[], reason = 'Sans pouvoir.') =>
    refuseDelegate(between(...people), { signatoryId, reason }, now);
  expect(no(denis.id, [dismissed, anne])).toEqual(unknown);
  expect(no(anne.id, [anne])).toEqual(unknown);
  expect(no('nobody' as SignatoryId, [anne])).toEqual(unknown);
  expect(no(denis.id, [denis, anne], ' . ')).toEqual({ ok: false, code: 'delegation_reason_missing' });
});
