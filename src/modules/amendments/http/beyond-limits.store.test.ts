import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { type RunningTest, runningCadran, type Visitor } from '../../../../test/support/running-cadran.ts';
import type { Actor } from '../../../shared/actor.ts';
import { readJournal } from '../../../platform/journal/index.ts';
import type { ClientId, DossierId, MissionId, ProspectId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { addProspects, type TypedProspect } from '../../prospects/queries.ts';
import { clientSigns, type Json, ok, openLink, providerSigns, signBoth, signedMission } from '../testing/signed-mission.ts';

let cadran: RunningTest;
beforeAll(async () => {
  cadran = await runningCadran();
}, 120_000);
afterAll(() => cadran?.stop());

type Stage = Awaited<ReturnType<typeof signedMission>>;
const sent = async ({ owner, missionId }: Stage, draft: object, subject: string) => {
  const { id } = await ok(owner.call('POST', `/missions/${missionId}/amendments`, { subject }));
  const body = { revision: 1, subject, reason: '', effectiveAt: null, validUntil: '2026-03-25', draft };
  await ok(owner.call('PUT', `/amendments/${id}/draft`, body));
  const { signatureRequestId } = await ok(owner.call('POST', `/amendments/${id}/sending`));
  return { id: id as string, requestId: signatureRequestId as string };
};
const statusOf = async ({ owner }: Stage, { id }: { id: string }) => ok(owner.call('GET', `/amendments/${id}`));
const termsOf = async ({ owner, missionId }: Stage) =>
  (await ok(owner.call('GET', `/missions/${missionId}`)))['terms'].content.terms as Json;

describe('two amendments that wait together', () => {
  let stage: Stage;
  const calls = (n: number) => ({ ...canonicalDraft, volumes: { ...canonicalDraft.volumes, calls: n } });
  const review = {
    ...canonicalDraft,
    appointments: { ...canonicalDraft.appointments, review: { ...canonicalDraft.appointments.review, workingDays: 5 } },
  };

  test('the first signed rules; the one on the same terms is taken back from its signers and told why; the other still signs', async () => {
    stage = await signedMission(cadran);
    const [first, second, third] = [
      await sent(stage, calls(1800), 'Plus d’appels'),
      await sent(stage, calls(2000), 'Encore plus d’appels'),
      await sent(stage, review, 'Délai plus long'),
    ];
    await clientSigns(cadran, stage.owner, third.requestId);
    expect((await signBoth(cadran, stage.owner, first.requestId)).statusCode).toBe(200);
    expect(await statusOf(stage, second)).toMatchObject({
      status: 'overtaken',
      signatureState: 'withdrawn',
      closedReason: expect.stringContaining('signé d’abord'),
    });
    expect((await providerSigns(cadran, stage.owner, third.requestId)).statusCode).toBe(200);
    const terms = await termsOf(stage);
    expect([terms['volumes'].calls, terms['appointments'].review.workingDays]).toEqual([1800, 5]);
  });

  test('a draft written before is told that its terms have changed, and is brought up to them', async () => {
    const { owner, missionId } = stage;
    const { id } = await ok(owner.call('POST', `/missions/${missionId}/amendments`, { subject: 'Trop tard' }));
    const { draft } = await ok(owner.call('GET', `/amendments/${id}`));
    const mine = { ...draft, volumes: { ...draft.volumes, calls: 2500 } };
    const body = { revision: 1, subject: 'Trop tard', reason: '', effectiveAt: null, validUntil: '2026-03-25', draft: mine };
    await ok(owner.call('PUT', `/amendments/${id}/draft`, body));
    expect((await owner.call('PUT', `/amendments/${id}/draft`, body)).json()).toMatchObject({ code: 'changed_elsewhere' });
    const other = await sent(stage, { ...draft, volumes: { ...draft.volumes, calls: 1900 } }, 'Entre-temps');
    expect((await signBoth(cadran, owner, other.requestId)).statusCode).toBe(200);
    const rules = async () => (await ok(owner.call('GET', `/amendments/${id}`)))['findings'].map(({ rule }: Json) => rule);
    expect(await rules()).toContain('terms_changed_meanwhile');
    await ok(owner.call('POST', `/amendments/${id}/rebase`));
    expect(await rules()).toEqual([]);
    expect((await ok(owner.call('GET', `/amendments/${id}`)))['changes']).toMatchObject([{ label: 'Volume d’appels' }]);
  });

  test('one that nobody signs in time lapses, and one taken back says why', async () => {
    const [late, back] = [
      await sent(stage, review2(await termsOf(stage), 7), 'Tardif'),
      await sent(stage, review2(await termsOf(stage), 8), 'Retiré'),
    ];
    expect((await stage.owner.call('POST', `/amendments/${back.id}/withdrawal`, { reason: '' })).json()).toMatchObject({
      code: 'reason_required',
    });
    await ok(stage.owner.call('POST', `/amendments/${back.id}/withdrawal`, { reason: 'Accord trouvé autrement' }));
    cadran.clock.set(instant('2026-03-26T09:00:00Z'));
    await cadran.worker.runSweeps();
    expect([(await statusOf(stage, late))['status'], (await statusOf(stage, back))['status']]).toEqual(['expired', 'withdrawn']);
  });
  const review2 = (terms: Json, workingDays: number) => ({
    ...terms,
    appointments: { ...terms['appointments'], review: { ...terms['appointments'].review, workingDays } },
  });
});

describe('beyond the contract', () => {
  let stage: Stage;
  let client: Visitor;
  const small = {
    ...canonicalDraft,
    calling: { ...canonicalDraft.calling, script: { required: false, approvedByClient: false } },
    volumes: { ...canonicalDraft.volumes, calls: 5, hours: null },
    milestones: canonicalDraft.milestones.map((one) =>
      one.trigger.on === 'calls_reached' ? { ...one, trigger: { on: 'calls_reached', calls: 3 } } : one,
    ),
    indicators: canonicalDraft.indicators.map((one) => (one.formula === 'T' ? { ...one, target: { min: 5, max: null } } : one)),
  };

  beforeAll(async () => {
    stage = await signedMission(cadran, { draft: small });
    const { owner, dossierId } = stage;
    await ok(owner.call('POST', `/dossiers/${dossierId}/portal-link`));
    await cadran.worker.drainJobs();
    client = await openLink(cadran, owner, async (visitor) => (await visitor.call('GET', '/missions')).statusCode === 200);
  }, 120_000);

  test('the client asks for more calls; the prestataire answers by an amendment priced from the contract', async () => {
    const { owner, missionId } = stage;
    cadran.clock.set(instant('2026-03-10T09:00:00Z'));
    const asked = await client.call('POST', `/missions/${missionId}/change-requests`, {
      kind: 'calls',
      description: 'Encore quelques appels avant le salon',
      quantity: 2,
    });
    expect([asked.statusCode, asked.json()['replyBy']]).toEqual([201, '2026-03-12T22:59:00.000Z']);
    const [request] = (await ok(owner.call('GET', `/missions/${missionId}/amendments`)))['requests'];
    expect(request).toMatchObject({ askedBySide: 'client', article: expect.stringMatching(/^\d+\.\d+$/), answer: null });
    const own = await client.call('POST', `/change-requests/${request.id}/answer`, { answer: 'refused', text: 'non' });
    expect(own.json()).toMatchObject({ code: 'not_yours_to_answer' });
    const { amendmentId } = await ok(
      owner.call('POST', `/change-requests/${request.id}/answer`, { answer: 'amendment', text: '' }),
    );
    // 1 600 € of forfait ÷ 5 calls × 2.
    expect(await ok(owner.call('GET', `/amendments/${amendmentId}`))).toMatchObject({
      status: 'draft',
      origin: 'request',
      differenceCents: 64_000,
      findings: [],
    });
    // A draft is its author's: the client does not see it.
    expect((await client.call('GET', `/amendments/${amendmentId}`)).statusCode).toBe(404);
    const again = await owner.call('POST', `/change-requests/${request.id}/answer`, { answer: 'refused', text: 'trop' });
    expect(again.json()).toMatchObject({ code: 'request_answered' });
  });

  test('a request left without an answer is noted in the journal when the signed delay ends', async () => {
    const { owner, missionId, dossierId } = stage;
    await ok(client.call('POST', `/missions/${missionId}/change-requests`, { kind: 'task', description: 'Traduire le script' }));
    cadran.clock.set(instant('2026-03-13T08:00:00Z'));
    await cadran.worker.runSweeps();
    const { requests } = await ok(owner.call('GET', `/missions/${missionId}/amendments`));
    expect(requests[0]).toMatchObject({ kind: 'task', overdueAt: '2026-03-13T08:00:00.000Z' });
    const system = { kind: 'system', name: 'test', tenantId: owner.tenantId } as Actor;
    const journal = await cadran.db.withTenant(owner.tenantId, system, (tx) => readJournal(tx, dossierId as DossierId));
    expect(journal.filter(({ streamType }) => streamType === 'change_request').map(({ type }) => type)).toEqual([
      'ChangeRequested',
      'ChangeAnswered',
      'ChangeRequested',
      'ChangeReplyOverdue',
    ]);
  });

  test('at four fifths of a volume the amendment is ready, priced, and prepared once', async () => {
    const { owner, missionId, clientId } = stage;
    const typed = Array.from(
      { length: 5 },
      (_, n) =>
        ({ phone: `019900002${n}`, company: `Société ${n} SARL`, lastName: 'Martin', postalCode: '75011' }) as TypedProspect,
    );
    const prospects: ProspectId[] = await cadran.db.withTenant(
      owner.tenantId,
      { kind: 'system', name: 'test', tenantId: owner.tenantId } as Actor,
      async (tx) => (await addProspects(tx, { missionId: missionId as MissionId, clientId: clientId as ClientId }, typed)).added,
    );
    cadran.clock.set(instant('2026-03-13T16:00:00Z'));
    for (const [n, prospectId] of prospects.slice(0, 4).entries())
      await ok(
        owner.call('POST', `/missions/${missionId}/declared-calls`, {
          prospectId,
          at: `2026-03-13T14:0${n}:00.000Z`,
          talkSeconds: 60,
          outcome: { code: 'CA-', reason: 'Équipé', callbackAt: null, appointment: null },
        }),
      );
    const prepared = async () =>
      (await ok(owner.call('GET', `/missions/${missionId}/amendments`)))['amendments'].filter(
        ({ origin }: Json) => origin === 'volume',
      );
    expect(await prepared()).toEqual([]);
    await cadran.worker.runSweeps();
    await cadran.worker.runSweeps();
    const [draft, ...others] = await prepared();
    expect([draft.subject, draft.status, others]).toEqual(['1 appels supplémentaires', 'draft', []]);
    const { computation, differenceCents } = await ok(owner.call('GET', `/amendments/${draft.id}`));
    expect([differenceCents, computation[0].formulaFr.replace(/\s/g, ' ')]).toEqual([
      32_000,
      '1 600,00 € de forfait ÷ 5 appels × 1',
    ]);
  });
});
