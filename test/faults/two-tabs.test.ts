import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiRefusal, ApiClient } from '../../src/demo/api-client.ts';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { client as clientIdentity, provider } from '../../src/demo/people.ts';
import { prospectFile } from '../../src/demo/prospect-file.ts';
import { declareCall } from '../../src/demo/scenes/place-calls.ts';
import { linkIn, newestMailTo } from '../../src/demo/scenes/sign-contract.ts';
import { instant } from '../../src/shared/time.ts';
import { type ServedTest, servedCadran } from '../journeys/support/served-cadran.ts';
import { addClient, sentQuote, signOnPaper } from './support/killable.ts';

/** Things done twice, out of order or too late, through the API, on one mission. */

let cadran: ServedTest;
let owner: ApiClient;
let client: ApiClient;
let clientId: string;
let missionId: string;
let prospects: { id: string; phone: string }[];

const at = (moment: string) => instant(`${moment}:00+01:00`);
const work = () => cadran.worker.drainJobs({ tolerateFailures: true });
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof ApiRefusal)) throw error;
      return error;
    },
  );

beforeAll(async () => {
  cadran = await servedCadran({ now: at('2026-03-02T10:00') });
  owner = new ApiClient(cadran.url);
  await owner.post('/sign-up', { ...provider, isDemo: true });
  ({ clientId } = await addClient(owner));
  const { signatureRequestId } = await sentQuote(owner, clientId);
  await signOnPaper(owner, signatureRequestId);
  await work();
  missionId = (await owner.get<{ missions: { id: string }[] }>('/missions')).missions[0]!.id;
  const { version } = await owner.put<{ version: number }>(`/missions/${missionId}/script`, { body: 'Bonjour.' });
  await owner.post(`/missions/${missionId}/script/${version}/approval`);
  const { id } = await owner.upload<{ id: string }>(`/missions/${missionId}/imports`, {
    name: 'fiches.csv',
    mediaType: 'text/csv',
    bytes: prospectFile(20),
  });
  await owner.post(`/imports/${id}/confirmation`);
  await work();
  prospects = (await owner.get<{ prospects: { id: string; phone: string }[] }>(`/missions/${missionId}/prospects?limit=50`))
    .prospects;
}, 180_000);
afterAll(() => cadran?.stop());

/** An appointment declared at that hour, and the client's browser, opened by its mail. */
const booked = async (hour: string) => {
  const meeting = { ref: 'RDV', meetingAt: '2026-03-20T10:00' } as never;
  cadran.clock.set(at(hour));
  const id = (await declareCall(owner, missionId, prospects.shift()!.id, {
    at: at(hour),
    code: 'RDV',
    talkSeconds: 210,
    appointment: meeting,
  }))!;
  await work();
  if (!client) {
    client = new ApiClient(cadran.url);
    await client.post(`/links/${linkIn(await newestMailTo(owner, clientIdentity.signatory.email))}/session`);
  }
  return id;
};

test('two tabs, one accepts and the other refuses: exactly one decision is kept, and the other tab is told', async () => {
  const id = await booked('2026-03-09T10:00');
  const answers = await Promise.all([
    refusalOf(client.post(`/appointments/${id}/acceptance`)),
    refusalOf(
      client.post(`/appointments/${id}/refusal`, {
        criterionId: 'besoin',
        momentSeconds: null,
        text: 'Le contact a démenti par courriel.',
      }),
    ),
  ]);
  expect(answers.filter((refused) => refused === null)).toHaveLength(1);
  const told = answers.find((refused) => refused !== null)!;
  expect([told.status, told.body.code]).toEqual([409, expect.stringMatching(/already_decided|changed_meanwhile/)]);
  const { state } = await owner.get<{ state: string }>(`/appointments/${id}`);
  expect(state).toBe(answers[0] === null ? 'accepted' : 'refused');
});

test('a decision after the signed deadline is refused with that deadline: silence has decided', async () => {
  const id = await booked('2026-03-09T11:00');
  cadran.clock.set(at('2026-03-11T18:01'));
  const late = await refusalOf(
    client.post(`/appointments/${id}/refusal`, { criterionId: 'besoin', momentSeconds: null, text: 'Trop tard.' }),
  );
  expect(late!.status).toBe(409);
  expect(late!.body.message).toMatch(/11 mars 2026/);
  await cadran.worker.runSweeps();
  expect(await owner.get(`/appointments/${id}`)).toMatchObject({ state: 'accepted' });
});

test('the same acceptance sent twice is said to be decided, and billed once', async () => {
  const id = await booked('2026-03-12T10:00');
  await client.post(`/appointments/${id}/acceptance`);
  const again = await refusalOf(client.post(`/appointments/${id}/acceptance`));
  expect([again!.status, again!.body.code]).toEqual([409, 'already_decided']);
});

test('a dial outside the signed slot is refused with its article, and the verdict is kept', async () => {
  cadran.clock.set(at('2026-03-13T10:00'));
  const { prospect } = await owner.post<{ prospect: { id: string } }>(`/missions/${missionId}/next-prospect`);
  cadran.clock.set(at('2026-03-13T12:20'));
  const refused = await refusalOf(owner.post('/attempts', { missionId, prospectId: prospect.id, line: 'manual' }));
  expect(refused!.status).toBe(423);
  expect(refused!.body.message).toMatch(/article \d+/);
});

test('a suppressed number is refused for good', async () => {
  cadran.clock.set(at('2026-03-13T14:30'));
  const { prospect } = await owner.post<{ prospect: { id: string; phone: string } }>(`/missions/${missionId}/next-prospect`);
  await owner.post('/suppressions', { phone: prospect.phone, scope: 'provider', reason: 'objected' });
  const refused = await refusalOf(owner.post('/attempts', { missionId, prospectId: prospect.id, line: 'manual' }));
  expect([409, 423]).toContain(refused!.status);
  expect(refused!.body.message).toMatch(/opposition|opposé/i);
});

test('milestones of 90 % and a validity date already past keep a quote from leaving, each with its sentence', async () => {
  const [first, ...others] = canonicalDraft.milestones;
  const draft = { ...canonicalDraft, milestones: [{ ...first, sharePercent: 20 }, ...others] };
  const { id } = await owner.post<{ id: string }>('/quotes', { clientId, title: 'Incomplet', validUntil: '2026-03-01', draft });
  const refused = await refusalOf(owner.post(`/quotes/${id}/sending`));
  expect(refused!.status).toBe(422);
  const sentences = (refused!.body.details!['findings'] as { fr: string }[]).map(({ fr }) => fr).join(' ');
  expect(sentences).toMatch(/100/);
  expect(sentences).toMatch(/valable|validité/i);
  // Nothing left: no number was spent.
  expect((await owner.get<{ number: string | null }>(`/quotes/${id}`)).number).toBeNull();
});
