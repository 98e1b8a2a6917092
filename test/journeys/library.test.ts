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

const pictures = process.env['PICTURES'];
const sound = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` });
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
};

test(
  'a clause is duplicated, written with its reading beside, read again, tried, published and compared',
  { timeout: 160_000 },
  async () => {
    const owner = await cadran.owner({ email: 'modeles@prospection.example' });
    await owner.call('POST', '/clients', aClient());
    const { page, context, problems } = await newPerson(browser, cadran.url);
    await context.addCookies(
      [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
    );
    await page.goto('/modeles');
    await page.getByRole('heading', { name: 'Modèles et clauses' }).waitFor();
    await sound(page, 'clauses');

    // Found by family and by words.
    await page.getByPlaceholder('Filtrer').fill('facturation et paiement');
    await page.getByRole('link', { name: /^Facturation et paiement/ }).click();
    await page.getByRole('button', { name: 'Dupliquer' }).click();
    await page.getByRole('dialog').getByLabel('Titre').fill('Paiement à la semaine');
    await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir le brouillon' }).click();
    await page.waitForURL(/propre-paiement-a-la-semaine/);

    // A fault is told with its line while it is written; then the reading follows the text.
    const text = page.getByLabel('Texte', { exact: true });
    await text.fill('Payable à la semaine.\n\nAu plus {% $terms.volume.calls %} appels.');
    await page.getByText('variable inconnue $terms.volume.calls').waitFor();
    expect(await page.getByText('ligne 3').count()).toBe(1);
    await text.fill('Payable {% delay($terms.payment.delay) %}.');
    await page.getByText(/Payable à 30 jours fin de mois/).waitFor();
    await sound(page, 'clause-editor');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Enregistré', { exact: true }).first().waitFor();

    // Someone else saves first: what was typed stays, and what differs is shown.
    const { draft, revision } = (await owner.call('GET', '/clauses/propre-paiement-a-la-semaine')).json();
    await owner.call('PUT', '/clauses/propre-paiement-a-la-semaine/draft', {
      revision,
      draft: { ...draft, body: 'Payable d’avance.' },
    });
    await text.fill('Payable {% delay($terms.payment.delay) %}, sans escompte.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Quelqu’un d’autre a enregistré ce brouillon').waitFor();
    expect(await text.inputValue()).toContain('sans escompte');
    await page.getByRole('button', { name: 'Garder la mienne' }).click();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Enregistré', { exact: true }).first().waitFor();

    await page.getByRole('button', { name: 'Enregistrer une relecture' }).click();
    await page.getByRole('dialog').getByLabel('Relue par').fill('Maître Anne Vidal');
    await page.getByRole('dialog').getByLabel('Qualité').fill('avocate');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer une relecture' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Essayer avec des clients' }).click();
    await page.getByRole('dialog').getByText('Ateliers Martin').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Essayer avec des clients' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('à l’essai').first().waitFor();
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publier' }).click();
    await page.getByText('publiée').first().waitFor();

    await page.getByRole('button', { name: 'Ouvrir une nouvelle version' }).click();
    // Typed only once the new version is the one on the page.
    await page.getByText('Version 2', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).waitFor();
    await text.waitFor();
    await text.fill('Payable {% delay($terms.payment.delay) %}, sans escompte ni délai.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Enregistré', { exact: true }).first().waitFor();
    await page.reload();
    await page.locator('ins', { hasText: 'ni délai' }).waitFor();
    await sound(page, 'clause-compared');
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('a model is built from clauses and says what cannot stand before it is saved', { timeout: 120_000 }, async () => {
  const owner = await cadran.owner({ email: 'modeles2@prospection.example' });
  const { page, context, problems } = await newPerson(browser, cadran.url);
  await context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  await page.goto('/modeles?vue=relecture');
  await page.getByRole('button', { name: 'Enregistrer une relecture' }).first().waitFor();
  await sound(page, 'a-relire');
  await page.goto('/modeles/documents/devis-prospection');
  await page.getByRole('button', { name: 'Dupliquer' }).click();
  await page.getByRole('dialog').getByLabel('Titre').fill('Mission courte');
  await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir le brouillon' }).click();
  await page.waitForURL(/propre-mission-courte/);
  await page.getByText('Ce modèle peut faire un document').waitFor();
  await page.getByRole('button', { name: 'Retirer Règles d’appel' }).click();
  await page.getByText(/Règle cachée\s: les créneaux d’appel/).waitFor();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('Ce modèle peut faire un document').waitFor();
  await sound(page, 'model');
  await page.getByRole('button', { name: 'Descendre Périmètre', exact: true }).click();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await page.getByText('Enregistré', { exact: true }).first().waitFor();
  expect(problems).toEqual([]);
  await context.close();

  const onPhone = await newPerson(browser, cadran.url, { device: 'phone', dark: true, language: 'en' });
  await onPhone.context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  for (const [path, name] of [
    ['/modeles', 'phone-clauses'],
    ['/modeles/clauses/rendez-vous', 'phone-clause'],
    ['/modeles/documents/propre-mission-courte', 'phone-model'],
  ] as const) {
    await onPhone.page.goto(path);
    await onPhone.page.getByRole('heading', { level: 1 }).waitFor();
    await sound(onPhone.page, name);
  }
  await onPhone.context.close();
});
