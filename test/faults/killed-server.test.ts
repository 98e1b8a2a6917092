import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiRefusal, type ApiClient } from '../../src/demo/api-client.ts';
import { prospectFile } from '../../src/demo/prospect-file.ts';
import { headlessCaller } from '../../src/platform/telephony/headless-caller.ts';
import {
  addClient,
  type Killable,
  killableCadran,
  openMission,
  pause,
  sentQuote,
  signOnPaper,
  signUp,
  until,
} from './support/killable.ts';

/** kill -9 of the real program, at the worst moments, then what a person finds after the next start. */

let cadran: Killable;
let owner: ApiClient;
let clientId: string;
let missionId: string;
beforeAll(async () => {
  // A Monday of the contract, at ten in Paris.
  cadran = await killableCadran('2026-03-09T09:00:00.000Z');
  await cadran.start();
  owner = await signUp(cadran);
  ({ clientId } = await addClient(owner));
  missionId = await openMission(owner, clientId);
}, 120_000);
afterAll(() => cadran?.close(), 60_000);

type Import = { id: string; status: string; counts: { accepted: number } | null };
const prospectsCount = async () =>
  (await owner.get<{ counts: { total: number } }>(`/missions/${missionId}/prospects/counts`)).counts.total;

test('during an import: nothing of the file can be called, then the whole file, once', { timeout: 180_000 }, async () => {
  const rows = 30_000;
  const { id } = await owner.upload<Import>(`/missions/${missionId}/imports`, {
    name: 'gros.csv',
    mediaType: 'text/csv',
    bytes: prospectFile(rows),
  });
  await owner.post(`/imports/${id}/confirmation`);
  await until(
    () => owner.get<Import>(`/imports/${id}`),
    ({ status }) => status === 'running',
    20,
  );
  await cadran.kill();

  await cadran.start();
  const before = await owner.get<Import>(`/imports/${id}`);
  if (before.status !== 'done') expect(await prospectsCount()).toBe(0);
  const done = await until(
    () => owner.get<Import>(`/imports/${id}`),
    ({ status }) => status === 'done' || status === 'failed',
    120,
  );
  expect(done).toMatchObject({ status: 'done', counts: { accepted: rows } });
  expect(await prospectsCount()).toBe(rows);
});

test(
  'while agreements are signed: each has its mission and its deposit invoice or none, and no number is missing',
  { timeout: 180_000 },
  async () => {
    const waiting: string[] = [];
    for (let index = 0; index < 24; index += 1)
      waiting.push((await sentQuote(owner, clientId, `Devis ${index}`)).signatureRequestId);
    let acknowledged = 0;
    const sign = (request: string, index: number) =>
      pause(index * 15)
        .then(() => signOnPaper(owner, request))
        .then(() => (acknowledged += 1));
    const told = Promise.allSettled(waiting.map(sign));
    while (acknowledged < 5) await pause(5);
    await cadran.kill();
    await told;

    await cadran.start();
    const { missions } = await owner.get<{ missions: { id: string }[] }>('/missions');
    const { invoices } = await owner.get<{ invoices: { number: string; missionId: string }[] }>('/invoices?limit=100');
    const { quotes } = await owner.get<{ quotes: { status: string }[] }>('/quotes');
    const signed = quotes.filter(({ status }) => status === 'signed').length;
    // One agreement was there before; whatever was acknowledged is kept, and nothing is half done.
    expect(signed).toBeGreaterThanOrEqual(acknowledged + 1);
    expect([missions.length, invoices.length]).toEqual([signed, signed]);
    expect(new Set(invoices.map((invoice) => invoice.missionId)).size).toBe(signed);
    const numbers = invoices.map(({ number }) => Number(number.slice(-4))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  },
);

type Attempt = { phase: string; permittedOutcomes: string[]; events: { type: string }[] };

test(
  'during a call: it is closed with its cause, can still be qualified, and the caller goes on',
  { timeout: 120_000 },
  async () => {
    const { id: importId } = await owner.upload<Import>(`/missions/${missionId}/imports`, {
      name: 'petit.csv',
      mediaType: 'text/csv',
      bytes: prospectFile(40),
    });
    await owner.post(`/imports/${importId}/confirmation`);
    await until(
      () => owner.get<Import>(`/imports/${importId}`),
      ({ status }) => status === 'done',
    );
    const { version } = await owner.put<{ version: number }>(`/missions/${missionId}/script`, {
      body: 'Bonjour {{prospect.nom}}.',
    });
    await owner.post(`/missions/${missionId}/script/${version}/approval`);
    const { prospect } = await owner.post<{ prospect: { id: string } }>(`/missions/${missionId}/next-prospect`);
    const { id } = await owner.post<{ id: string }>('/attempts', { missionId, prospectId: prospect.id, line: 'simulated' });
    const phone = await headlessCaller({ speed: 1 });
    const { sdp } = await owner.post<{ sdp: string }>(`/attempts/${id}/offer`, { sdp: phone.offer.sdp, scenario: 'interested' });
    await phone.accept({ type: 'answer', sdp });
    await until(
      () => owner.get<Attempt>(`/attempts/${id}`),
      ({ phase }) => phase === 'answered',
      30,
    );
    await pause(1_500);
    await cadran.kill();
    await phone.leave();

    // Whoever restarts a server takes a few minutes.
    await cadran.start('2026-03-09T09:04:00.000Z');
    const closed = await until(
      () => owner.get<Attempt>(`/attempts/${id}`),
      ({ phase }) => phase === 'ended',
      60,
    );
    expect(closed.events.at(-1)!.type).toMatch(/ended|lost|interrupted|reconciled/);
    const code = closed.permittedOutcomes.includes('TEC') ? 'TEC' : closed.permittedOutcomes[0]!;
    await owner.post(`/attempts/${id}/outcome`, { code, reason: 'Serveur interrompu', callbackAt: null, appointment: null });
    const next = await owner.post<{ prospect: { id: string } | null }>(`/missions/${missionId}/next-prospect`);
    expect(next.prospect).not.toBeNull();
  },
);

test(
  'PostgreSQL killed under requests: each is kept or gets a number to quote, and the next ones pass',
  { timeout: 120_000 },
  async () => {
    const before = (await owner.get<{ quotes: unknown[] }>('/quotes')).quotes.length;
    const asked = Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        pause(index * 8).then(() => owner.post('/quotes', { clientId, title: `Panne ${index}` })),
      ),
    );
    await pause(200);
    await cadran.killPostgres();
    const answers = await asked;
    const kept = answers.filter(({ status }) => status === 'fulfilled').length;
    for (const answer of answers) {
      if (answer.status === 'fulfilled') continue;
      const refusal = answer.reason as ApiRefusal & { body: { requestId?: string } };
      expect(refusal).toBeInstanceOf(ApiRefusal);
      expect([refusal.status, refusal.body.code]).toEqual([500, 'surprise']);
      expect(refusal.body.message).toContain(refusal.body.requestId);
    }
    const after = await until(
      () =>
        owner.get<{ quotes: unknown[] }>('/quotes').then(
          ({ quotes }) => quotes.length,
          () => -1,
        ),
      (count) => count >= 0,
      30,
    );
    // A commit whose answer was lost may be there; one that was acknowledged is.
    expect(after).toBeGreaterThanOrEqual(before + kept);
    await owner.post('/quotes', { clientId, title: 'Après la panne' });
  },
);
