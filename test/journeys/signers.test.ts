import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { ok, signedMission } from '../../src/modules/amendments/testing/signed-mission.ts';
import { addDays, civilDateOf, clockTime, type Instant, momentOf } from '../../src/shared/time.ts';
import { clientSigns } from '../support/signing-by-api.ts';
import { axeFindings, launchBrowser, newPerson, scrollsSideways } from './support/browser.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

/** A second person of the client is named on the draft of an amendment and of a framework, then is asked to sign in turn. */

let cadran: ServedTest;
let browser: Browser;
let page: Page;
let stage: Awaited<ReturnType<typeof signedMission>>;
const anne = 'anne@martin.example';
const bruno = 'bruno@martin.example';

beforeAll(async () => {
  [cadran, browser] = await Promise.all([servedCadran(), launchBrowser()]);
  stage = await signedMission(cadran);
  const person = await newPerson(browser, cadran.url);
  await person.context.addCookies(
    [...stage.owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  page = person.page;
  page.setDefaultTimeout(12_000);
}, 170_000);
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
});

const get = (path: string) => ok(stage.owner.call('GET', path));
const sound = async (name: string) => {
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/${name}.png`, fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
};
const nameBruno = async (plan: string) => {
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByLabel('Nom et prénom').last().fill('Bruno Lenoir');
  await page.getByLabel('Qualité').last().fill('directeur financier');
  await page.getByLabel('Adresse e-mail').last().fill(bruno);
  await expect.poll(async () => (await get(plan))['people']).toMatchObject([{ name: 'Bruno Lenoir', rank: 2, duty: 'sign' }]);
};
const sends = async (name: string) => {
  await page.getByRole('button', { name }).click();
  await page.getByRole('alertdialog').getByRole('button', { name }).click();
};
/** Once all of the client's people have signed, the button that takes it back is off and says why. */
const cannotBeTakenBack = async () => {
  await page.getByRole('button', { name: 'Retirer', exact: true }).click();
  await page.getByText('son acceptation vous est parvenue').first().waitFor();
};

test('an amendment whose draft names a second signatory is signed by both, and is no longer withdrawn', async () => {
  const { owner, missionId } = stage;
  const subject = 'Trois cents appels de plus';
  const { id } = await ok(owner.call('POST', `/missions/${missionId}/amendments`, { subject }));
  const draft = { ...canonicalDraft, volumes: { ...canonicalDraft.volumes, calls: 1800 } };
  const body = { revision: 1, subject, reason: '', effectiveAt: null, validUntil: '2026-03-20', draft };
  await ok(owner.call('PUT', `/amendments/${id}/draft`, body));
  await page.goto(`/missions/${missionId}/avenants/${id}`);
  await nameBruno(`/signature-plans/amendment/${id}`);
  await sound('amendment-signers');
  await sends('Envoyer à la signature');
  await page.getByText('AVT-2026-0001').first().waitFor();
  const { signatureRequestId } = await get(`/amendments/${id}`);
  for (const email of [anne, bruno]) await clientSigns(cadran, owner, { signatureRequestId, email });
  await page.reload();
  await cannotBeTakenBack();
  await sound('amendment-accepted');
}, 120_000);

test('a framework too', async () => {
  const { owner, clientId } = stage;
  const { id } = await ok(owner.call('POST', '/frameworks', { clientId }));
  const { draft, revision, title, validUntil } = await get(`/frameworks/${id}`);
  const priceGrid = [{ id: 'rendez-vous', kind: 'appointment', label: 'Rendez-vous accepté', unitPriceCents: 9_000 }];
  const frame = { ...draft.frame, startsOn: '2026-03-10', endsOn: '2027-03-09', priceGrid };
  await ok(owner.call('PUT', `/frameworks/${id}/draft`, { revision, title, validUntil, draft: { ...draft, frame } }));
  await page.goto(`/contrats-cadres/${id}`);
  await nameBruno(`/signature-plans/framework/${id}`);
  await sound('framework-signers');
  await sends('Envoyer le contrat-cadre');
  await page.getByText('CC-2026-0001').first().waitFor();
  const { signatureRequestId } = await get(`/frameworks/${id}`);
  for (const email of [anne, bruno]) await clientSigns(cadran, owner, { signatureRequestId, email });
  await page.reload();
  await cannotBeTakenBack();
  await sound('framework-accepted');
}, 120_000);

test('twelve days before the certificate that seals runs out, the owner is told on every page and led to it', async () => {
  const { certificate } = await get('/seal');
  cadran.clock.set(momentOf(addDays(civilDateOf(certificate.expiresAt as Instant), -12), clockTime('09:00')));
  const owner = await cadran.owner();
  const { context, page: later } = await newPerson(browser, cadran.url);
  await context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  await later.goto('/dossiers');
  await later.getByRole('link', { name: 'le certificat du cachet expire dans 12 jours : remplacez-le' }).click();
  await later.getByText('Ce certificat expire dans 12 jours').waitFor();
  if (process.env['LOOK']) await later.screenshot({ path: `${process.env['LOOK']}/seal-strip.png` });
}, 60_000);
