import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fatalFindings } from '../../../../test/e-invoice/judge.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/db/testing.ts';
import { diskFiles } from '../../../platform/files/index.ts';
import { type App, buildApp } from '../../../platform/http/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { openLog } from '../../../platform/log/index.ts';
import { checkPdfA, createPdf } from '../../../platform/pdf/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Actor } from '../../../shared/actor.ts';
import { type ClientId, type UserId, newId } from '../../../shared/ids.ts';
import { civilDate, clockTime, instant, momentOf } from '../../../shared/time.ts';
import { contractOf } from '../testing/canonical-invoices.ts';
import { canonicalSources, openMission, tenantId } from '../testing/mission-in-database.ts';
import { aBuyer, aSeller } from '../testing/sample-parties.ts';
import { sampleTerms } from '../testing/sample-terms.ts';
import { wireInvoicing } from '../wire.ts';

const owner: Actor = { kind: 'member', userId: newId<UserId>(), tenantId, role: 'owner', displayName: 'Camille' };
const clientActor = (clientId: ClientId): Actor => ({
  kind: 'client',
  clientId,
  tenantId,
  contactId: null,
  displayName: 'Claire',
});
const pdf = createPdf();
let t: TestDatabase;
let app: App;
let folder: string;
let actor: Actor = owner;
let missionId: string;
let clientId: ClientId;

beforeAll(async () => {
  t = await testDatabase({ now: instant('2026-03-05T10:00:00Z') });
  folder = await mkdtemp(join(tmpdir(), 'cadran-invoices-'));
  const config = { publicUrl: 'http://localhost:4747' };
  const platform = { db: t.db, files: diskFiles(folder), pdf, config, log: openLog('silent') } as unknown as Platform & {
    pdf: typeof pdf;
  };
  const wired = wireInvoicing(platform, canonicalSources().evidence);
  t.db.react(wired.reactions ?? []);
  app = await buildApp(platform, [{ ...wired, identify: async () => [actor] }], { webDir: '/nowhere', version: '0' });
  await t.db.withTenant(tenantId, owner, signed);
});
afterAll(async () => {
  await app.close();
  await pdf.close();
  await t.stop();
  await rm(folder, { recursive: true });
});

/** The organisation, its client and a signed demonstration mission, whose deposit follows. */
const signed = async (tx: Tx) => {
  const { dossierId, ...fact } = await openMission(tx, contractOf(sampleTerms, true));
  ({ missionId, clientId } = fact);
  await sql`insert into organisations values (${tenantId}, 'Camille', ${JSON.stringify(aSeller())}, true, 1, now(), now())`.execute(
    tx.sql,
  );
  await sql`insert into clients values (${tenantId}, ${clientId}, ${dossierId}, 'Œuvre', '89999900700011', ${JSON.stringify(aBuyer())}, 1, now(), now())`.execute(
    tx.sql,
  );
  await recordFacts(tx, { dossierId, stream: { type: 'mission', id: missionId }, facts: [fact] });
};
const at = (day: string) => t.clock.set(momentOf(civilDate(day), clockTime('11:00')));
const get = async (url: string) => app.inject({ url: `/api/v1${url}` });
const post = async (url: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1${url}`, payload });

describe('through the API, in French', () => {
  let finalId: string;

  test('a milestone that is not reached says by how much', async () => {
    at('2026-03-12');
    const early = await get(`/missions/${missionId}/invoice-preview?kind=intermediate`);
    expect([early.statusCode, early.json().message]).toEqual([409, 'Le jalon demande 750 appels\u00a0; 300 sont atteints.']);
  });

  test('the schedule says what waits, in a sentence, in the reader’s language', async () => {
    const { steps } = (await get(`/missions/${missionId}/billing`)).json();
    expect(steps.map((step: { state: string; why: string | null }) => [step.state, step.why])).toEqual([
      ['issued', null],
      ['waiting', 'Le jalon demande 750 appels\u00a0; 300 sont atteints.'],
      ['waiting', 'Le solde se facture sur le compte rendu final\u00a0: arrêtez d’abord ce compte rendu.'],
    ]);
    const english = await app.inject({ url: `/api/v1/missions/${missionId}/billing`, headers: { 'accept-language': 'en' } });
    expect(english.json().steps[1].why).toBe('The milestone needs 750 calls; 300 have been reached.');
  });

  test('a preview shows what would be billed and what waits, and writes nothing', async () => {
    at('2026-03-20');
    await post(`/missions/${missionId}/invoices`, { kind: 'intermediate' });
    at('2026-04-10');
    const preview = await get(`/missions/${missionId}/invoice-preview?kind=final`);
    expect(preview.json()).toMatchObject({ netCents: 222_000, payableCents: 208_800, dueOn: '2026-05-31' });
    expect(preview.json().leftApart.map((left: { ref: string; because: string }) => `${left.ref} ${left.because}`)).toEqual([
      'RDV-09 refused',
      'RDV-15 disputed',
    ]);
    expect((await get('/invoices/totals')).json().count).toBe(2);
  });

  test('an issued invoice opens with the evidence of each line', async () => {
    const issued = await post(`/missions/${missionId}/invoices`, { kind: 'final' });
    expect([issued.statusCode, issued.json().number]).toEqual([201, 'FA-2026-0003']);
    finalId = issued.json().id;
    const detail = (await get(`/invoices/${finalId}`)).json();
    expect(detail).toMatchObject({ kind: 'final', state: 'to_pay', isDemo: true, payableCents: 208_800, pdfReady: false });
    expect(detail.lines[2].evidence).toHaveLength(14);
    expect(detail.deposits).toMatchObject([{ number: 'FA-2026-0001', vatCents: 9_600 }]);
  });

  test('its PDF is a PDF/A-3b that carries its XML, drawn once', async () => {
    const first = await get(`/invoices/${finalId}/pdf`);
    expect(first.headers['content-type']).toBe('application/pdf');
    expect(await checkPdfA(first.rawPayload)).toEqual([]);
    expect((await get(`/invoices/${finalId}/pdf?download=true`)).rawPayload.equals(first.rawPayload)).toBe(true);
    expect((await get(`/invoices/${finalId}`)).json().pdfReady).toBe(true);
  });

  test('its XML passes the four official layers', { timeout: 900_000 }, async () => {
    const xml = await get(`/invoices/${finalId}/xml`);
    expect(xml.headers['content-disposition']).toBe('attachment; filename="FA-2026-0003.xml"');
    expect(await fatalFindings(xml.body)).toEqual([]);
    expect(xml.body).toContain('DÉMONSTRATION');
  });

  test('a client reads its own invoices; another client finds nothing, not even a refusal that tells', async () => {
    actor = clientActor(clientId);
    expect((await get('/invoices')).json().invoices).toHaveLength(3);
    expect((await post(`/missions/${missionId}/invoices`, { kind: 'final' })).statusCode).toBe(403);
    actor = clientActor(newId<ClientId>());
    expect((await get(`/invoices?clientId=${clientId}`)).json().invoices).toEqual([]);
    for (const path of ['', '/pdf', '/xml']) expect((await get(`/invoices/${finalId}${path}`)).statusCode).toBe(404);
    actor = owner;
  });

  test('a wrong invoice is cancelled by a credit note with its reason', async () => {
    expect((await post(`/invoices/${finalId}/credit-note`, { reason: '' })).json().code).toBe('reason_required');
    const note = await post(`/invoices/${finalId}/credit-note`, { reason: 'Adresse erronée' });
    expect([note.statusCode, note.json().number]).toEqual([201, 'AV-2026-0001']);
    expect((await get(`/invoices/${finalId}`)).json()).toMatchObject({
      state: 'credited',
      creditedBy: { number: 'AV-2026-0001' },
    });
    expect((await get(`/invoices/${note.json().id}`)).json().credits).toMatchObject({ id: finalId, reason: 'Adresse erronée' });
  });
});
