import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { type RunningTest, runningCadran } from '../../../../test/support/running-cadran.ts';
import type { Actor } from '../../../shared/actor.ts';
import type { ClientId, MissionId, ProspectId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { addProspects, type TypedProspect } from '../../prospects/queries.ts';
import { reportList } from '../../reporting/queries.ts';
import { type Json, ok, signBoth, signedMission } from '../testing/signed-mission.ts';

const signed = {
  ...canonicalDraft,
  calling: { ...canonicalDraft.calling, script: { required: false, approvedByClient: false } },
};
const budget = { id: 'budget', label: 'Budget', definition: 'Le budget de l’achat est voté.' };
/** Slots until 19:00, 300 more calls at 320 €, a fourth criterion, a longer review, appointments at 110 €, from 16 March. */
const amended = {
  ...signed,
  calling: { ...signed.calling, slots: [signed.calling.slots[0], { ...signed.calling.slots[1], to: '19:00' }] },
  volumes: { ...signed.volumes, calls: 1800 },
  appointments: {
    ...signed.appointments,
    criteria: [...signed.appointments.criteria, budget],
    review: { ...signed.appointments.review, workingDays: 4 },
  },
  price: {
    ...signed.price,
    lines: [
      signed.price.lines[0],
      { ...signed.price.lines[1], unitPriceCents: 11_000 },
      { id: 'supplement-calls-1', kind: 'forfait', label: '300 appels supplémentaires', quantity: 1, unitPriceCents: 32_000 },
    ],
  },
};
const marks = (ids: string[]) => ids.map((criterionId) => ({ criterionId, state: 'met', momentSeconds: 12 }));
const threeMarks = marks(['decideur', 'besoin', 'interet']);

describe('every engine switches at the instant of an amendment, and older facts keep older terms', () => {
  let cadran: RunningTest;
  let stage: Awaited<ReturnType<typeof signedMission>>;
  let prospects: ProspectId[];
  const at = (moment: string) => cadran.clock.set(instant(moment));

  beforeAll(async () => {
    cadran = await runningCadran();
    stage = await signedMission(cadran, { draft: signed });
    const { owner, missionId, clientId } = stage;
    const member = { kind: 'system', name: 'test', tenantId: owner.tenantId } as Actor;
    const typed = Array.from(
      { length: 8 },
      (_, n) =>
        ({ phone: `019900001${n}`, company: `Société ${n} SARL`, lastName: 'Martin', postalCode: '75011' }) as TypedProspect,
    );
    prospects = await cadran.db.withTenant(
      owner.tenantId,
      member,
      async (tx) => (await addProspects(tx, { missionId: missionId as MissionId, clientId: clientId as ClientId }, typed)).added,
    );
    const { id } = await ok(owner.call('POST', `/missions/${missionId}/amendments`, { subject: 'Élargir' }));
    await ok(
      owner.call('PUT', `/amendments/${id}/draft`, {
        revision: 1,
        subject: 'Élargir',
        reason: '',
        effectiveAt: '2026-03-15T23:00:00.000Z',
        validUntil: '2026-03-12',
        draft: amended,
      }),
    );
    const { signatureRequestId } = await ok(owner.call('POST', `/amendments/${id}/sending`));
    at('2026-03-10T09:00:00Z');
    expect((await signBoth(cadran, owner, signatureRequestId)).statusCode).toBe(200);
  }, 120_000);
  afterAll(() => cadran?.stop());

  const declare = (n: number, moment: string, given: Json[] | null = null) =>
    stage.owner.call('POST', `/missions/${stage.missionId}/declared-calls`, {
      prospectId: prospects[n],
      at: moment,
      talkSeconds: 120,
      outcome: {
        code: given ? 'RDV' : 'CA-',
        reason: given ? '' : 'Équipé',
        callbackAt: null,
        appointment: given
          ? {
              meetingAt: '2026-03-27T09:00:00.000Z',
              contactName: 'Mme Martin',
              contactRole: 'Direction',
              format: 'video',
              place: 'Lien',
              note: '',
              criteria: given,
            }
          : null,
      },
    });
  const sentenceOf = (response: { json: () => Json }) => response.json()['details'].sentenceFr as string;

  test('before: 18:30 is refused by the contract’s article; an appointment has the contract’s price, criteria and delay', async () => {
    at('2026-03-13T18:00:00Z');
    const refused = await declare(0, '2026-03-13T17:30:00.000Z');
    expect([refused.statusCode, sentenceOf(refused)]).toEqual([
      423,
      expect.stringMatching(/: article 4\.2, créneaux d’appel\.$/),
    ]);
    const { appointmentId } = await ok(declare(1, '2026-03-13T14:00:00.000Z', threeMarks));
    const appointment = await ok(stage.owner.call('GET', `/appointments/${appointmentId}`));
    // Two working days after Friday 13.
    expect(appointment).toMatchObject({ priceCents: 9_000, reviewBy: '2026-03-17T17:00:00.000Z' });
    expect(appointment['criteria'].map(({ id }: Json) => id)).toEqual(['decideur', 'besoin', 'interet']);
  });

  test('after: 18:30 is allowed, 19:30 is refused by the amendment; a new appointment has the new price, criteria and delay', async () => {
    at('2026-03-16T19:00:00Z');
    expect((await declare(2, '2026-03-16T17:30:00.000Z')).statusCode).toBe(201);
    const refused = await declare(3, '2026-03-16T18:30:00.000Z');
    expect([refused.statusCode, sentenceOf(refused)]).toEqual([
      423,
      expect.stringContaining('avenant n°\u00a01, article 4.2, créneaux d’appel'),
    ]);
    const missing = await declare(4, '2026-03-16T14:00:00.000Z', threeMarks);
    expect(missing.json()).toMatchObject({ code: 'criteria_missing' });
    const { appointmentId } = await ok(declare(5, '2026-03-16T14:00:00.000Z', [...threeMarks, ...marks(['budget'])]));
    const appointment = await ok(stage.owner.call('GET', `/appointments/${appointmentId}`));
    expect(appointment).toMatchObject({ priceCents: 11_000, reviewBy: '2026-03-20T17:00:00.000Z' });
    expect(appointment['criteria']).toHaveLength(4);
  });

  test('a call declared late is judged by the terms of its own hour', async () => {
    const refused = await declare(6, '2026-03-13T17:30:00.000Z');
    expect([refused.statusCode, sentenceOf(refused)]).toEqual([423, expect.stringMatching(/: article 4\.2,/)]);
  });

  test('the week before is reported against the terms of its own end, though its report is made after', async () => {
    await cadran.worker.runSweeps();
    const system = { kind: 'system', name: 'test', tenantId: stage.owner.tenantId } as Actor;
    const [report] = await cadran.db.withTenant(stage.owner.tenantId, system, (tx) =>
      reportList(tx, stage.missionId as MissionId),
    );
    expect(report).toMatchObject({ kind: 'weekly', from: '2026-03-09', frozenAt: '2026-03-16T19:00:00.000Z' });
    expect(report!.snapshot.volumes.find(({ id }) => id === 'calls')!.signed).toBe(1500);
    const board = await ok(stage.owner.call('GET', `/missions/${stage.missionId}/board`));
    expect(board['volumes'].find(({ id }: Json) => id === 'calls').signed).toBe(1800);
  });

  test('the final invoice bills each appointment at the price of its booking, and the forfait as amended', async () => {
    at('2026-04-06T08:00:00Z');
    await cadran.worker.runSweeps();
    await ok(stage.owner.call('POST', `/missions/${stage.missionId}/final-report`, { notes: [] }));
    const preview = await stage.owner.call('GET', `/missions/${stage.missionId}/invoice-preview?kind=final`);
    expect([
      preview.statusCode,
      preview.json().lines?.map(({ kind, quantity, unitPriceCents }: Json) => [kind, quantity, unitPriceCents]),
    ]).toEqual([
      200,
      [
        ['forfait', '1', 160_000],
        ['forfait', '1', 32_000],
        ['appointment', '1', 9_000],
        ['appointment', '1', 11_000],
      ],
    ]);
  });
});
