import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { type RunningTest, runningCadran } from '../../../../test/support/running-cadran.ts';
import { instant } from '../../../shared/time.ts';
import { type Json, ok, signBoth, signedMission } from '../testing/signed-mission.ts';

let cadran: RunningTest;
beforeAll(async () => {
  cadran = await runningCadran();
}, 120_000);
afterAll(() => cadran?.stop());

type Stage = Awaited<ReturnType<typeof signedMission>>;

const widened = {
  ...canonicalDraft,
  calling: {
    ...canonicalDraft.calling,
    slots: [canonicalDraft.calling.slots[0], { ...canonicalDraft.calling.slots[1], to: '19:00' }],
  },
};
const moreCalls = { ...widened, volumes: { ...canonicalDraft.volumes, calls: 1800 } };

const draftOf = async ({ owner, missionId }: Stage, draft: object, change: Json = {}) => {
  const { id } = await ok(owner.call('POST', `/missions/${missionId}/amendments`, { subject: 'Créneaux élargis' }));
  await ok(
    owner.call('PUT', `/amendments/${id}/draft`, {
      revision: 1,
      subject: 'Créneaux élargis',
      reason: '',
      effectiveAt: null,
      validUntil: '2026-03-25',
      draft,
      ...change,
    }),
  );
  return id as string;
};
const sent = async (stage: Stage, draft: object, change: Json = {}) => {
  const id = await draftOf(stage, draft, change);
  return { id, ...(await ok(stage.owner.call('POST', `/amendments/${id}/sending`))) } as {
    id: string;
    number: string;
    signatureRequestId: string;
  };
};
const lifeOf = ({ owner, missionId }: Stage) => ok(owner.call('GET', `/missions/${missionId}/amendments`));

describe('an amendment', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await signedMission(cadran);
  }, 120_000);

  test('a draft that changes nothing, or that takes effect in the past, does not leave, and says why', async () => {
    const id = await draftOf(stage, canonicalDraft, { effectiveAt: '2026-03-01T08:00:00.000Z' });
    const refused = await stage.owner.call('POST', `/amendments/${id}/sending`);
    expect(refused.statusCode).toBe(422);
    expect(refused.json().details.findings.map(({ rule }: Json) => rule)).toEqual(['effect_in_the_past', 'nothing_changes']);
    await ok(stage.owner.call('POST', `/amendments/${id}/discard`));
  });

  test('is numbered, worded under the articles of the contract, signed by both, and rules from its instant', async () => {
    const { owner, missionId } = stage;
    const { id, number, signatureRequestId } = await sent(stage, moreCalls, { effectiveAt: '2026-03-16T08:00:00.000Z' });
    expect(number).toBe('AVT-2026-0001');
    const detail = await ok(owner.call('GET', `/amendments/${id}`));
    expect(detail['articles'].map(({ kind, number: article }: Json) => [kind, article])).toContainEqual(['replaced', '4.2']);
    expect(detail['changes'].map(({ label }: Json) => label)).toContain('Créneaux d’appel');
    const english = detail['changes'].map((change: Json) => change['english']);
    expect(english).toContainEqual({ label: 'Calls', from: ['1,500 calls'], to: ['1,800 calls'] });
    expect(english.find(({ label }: Json) => label === 'Calling slots').to).toEqual([
      'Monday, Tuesday, Wednesday, Thursday and Friday, 14:00 to 19:00',
    ]);

    cadran.clock.set(instant('2026-03-10T09:00:00Z'));
    expect((await signBoth(cadran, owner, signatureRequestId)).statusCode).toBe(200);
    const { versions, amendments } = await lifeOf(stage);
    expect(versions.map(({ version, inForce, effectiveAt }: Json) => [version, inForce, effectiveAt])).toEqual([
      [1, true, '2026-03-05T10:00:00.000Z'],
      [2, false, '2026-03-16T08:00:00.000Z'],
    ]);
    expect(amendments.at(-1)).toMatchObject({ status: 'signed', rank: 1, rulesFrom: '2026-03-16T08:00:00.000Z' });
    const terms = async () => (await ok(owner.call('GET', `/missions/${missionId}`)))['terms'];
    expect((await terms()).content.terms.volumes.calls).toBe(1500);
    cadran.clock.set(instant('2026-03-16T08:00:00Z'));
    expect((await terms()).content.terms.volumes.calls).toBe(1800);
    expect((await terms()).content.number).toBe('DEV-2026-0001');
  });

  test('is filed as a PDF, and so is the consolidated version', async () => {
    await cadran.worker.drainJobs();
    const { amendments } = await lifeOf(stage);
    const { id } = amendments.at(-1);
    for (const path of ['pdf', 'consolidated']) {
      const file = await stage.owner.call('GET', `/amendments/${id}/${path}`);
      expect([file.statusCode, file.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
      if (process.env['KEEP_PDF'])
        (await import('node:fs')).writeFileSync(`${process.env['KEEP_PDF']}/${path}.pdf`, file.rawPayload);
    }
  });
});
