import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiClient, type ApiRefusal } from '../src/demo/api-client.ts';
import { client as clientIdentity } from '../src/demo/people.ts';
import { type Played, playMission } from '../src/demo/play-mission.ts';
import { newestLinkTo } from '../src/demo/scenes/sign-contract.ts';
import type { Stage } from '../src/demo/stage.ts';
import { paris } from '../src/demo/story.ts';
import { runningCadran, type RunningTest } from './support/running-cadran.ts';

/** The canonical mission is called for two days, then goes wrong: a formal demand, no cure, termination, the last invoice, the hand-over. */

type Life = {
  standing: { terminatedAt: string | null; suspension: { ground: string } | null; suspendedDays: number };
  mission: { status: string; endsOn: string };
  articles: { term: string; article: string }[];
  ifEndedNow: { payableCents: number; netCents: number; unreachedCents: number; awaiting: { ref: string }[] };
  ifNoticeNow: { lastDay: string };
  resiliations: {
    id: string;
    state: string;
    cureUntil: string | null;
    effectiveAt: string | null;
    consequences: { payableCents: number } | null;
  }[];
  notices: { id: string; kind: string; documentId: string | null; served: { on: string } | null }[];
  handover: null | { dueOn: string; items: { item: string; owner: string }[] };
};

let cadran: RunningTest;
let stage: Stage;
let played: Played;
let client: ApiClient;

beforeAll(async () => {
  cadran = await runningCadran({ now: paris('2026-03-02T09:30') });
  await cadran.app.listen({ host: '127.0.0.1', port: 0 });
  const baseUrl = `http://127.0.0.1:${(cadran.app.server.address() as AddressInfo).port}`;
  const settle = async () => {
    await cadran.worker.drainJobs({ tolerateFailures: true });
  };
  stage = {
    baseUrl,
    clock: cadran.clock as Stage['clock'],
    settle,
    goTo: async (at) => {
      cadran.clock.set(at);
      await cadran.worker.runSweeps();
    },
    browser: () => new ApiClient(baseUrl),
    close: async () => {},
  };
  played = await playMission(stage, {
    vatRegime: 'real',
    simulatedSpeed: 20,
    ring: false,
    until: '2026-03-10',
    onProgress: () => {},
  });
}, 240_000);
afterAll(() => cadran?.stop());

const life = (who: ApiClient = played.owner) => who.get<Life>(`/missions/${played.missionId}/life`);
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (refusal: ApiRefusal) => refusal.body.code,
  );
/** The client opens the personal link of the newest letter. */
const openLetter = async () => {
  await stage.settle();
  const browser = stage.browser();
  const token = await newestLinkTo(played.owner, clientIdentity.signatory.email);
  const { subject } = await browser.post<{ subject: { type: string; id: string } }>(`/links/${token}/session`);
  expect(subject.type).toBe('notice');
  return { browser, noticeId: subject.id };
};
/** The gate’s sentence for a call that would be placed now; null when it is allowed. */
const gateSays = async (): Promise<string | null> => {
  const { prospects } = await played.owner.get<{ prospects: { id: string }[] }>(
    `/missions/${played.missionId}/prospects?status=to_call&limit=1`,
  );
  const call = { prospectId: prospects[0]!.id, at: stage.clock.now(), talkSeconds: 0 };
  const outcome = { code: 'NRP', reason: '', callbackAt: null, appointment: null };
  return played.owner.post(`/missions/${played.missionId}/declared-calls`, { ...call, outcome }).then(
    () => null,
    (refusal: ApiRefusal) => refusal.body.message ?? '',
  );
};

test('the account between the parties is known before anybody clicks, to the cent', async () => {
  await stage.goTo(paris('2026-03-10T18:30'));
  const { ifEndedNow, ifNoticeNow } = await life();
  // The share due at signature (480 €) and one accepted appointment (90 €), VAT, less the deposit of 576 €.
  expect(ifEndedNow).toMatchObject({ netCents: 57_000, payableCents: 10_800, unreachedCents: 112_000 });
  expect(ifEndedNow.awaiting.map(({ ref }) => ref)).toEqual(['RDV-02']);
  expect(ifNoticeNow.lastDay).toBe('2026-03-25');
});

test('the client may give its own notice from its space, one procedure at a time, and drop it while it is unread', async () => {
  await played.owner.post(`/dossiers/${played.dossierId}/portal-link`);
  await stage.settle();
  client = stage.browser();
  await client.post(`/links/${await newestLinkTo(played.owner, clientIdentity.signatory.email)}/session`);
  const notice = () =>
    client.post<{ resiliationId: string }>(`/missions/${played.missionId}/notice`, { reasons: 'Budget réduit.' });
  const { resiliationId } = await notice();
  await stage.settle();
  expect(await refusalOf(notice())).toBe('procedure_under_way');
  expect((await life()).resiliations[0]).toMatchObject({ state: 'notified', by: 'client', noticeDays: 15, path: 'at_will' });
  const { mails } = await played.owner.get<{ mails: { subject: string; to: { email: string } }[] }>('/mails?limit=20');
  expect(mails.find(({ subject }) => subject.startsWith('Résiliation du contrat'))!.to.email).toBe('camille@filetvoix.example');
  const drop = (who: ApiClient) => who.post(`/resiliations/${resiliationId}/withdrawal`, { reason: 'Un accord est trouvé.' });
  expect(await refusalOf(drop(played.owner))).toBe('not_your_procedure');
  await drop(client);
  expect((await life()).resiliations[0]!.state).toBe('withdrawn');
});

let resiliationId: string;
const move = (step: string, who = played.owner) =>
  who.post(`/resiliations/${resiliationId}/${step}`, { reason: 'Aucun règlement n’a été reçu.' });

test('a formal demand leaves the signed time to cure, from the day it is read', async () => {
  const payment = (await life()).articles.find(({ term }) => term.startsWith('payment'))!;
  const demand = (cureDays: number) =>
    played.owner.post<{ resiliationId: string }>(`/missions/${played.missionId}/formal-demand`, {
      term: payment.term,
      words: 'La facture d’acompte, exigible à réception, n’est pas réglée malgré deux relances.',
      cureDays,
      evidence: [],
    });
  // The contract says fifteen days at least.
  expect(await refusalOf(demand(14))).toBe('cure_days_unreasonable');
  ({ resiliationId } = await demand(15));
  expect(await refusalOf(move('failure'))).toBe('wrong_procedure_state');
  const { browser, noticeId } = await openLetter();
  expect(await refusalOf(played.owner.post(`/notices/${noticeId}/reading`))).toBe('not_yours_to_read');
  await browser.post(`/notices/${noticeId}/reading`);
  expect((await life()).resiliations[0]).toMatchObject({ state: 'cure_running', cureUntil: '2026-03-25T23:00:00.000Z' });
});

test('a suspension begins after its notice, stops the calls, and its days are put back at the end', async () => {
  const suspend = (ground: string) =>
    played.owner.post(`/missions/${played.missionId}/suspension`, { ground, reason: 'Le fichier corrigé n’a pas été remis.' });
  expect(await refusalOf(suspend('receivable_cap'))).toBe('no_cap_signed');
  await suspend('non_performance');
  await openLetter();
  // Eight days after Tuesday 10: calls go on until Wednesday 18, and stop on Thursday 19.
  await stage.goTo(paris('2026-03-11T09:40'));
  expect(await gateSays()).toBeNull();
  await stage.goTo(paris('2026-03-19T09:40'));
  expect(await gateSays()).toMatch(/article [\d.]+, exception d’inexécution/);
  expect(await refusalOf(client.post(`/missions/${played.missionId}/suspension/end`))).toBe('suspended_by_the_other');
  await stage.goTo(paris('2026-03-20T09:40'));
  await played.owner.post(`/missions/${played.missionId}/suspension/end`);
  expect(await life()).toMatchObject({ standing: { suspension: null, suspendedDays: 1 }, mission: { endsOn: '2026-04-04' } });
  expect(await gateSays()).toBeNull();
});

test('not cured, the contract is terminated: each step at its time, and no sooner', async () => {
  await stage.goTo(paris('2026-03-25T23:59'));
  expect(await refusalOf(move('failure'))).toBe('cure_delay_running');
  expect(await refusalOf(move('notification', client))).toBe('not_your_procedure');
  await stage.goTo(paris('2026-03-26T09:40'));
  await move('failure');
  await move('notification');
  expect((await life()).mission.status).toBe('open');
  expect(await gateSays()).toBeNull();

  const letter = await openLetter();
  await letter.browser.post(`/notices/${letter.noticeId}/reading`);
  const after = await life();
  expect(after.mission.status).toBe('closed');
  expect(await gateSays()).toMatch(/article [\d.]+, fin anticipée de la mission/);
  expect(after.resiliations[0]).toMatchObject({ state: 'effective', effectiveAt: paris('2026-03-26T09:40') });
  // Silence has accepted the one that was waiting: 480 € + 2 × 90 €, VAT, less 576 €.
  expect(after.resiliations[0]!.consequences!.payableCents).toBe(21_600);
  const letters = (await played.owner.get<{ documents: { kind: string }[] }>(`/dossiers/${played.dossierId}/documents`))
    .documents;
  expect(letters.filter(({ kind }) => kind === 'notice')).toHaveLength(5);
});

test('the last invoice bills what the letter announced', async () => {
  const invoice = await played.owner.post<{ payableCents: number }>(`/missions/${played.missionId}/invoices`, { kind: 'final' });
  await stage.settle();
  const { invoices } = await played.owner.get<{ invoices: { kind: string; payableCents: number }[] }>(
    `/invoices?missionId=${played.missionId}`,
  );
  expect(invoices.find(({ kind }) => kind === 'final')!.payableCents).toBe(21_600);
  expect(invoice).toBeTruthy();
});

test('the hand-over follows the signed owners: nothing is destroyed without an order, and the certificate waits for everything', async () => {
  const { handover } = await life();
  // Thirty days after Thursday 26 March.
  expect(handover).toMatchObject({ dueOn: '2026-04-25' });
  expect(handover!.items.map(({ item, owner }) => `${item}:${owner}`)).toEqual([
    'enriched_file:client',
    'scripts:provider',
    'recordings:client',
    'final_report:client',
    'deliverables:client',
    'suppression_list:client',
  ]);
  const step = (who: ApiClient, item: string, verb: string, body: object = {}) =>
    who.post(`/missions/${played.missionId}/handover/${item}/${verb}`, body);
  const destroy = { method: 'Clés de chiffrement détruites' };
  expect(await refusalOf(step(played.owner, 'recordings', 'destruction', destroy))).toBe('destruction_not_ordered');
  expect(await refusalOf(step(played.owner, 'recordings', 'destruction-order'))).toBe('handover_not_yours');
  expect(await refusalOf(step(client, 'suppression_list', 'destruction-order'))).toBe('handover_kept_by_law');
  await step(client, 'recordings', 'destruction-order');
  await step(played.owner, 'recordings', 'destruction', destroy);

  expect(await refusalOf(client.bytes(`/missions/${played.missionId}/handover/enriched_file/file`))).toBe(
    'unknown_handover_item',
  );
  await step(played.owner, 'enriched_file', 'delivery');
  const file = Buffer.from(await client.bytes(`/missions/${played.missionId}/handover/enriched_file/file`)).toString('utf8');
  expect(file.split('\r\n')).toHaveLength(1502);
  expect(await refusalOf(played.owner.post(`/missions/${played.missionId}/handover-attestation`))).toBe('handover_unfinished');
  // Once it is in the client’s hands, the client has it erased here: names and numbers go, the rows that were counted stay.
  await step(client, 'enriched_file', 'destruction-order');
  await step(played.owner, 'enriched_file', 'destruction', destroy);
  const { prospects } = await played.owner.get<{ prospects: { company: string | null; phone: string }[] }>(
    `/missions/${played.missionId}/prospects?limit=50`,
  );
  expect(prospects.every(({ company, phone }) => company === null && phone.startsWith('+999'))).toBe(true);
  expect(await refusalOf(client.bytes(`/missions/${played.missionId}/handover/enriched_file/file`))).toBe(
    'handover_item_destroyed',
  );
  for (const item of ['final_report', 'deliverables', 'suppression_list']) await step(played.owner, item, 'delivery');
  await played.owner.post(`/missions/${played.missionId}/handover-attestation`);
  await stage.settle();
  const { documents } = await played.owner.get<{ documents: { kind: string; title: string }[] }>(
    `/dossiers/${played.dossierId}/documents`,
  );
  expect(documents.find(({ kind }) => kind === 'handover')!.title).toContain('Attestation de restitution');
});

test('dates are told as they come near, and a calendar program reads them by a personal address', async () => {
  const { mails } = await played.owner.get<{ mails: { subject: string }[] }>('/mails?limit=200');
  // A month before the end, then the day of the notice, then the end of the delay to cure: each once.
  expect(mails.filter(({ subject }) => subject.startsWith('Fin du délai pour remédier')).length).toBeGreaterThanOrEqual(2);
  const { url } = await played.owner.post<{ url: string }>('/calendars');
  const read = await fetch(`${stage.baseUrl}${new URL(url).pathname}`);
  expect(read.headers.get('content-type')).toContain('text/calendar');
  expect(await read.text()).toContain('BEGIN:VCALENDAR');
  expect((await fetch(`${stage.baseUrl}/api/v1/calendars/${'x'.repeat(54)}`)).status).toBe(404);
});
