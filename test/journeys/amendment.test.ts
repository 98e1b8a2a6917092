import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { ok, openLink, signBoth, signedMission } from '../../src/modules/amendments/testing/signed-mission.ts';
import { addProspects, type TypedProspect } from '../../src/modules/prospects/queries.ts';
import type { Actor } from '../../src/shared/actor.ts';
import type { ClientId, MissionId, ProspectId } from '../../src/shared/ids.ts';
import { instant } from '../../src/shared/time.ts';
import type { Visitor } from '../support/running-cadran.ts';
import { launchBrowser, newPerson } from './support/browser.ts';
import { keepFailure } from './support/screens.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

/** A signed contract is widened: later slots and 300 more calls, written on screen, signed by both, ruling from its instant only. */

const draft = { ...canonicalDraft, calling: { ...canonicalDraft.calling, script: { required: false, approvedByClient: false } } };

let cadran: ServedTest;
let browser: Browser;
let stage: Awaited<ReturnType<typeof signedMission>>;
let prospects: ProspectId[];
let page: Page;
let phone: Page;

const signedIn = async (visitor: Visitor, device: 'desktop' | 'phone' = 'desktop') => {
  const person = await newPerson(browser, cadran.url, { device });
  await person.context.addCookies(
    [...visitor.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  return person.page;
};

beforeAll(async () => {
  [cadran, browser] = await Promise.all([servedCadran(), launchBrowser()]);
  const draft = {
    ...canonicalDraft,
    calling: { ...canonicalDraft.calling, script: { required: false, approvedByClient: false } },
  };
  stage = await signedMission(cadran, { draft });
  const { owner, missionId, clientId, dossierId } = stage;
  const typed = Array.from(
    { length: 4 },
    (_, n) =>
      ({ phone: `019900001${n}`, company: `Société ${n} SARL`, lastName: 'Martin', postalCode: '75011' }) as TypedProspect,
  );
  const system = { kind: 'system', name: 'test', tenantId: owner.tenantId } as Actor;
  prospects = await cadran.db.withTenant(
    owner.tenantId,
    system,
    async (tx) => (await addProspects(tx, { missionId: missionId as MissionId, clientId: clientId as ClientId }, typed)).added,
  );
  await ok(owner.call('POST', `/dossiers/${dossierId}/portal-link`));
  await cadran.worker.drainJobs();
  const client = await openLink(cadran, owner, async (one) => (await one.call('GET', '/missions')).statusCode === 200);
  page = await signedIn(owner);
  phone = await signedIn(client, 'phone');
}, 170_000);
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await keepFailure(page, `amendment-owner-${task.name}`);
  await keepFailure(phone, `amendment-client-${task.name}`);
});
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
});

/** A call at 18:30 Paris on a day, declared then. */
const callAt = async (day: string, prospect: number) => {
  cadran.clock.set(instant(`${day}T17:45:00Z`));
  return stage.owner.call('POST', `/missions/${stage.missionId}/declared-calls`, {
    prospectId: prospects[prospect],
    at: `${day}T17:30:00.000Z`,
    talkSeconds: 60,
    outcome: { code: 'CA-', reason: 'Équipé', callbackAt: null, appointment: null },
  });
};

/** Later slots and the price of 300 calls, from Monday 16 March at midnight. */
const widened = {
  ...draft,
  calling: { ...draft.calling, slots: [draft.calling.slots[0], { ...draft.calling.slots[1], to: '19:00' }] },
  price: {
    ...draft.price,
    lines: [
      ...draft.price.lines,
      { id: 'supplement', kind: 'forfait', label: '300 appels supplémentaires', quantity: 1, unitPriceCents: 32_000 },
    ],
  },
};

test('an amendment is written in the quote’s own form: what changes, its article and its price are read at once', async () => {
  cadran.clock.set(instant('2026-03-10T09:00:00Z'));
  const { owner, missionId } = stage;
  const subject = 'Créneaux jusqu’à 19 h et 300 appels supplémentaires';
  const { id } = await ok(owner.call('POST', `/missions/${missionId}/amendments`, { subject }));
  const effectiveAt = '2026-03-15T23:00:00.000Z';
  const body = { revision: 1, subject, reason: '', effectiveAt, validUntil: '2026-03-20', draft: widened };
  await ok(owner.call('PUT', `/amendments/${id}/draft`, body));

  await page.goto(`/missions/${missionId}/avenants/${id}`);
  const calls = page.locator('[data-path="volumes.calls"] input').first();
  await calls.fill('1800');
  await calls.blur();
  await page.getByText('Volume d’appels').first().waitFor();
  await page.getByText('Enregistré').first().waitFor();
  await page.getByRole('button', { name: 'Envoyer à la signature' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Envoyer à la signature' }).click();
  await page.getByText('AVT-2026-0001').first().waitFor();
}, 60_000);

test('both sign; before its instant 18:30 is refused by article 4.2, from its instant it is allowed', async () => {
  const { amendments } = await ok(stage.owner.call('GET', `/missions/${stage.missionId}/amendments`));
  expect((await signBoth(cadran, stage.owner, amendments[0].signatureRequestId)).statusCode).toBe(200);
  const refused = await callAt('2026-03-13', 0);
  expect([refused.statusCode, refused.json().details.sentenceFr]).toEqual([423, expect.stringContaining(': article 4.2')]);
  expect((await callAt('2026-03-16', 1)).statusCode).toBe(201);
  await page.goto(`/missions/${stage.missionId}/avenants`);
  await page.getByText('en vigueur').first().waitFor();
}, 60_000);

test('the client reads the amendment and its consolidated version, and the invoice keeps the price of each', async () => {
  await cadran.worker.drainJobs();
  await phone.goto(`/missions/${stage.missionId}/avenants`);
  await phone.getByRole('link', { name: /^Avenant n°/ }).click();
  await phone.getByRole('link', { name: 'Version consolidée (PDF)' }).waitFor();
  cadran.clock.set(instant('2026-04-06T08:00:00Z'));
  await ok(stage.owner.call('POST', `/missions/${stage.missionId}/final-report`, { notes: [] }));
  const { lines } = await ok(stage.owner.call('GET', `/missions/${stage.missionId}/invoice-preview?kind=final`));
  expect(lines.map(({ unitPriceCents }: { unitPriceCents: number }) => unitPriceCents)).toEqual([160_000, 32_000]);
}, 60_000);
