import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { checkPdfA } from '../../../platform/pdf/index.ts';
import { verifySignatures } from '../../../platform/signature/index.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { addMinutes, instant } from '../../../shared/time.ts';
import { consentTo } from '../index.ts';

let cadran: RunningTest;
let owner: Visitor;
let quoteId: string;
let requestId: string;
const password = 'une phrase assez longue';
const anne = 'anne@martin.example';
const bruno = { name: 'Bruno Lenoir', capacity: 'directeur financier', email: 'bruno@martin.example' };
const look = process.env['LOOK'];
const show = (name: string, bytes: Uint8Array) => look && writeFileSync(`${look}/${name}.pdf`, bytes);

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = await cadran.owner();
  const { clientId } = (await owner.call('POST', '/clients', aClient())).json();
  const price = {
    ...canonicalDraft.price,
    lines: [
      ...canonicalDraft.price.lines,
      { id: 'relance', kind: 'forfait', label: 'Relance des absents', quantity: 1, unitPriceCents: 24_000, optional: true },
    ],
  };
  const opened = await owner.call('POST', '/quotes', {
    clientId,
    title: 'Prospection à deux signatures',
    validUntil: '2026-03-31',
    draft: { ...canonicalDraft, price },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  quoteId = opened.json().id;
});
afterAll(() => cadran.stop());

const get = async (path: string, who = owner) => (await who.call('GET', path)).json();
const later = (minutes: number) => cadran.clock.set(addMinutes(cadran.clock.now(), minutes));
const mailTo = async (email: string, wanted: RegExp) => {
  const { mails } = await get('/mails?limit=100');
  for (const { mailId, to } of mails) {
    if (to.email !== email) continue;
    const found = wanted.exec((await get(`/mails/${mailId}`)).text);
    if (found) return found;
  }
  return null;
};
const ok = async (answered: Promise<{ statusCode: number; body: string }>) => {
  const { statusCode, body } = await answered;
  expect(statusCode, body).toBeLessThan(300);
};
const signs = async (email: string, chosen: string[]) => {
  const signer = cadran.visitor();
  const [, token] = (await mailTo(email, /\/lien\/([\w-]+)/))!;
  await ok(signer.call('POST', `/links/${token}/session`));
  const say = (verb: string, body?: object) => ok(signer.call('POST', `/signing/${requestId}/${verb}`, body));
  await say('views', { screen: 'document', seconds: 60, scrolledPercent: 100, pagesSeen: 9 });
  const view = await get(`/signing/${requestId}`, signer);
  for (const { id: clauseId } of view.initials) await say('initials', { clauseId, initials: view.suggestedInitials });
  await say('consent', { text: consentTo(view, chosen), options: chosen });
  await say('code');
  await cadran.worker.drainJobs();
  const [, one, two] = (await mailTo(email, /\b(\d{3})\s?(\d{3})\b/))!;
  await say('signature', { code: `${one}${two}`, documentSha256: view.documentSha256 });
  await cadran.worker.drainJobs();
  return view;
};

test('a second signatory is planned on the draft, checked, and printed as a block', async () => {
  const address = `/signature-plans/quote/${quoteId}`;
  const person = { ...bruno, party: 'client', rank: 2, duty: 'sign' };
  expect((await owner.call('PUT', address, { people: [{ ...person, email: 'bruno' }] })).json().code).toBe('delegate_incomplete');
  expect((await owner.call('PUT', address, { people: [person, person] })).json().code).toBe('signatory_address_shared');
  await ok(owner.call('PUT', address, { people: [person] }));
  const sent = await owner.call('POST', `/quotes/${quoteId}/sending`);
  expect(sent.statusCode, sent.body).toBe(200);
  requestId = sent.json().signatureRequestId;
  await cadran.worker.drainJobs();
  const view = await get(`/signature-requests/${requestId}`);
  expect(view.signatories.map((one: any) => [one.name, one.rank])).toContainEqual(['Bruno Lenoir', 2]);
  expect((await owner.call('PUT', address, { people: [] })).json().code).toBe('already_asked_to_sign');
});

test('the price, the qualified appointment and the termination are to be initialled, with their whole text', async () => {
  const { initials } = await get(`/signature-requests/${requestId}`);
  expect(initials.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['rendez-vous', expect.stringMatching(/^prix-/), 'resiliation']),
  );
  for (const { text } of initials) expect(text.length).toBeGreaterThan(150);
});

test('both sign in order with an option, the prestataire countersigns, and the three stamps stand in their places', async () => {
  later(60);
  const first = await signs(anne, ['relance']);
  expect(first.options.lines).toMatchObject([{ id: 'relance', netCents: 24_000 }]);
  expect(await mailTo(bruno.email, /c’est votre tour/)).not.toBeNull();
  later(60);
  await signs(bruno.email, ['relance']);
  const refused = await owner.call('POST', `/quotes/${quoteId}/withdrawal`, { reason: 'Je reprends mon offre.' });
  expect(refused.json().code).toBe('accepted_by_client');
  later(60);
  const { documentSha256, state } = await get(`/signature-requests/${requestId}`);
  expect(state).toBe('client_signed');
  await ok(owner.call('POST', `/signature-requests/${requestId}/countersignature`, { documentSha256, password }));
  await cadran.worker.drainJobs();
  const bytes = (await owner.call('GET', `/signature-requests/${requestId}/files/signed`)).rawPayload;
  show('signe', bytes);
  show('preuve', (await owner.call('GET', `/signature-requests/${requestId}/files/evidence`)).rawPayload);
  expect((await verifySignatures(bytes)).map(({ fieldName, valid }) => [fieldName, valid])).toEqual([
    ['Signature_client', true],
    ['Signature_client_2', true],
    ['Signature_prestataire', true],
  ]);
  expect(await checkPdfA(bytes)).toEqual([]);
  const quote = await get(`/quotes/${quoteId}`);
  expect(quote.status).toBe('signed');
});

test('more time keeps a lapsed quote open, and it can be signed then', async () => {
  const copy = (await owner.call('POST', '/quotes', { ...(await again()), title: 'Devis en retard' })).json();
  const sent = await owner.call('POST', `/quotes/${copy.id}/sending`);
  expect(sent.statusCode, sent.body).toBe(200);
  await cadran.worker.drainJobs();
  cadran.clock.set(instant('2026-04-02T10:00:00Z'));
  await cadran.worker.runSweeps();
  expect((await get(`/quotes/${copy.id}`)).status).toBe('expired');
  await ok(owner.call('POST', `/signature-requests/${sent.json().signatureRequestId}/extension`, {}));
  expect(await get(`/quotes/${copy.id}`)).toMatchObject({ status: 'sent', validUntil: '2026-04-17' });
});

const again = async () => {
  const { clientId } = await get(`/quotes/${quoteId}`);
  return { clientId, validUntil: '2026-03-31', draft: canonicalDraft };
};
