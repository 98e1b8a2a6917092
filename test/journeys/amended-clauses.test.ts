import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ok, signedMission } from '../../src/modules/amendments/testing/signed-mission.ts';
import { instant } from '../../src/shared/time.ts';
import { launchBrowser, newPerson } from './support/browser.ts';
import { holds, keepFailure } from './support/screens.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

/** The clauses of a signed contract are changed on screen: one joins and asks its term, one is reworded, and each is taken back. */

let cadran: ServedTest;
let browser: Browser;
let page: Page;
let problems: string[];
let stage: Awaited<ReturnType<typeof signedMission>>;
let id: string;

beforeAll(async () => {
  [cadran, browser] = await Promise.all([servedCadran(), launchBrowser()]);
  stage = await signedMission(cadran);
  cadran.clock.set(instant('2026-03-10T09:00:00Z'));
  const opened = await ok(stage.owner.call('POST', `/missions/${stage.missionId}/amendments`, { subject: 'Clauses revues' }));
  id = opened['id'];
  const person = await newPerson(browser, cadran.url);
  await person.context.addCookies(
    [...stage.owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  ({ page, problems } = person);
}, 170_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepFailure(page, `amended-clauses-${task.name}`);
});
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
});

const saved = () => page.getByText('Enregistré').first().waitFor();

test('a clause of choice joins: what it asks appears in the form, and the article is read once it is given', async () => {
  await page.goto(`/missions/${stage.missionId}/avenants/${id}`);
  await page.getByText('Ajouter une clause (').click();
  await page.getByRole('button', { name: 'Ajouter « Non-sollicitation des équipes »' }).click();
  await page.getByText('a besoin d’une condition qui n’est pas renseignée').first().waitFor();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Résiliation/ })
    .click();
  const months = page.locator('[data-path^="nonSolicitation"] input').first();
  await months.fill('6');
  await months.blur();
  await page.getByText('(ajouté)').first().waitFor();
  await page.getByText('6 mois après sa fin').first().waitFor();
}, 60_000);

test('a sentence of a mandatory clause is reworded; the clause itself cannot be taken out', async () => {
  await page.getByText('Clauses du contrat', { exact: true }).click();
  await page.getByRole('searchbox', { name: 'Chercher une clause du contrat' }).fill('confidentialité');
  await page.getByRole('button', { name: 'Récrire « Confidentialité »' }).first().click();
  const dialog = page.getByRole('dialog');
  const sentence = dialog.getByRole('textbox').first();
  const was = await sentence.inputValue();
  await sentence.fill('Rien n’est dit.');
  await dialog.getByRole('button', { name: 'Prendre ces mots' }).click();
  await dialog.getByText('ne dit plus').waitFor();
  await sentence.fill(`Le silence est gardé. ${was}`);
  await dialog.getByRole('button', { name: 'Prendre ces mots' }).click();
  await page.getByText('Le silence est gardé.').first().waitFor();
  await saved();
  await holds(page, 'amended-clauses');
}, 60_000);

test('each change is taken back, and nothing changes any more', async () => {
  await page.getByRole('button', { name: 'Annuler le changement de « Confidentialité »' }).click();
  await page.getByRole('button', { name: 'Annuler le changement de « Non-sollicitation des équipes »' }).click();
  await page.getByText('Rien ne change encore').first().waitFor();
  expect(problems).toEqual([]);
}, 60_000);
