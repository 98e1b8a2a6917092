import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { clientSigns, countersigns } from '../../../../test/support/signing-by-api.ts';
import { verifySignatures } from '../../../platform/signature/index.ts';
import { addMinutes, instant } from '../../../shared/time.ts';

let cadran: RunningTest;
let owner: Visitor;
let clientId: string;
const anne = 'anne@martin.example';
const bruno = { party: 'client', name: 'Bruno Lenoir', capacity: 'directeur financier', email: 'bruno@martin.example' };
const priceGrid = [{ id: 'rendez-vous', kind: 'appointment', label: 'Rendez-vous qualifié et accepté', unitPriceCents: 9_000 }];

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = await cadran.owner();
  ({ clientId } = (await owner.call('POST', '/clients', aClient())).json());
});
afterAll(() => cadran.stop());

const get = async (path: string) => (await owner.call('GET', path)).json();
const later = (minutes: number) => cadran.clock.set(addMinutes(cadran.clock.now(), minutes));
/** A framework that left, asked to Anne first, then to Bruno. */
const sentToTwo = async () => {
  const { id } = (await owner.call('POST', '/frameworks', { clientId })).json();
  const { draft, revision, title, validUntil } = await get(`/frameworks/${id}`);
  const frame = { ...draft.frame, startsOn: '2026-03-02', endsOn: '2027-03-01', priceGrid };
  await owner.call('PUT', `/frameworks/${id}/draft`, { revision, title, validUntil, draft: { ...draft, frame } });
  const people = [{ ...bruno, rank: 2, duty: 'sign' }];
  expect((await owner.call('PUT', `/signature-plans/framework/${id}`, { people })).statusCode).toBe(200);
  const sent = await owner.call('POST', `/frameworks/${id}/sending`);
  expect(sent.statusCode, sent.body).toBe(200);
  await cadran.worker.drainJobs();
  return { id: id as string, signatureRequestId: sent.json().signatureRequestId as string };
};
const letters = async (email: string): Promise<string[]> => {
  const { mails } = await get('/mails?limit=100');
  const mine = mails.filter(({ to }: { to: { email: string } }) => to.email === email);
  return Promise.all(mine.map(async ({ mailId }: { mailId: string }) => (await get(`/mails/${mailId}`)).text));
};

test('a framework is signed by two of the client’s people in their order, then countersigned, each stamp in its place', async () => {
  const { id, signatureRequestId } = await sentToTwo();
  expect(await letters(bruno.email)).toEqual([]);
  later(60);
  await clientSigns(cadran, owner, { signatureRequestId, email: anne });
  expect((await get(`/signature-requests/${signatureRequestId}`)).state).not.toBe('client_signed');
  later(60);
  await clientSigns(cadran, owner, { signatureRequestId, email: bruno.email });
  later(60);
  await countersigns(cadran, owner, { signatureRequestId });
  expect(await get(`/frameworks/${id}`)).toMatchObject({ status: 'signed' });
  const { rawPayload } = await owner.call('GET', `/signature-requests/${signatureRequestId}/files/signed`);
  if (process.env['LOOK']) writeFileSync(`${process.env['LOOK']}/cadre-deux-signataires.pdf`, rawPayload);
  expect((await verifySignatures(rawPayload)).map(({ fieldName, valid }) => [fieldName, valid])).toEqual([
    ['Signature_client', true],
    ['Signature_client_2', true],
    ['Signature_prestataire', true],
  ]);
});

test('whoever already signs for the client is not asked a second time under another name', async () => {
  const { id } = (await owner.call('POST', '/frameworks', { clientId })).json();
  const { draft, revision, title, validUntil } = await get(`/frameworks/${id}`);
  const frame = { ...draft.frame, startsOn: '2026-03-10', endsOn: '2027-03-09', priceGrid };
  await owner.call('PUT', `/frameworks/${id}/draft`, { revision, title, validUntil, draft: { ...draft, frame } });
  const people = [{ ...bruno, email: 'Anne@Martin.example', rank: 2, duty: 'sign' }];
  await owner.call('PUT', `/signature-plans/framework/${id}`, { people });
  const refused = await owner.call('POST', `/frameworks/${id}/sending`);
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'signatory_address_shared']);
  await owner.call('PUT', `/signature-plans/framework/${id}`, { people: [{ ...bruno, rank: 2, duty: 'sign' }] });
  expect((await owner.call('POST', `/frameworks/${id}/sending`)).statusCode).toBe(200);
});

test('half signed, a framework is withdrawn with a reason that everyone is told; signed by all of the client’s, it is not', async () => {
  const half = await sentToTwo();
  await clientSigns(cadran, owner, { ...half, email: anne });
  const reason = 'La grille de prix change.';
  expect((await owner.call('POST', `/frameworks/${half.id}/withdrawal`, { reason })).statusCode).toBe(200);
  await cadran.worker.drainJobs();
  for (const email of [anne, bruno.email])
    expect(
      (await letters(email)).some((text) => text.includes(reason)),
      email,
    ).toBe(true);

  const whole = await sentToTwo();
  await clientSigns(cadran, owner, { ...whole, email: anne });
  await clientSigns(cadran, owner, { ...whole, email: bruno.email });
  const refused = await owner.call('POST', `/frameworks/${whole.id}/withdrawal`, { reason });
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'accepted_by_client']);
  expect(await get(`/frameworks/${whole.id}`)).toMatchObject({ status: 'sent' });
  await countersigns(cadran, owner, whole);
  expect(await get(`/frameworks/${whole.id}`)).toMatchObject({ status: 'signed' });
});

test('a purpose typed with its full stop is not printed with two', async () => {
  const { id } = (await owner.call('POST', '/frameworks', { clientId })).json();
  const { draft } = await get(`/frameworks/${id}`);
  const purpose = 'Des missions de prospection.';
  const preview = await owner.call('POST', `/frameworks/${id}/preview`, {
    draft: { ...draft, frame: { ...draft.frame, purpose } },
  });
  expect(preview.body).toContain('Des missions de prospection"');
});
