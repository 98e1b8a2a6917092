import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../src/shared/time.ts';
import { aClient } from '../support/running-cadran.ts';
import { axeFindings, launchBrowser, newPerson, scrollsSideways } from './support/browser.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

let cadran: ServedTest;
let browser: Browser;
beforeAll(async () => {
  [cadran, browser] = await Promise.all([servedCadran({ now: instant('2026-03-02T09:00:00Z') }), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
});

const sound = async (page: Page) => {
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
};

test('a new quote asks for what it lacks, leads to each field, saves by itself and leaves', { timeout: 120_000 }, async () => {
  const owner = await cadran.owner({ email: 'devis@prospection.example' });
  const { clientId } = (await owner.call('POST', '/clients', aClient())).json() as { clientId: string };
  const { page, context, problems } = await newPerson(browser, cadran.url);
  await context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  await page.goto(`/devis/nouveau?client=${clientId}`);
  await page.getByRole('button', { name: 'Ouvrir le devis' }).click();

  const rail = page.getByRole('navigation', { name: 'Rubriques' });
  const sheet = page.getByRole('region', { name: 'Aperçu du document' });
  await rail.waitFor();
  const quoteId = page.url().split('/').at(-1)!;
  const kept = async () => (await owner.call('GET', `/quotes/${quoteId}`)).json();

  // Never a dead button: it says how many points are missing, and its list leads to them.
  await page.getByRole('button', { name: /Envoyer le devis.*8 points manquent/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Le contexte de la mission' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Contexte de la mission').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('Le client vend un logiciel de gestion aux PME.');
  await sheet.getByText('Le client vend un logiciel de gestion aux PME.').first().waitFor();

  const fill = async (missing: string, words: string) => {
    await rail.getByRole('button', { name: missing }).click();
    await page.waitForFunction(() => document.activeElement?.closest('[data-path]'));
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  };
  await fill('Les objectifs', 'Obtenir 20 rendez-vous qualifiés');
  await fill('La cible à appeler', 'Dirigeants de PME de 10 à 200 salariés');
  await fill('La taille du fichier', '1500');
  await fill('Le numéro présenté', '0199001234');
  await fill('La définition du rendez-vous', 'Un échange de vingt minutes accepté par un décideur');
  await fill('L’arbitre', 'Jeanne Favre');
  await page.getByLabel('Courriel de l’arbitre').fill('jeanne.favre@mediation.example');
  // The field in use shows the article that words it.
  await sheet.getByText('Article 5.4').waitFor();

  await rail.getByRole('button', { name: 'Les lignes de prix' }).click();
  for (const [index, price] of ['2400', '90'].entries()) {
    await page.getByLabel('Prix unitaire HT').nth(index).fill(price);
    await page.keyboard.press('Tab');
  }
  await rail.getByText('Rien ne manque').waitFor();
  await sheet.getByText('4 200,00').first().waitFor();
  await sound(page);

  await page.getByText('Enregistré à').waitFor();
  expect((await kept()).draft.calling.presentedNumber).toBe('+33199001234');

  // Undo takes back the last price; a save from another tab loses nothing that is typed here.
  await page.getByRole('button', { name: 'Annuler la dernière modification' }).click();
  await rail.getByRole('button', { name: 'Les lignes de prix' }).waitFor();
  await page.getByLabel('Prix unitaire HT').nth(1).fill('95');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await kept()).netCents, { timeout: 15_000 }).toBe(430_000);
  const { revision, validUntil, draft } = await kept();
  await owner.call('PUT', `/quotes/${quoteId}/draft`, { revision, title: 'Depuis un autre onglet', validUntil, draft });
  await page.getByRole('textbox', { name: 'Titre du devis' }).fill('Prospection de printemps');
  await page.getByText('modifié dans un autre onglet').waitFor();
  await page.getByRole('button', { name: 'Garder ma version' }).click();
  await expect.poll(async () => (await kept()).title, { timeout: 15_000 }).toBe('Prospection de printemps');

  await page.getByRole('button', { name: 'Envoyer le devis' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Envoyer le devis' }).click();
  await page.getByText('DEV-2026-0001').first().waitFor();
  await page.getByText('Le client a reçu un lien').waitFor();
  await sound(page);
  expect(problems).toEqual([]);
  await context.close();
});
