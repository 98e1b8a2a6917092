import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { type RunningTest, runningCadran } from '../../../../test/support/running-cadran.ts';
import { clientSigns, countersigns } from '../../../../test/support/signing-by-api.ts';
import { verifySignatures } from '../../../platform/signature/index.ts';
import { addMinutes } from '../../../shared/time.ts';
import { clientEmail as anne, type Json, ok, signedMission } from '../testing/signed-mission.ts';

let cadran: RunningTest;
let stage: Awaited<ReturnType<typeof signedMission>>;
const bruno = { party: 'client', name: 'Bruno Lenoir', capacity: 'directeur financier', email: 'bruno@martin.example' };

beforeAll(async () => {
  cadran = await runningCadran();
  stage = await signedMission(cadran);
}, 120_000);
afterAll(() => cadran?.stop());

const get = (path: string) => ok(stage.owner.call('GET', path));
const later = (minutes: number) => cadran.clock.set(addMinutes(cadran.clock.now(), minutes));
/** An amendment that left, asked to Anne first, then to Bruno. */
const sentToTwo = async (draft: object) => {
  const { owner, missionId } = stage;
  const { id } = await ok(owner.call('POST', `/missions/${missionId}/amendments`, { subject: 'Conditions revues' }));
  const about = { subject: 'Conditions revues', reason: '', effectiveAt: null, validUntil: '2026-03-25' };
  await ok(owner.call('PUT', `/amendments/${id}/draft`, { revision: 1, ...about, draft }));
  const people = [{ ...bruno, rank: 2, duty: 'sign' }];
  await ok(owner.call('PUT', `/signature-plans/amendment/${id}`, { people }));
  const { signatureRequestId } = await ok(owner.call('POST', `/amendments/${id}/sending`));
  await cadran.worker.drainJobs();
  return { id: id as string, signatureRequestId: signatureRequestId as string };
};
const withTermination = (clientNoticeDays: number) => ({
  ...canonicalDraft,
  termination: { ...canonicalDraft.termination, clientNoticeDays },
});

test('an amendment is signed by two of the client’s people in their order, then countersigned, each stamp in its place', async () => {
  const { owner } = stage;
  const { id, signatureRequestId } = await sentToTwo({
    ...canonicalDraft,
    volumes: { ...canonicalDraft.volumes, calls: 1800 },
  });
  expect((await get(`/signature-requests/${signatureRequestId}`))['initials']).toEqual([]);
  later(60);
  await clientSigns(cadran, owner, { signatureRequestId, email: anne });
  expect((await get(`/signature-requests/${signatureRequestId}`))['state']).not.toBe('client_signed');
  later(60);
  await clientSigns(cadran, owner, { signatureRequestId, email: bruno.email });
  later(60);
  await countersigns(cadran, owner, { signatureRequestId });
  expect(await get(`/amendments/${id}`)).toMatchObject({ status: 'signed' });
  const { rawPayload } = await owner.call('GET', `/amendments/${id}/pdf`);
  if (process.env['LOOK']) writeFileSync(`${process.env['LOOK']}/avenant-deux-signataires.pdf`, rawPayload);
  expect((await verifySignatures(rawPayload)).map(({ fieldName, valid }) => [fieldName, valid])).toEqual([
    ['Signature_client', true],
    ['Signature_client_2', true],
    ['Signature_prestataire', true],
  ]);
});

test('the risk article that an amendment rewrites is initialled by both, in the words that the amendment gives it', async () => {
  const { signatureRequestId } = await sentToTwo(withTermination(60));
  const { initials } = await get(`/signature-requests/${signatureRequestId}`);
  expect(initials.map(({ id }: Json) => id)).toEqual(['resiliation']);
  expect(initials[0].text).toMatch(/60\sjours/);
  expect(initials[0].text).not.toContain('[object');
});

test('half signed, an amendment is withdrawn; signed by all of the client’s people, it is not', async () => {
  const { owner } = stage;
  const reason = 'Le préavis est à revoir.';
  const half = await sentToTwo(withTermination(45));
  await clientSigns(cadran, owner, { ...half, email: anne });
  await ok(owner.call('POST', `/amendments/${half.id}/withdrawal`, { reason }));

  const whole = await sentToTwo(withTermination(40));
  await clientSigns(cadran, owner, { ...whole, email: anne });
  await clientSigns(cadran, owner, { ...whole, email: bruno.email });
  const refused = await owner.call('POST', `/amendments/${whole.id}/withdrawal`, { reason });
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'accepted_by_client']);
  expect(await get(`/amendments/${whole.id}`)).toMatchObject({ status: 'sent' });
});
