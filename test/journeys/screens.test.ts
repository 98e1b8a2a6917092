import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../src/shared/time.ts';
import { aClient } from '../support/running-cadran.ts';
import { axeFindings, launchBrowser, newPerson, scrollsSideways } from './support/browser.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

let cadran: ServedTest;
let browser: Browser;
beforeAll(async () => {
  [cadran, browser] = await Promise.all([servedCadran({ now: instant('2026-03-16T09:00:00Z') }), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
});

const write = async (page: Page, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
};
const sound = async (page: Page) => {
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
};

test('a prestataire signs up, adds a client and stands before its dossier', { timeout: 90_000 }, async () => {
  const { page, context, problems } = await newPerson(browser, cadran.url);
  await page.goto('/');
  await page.waitForURL('**/connexion');
  await page.getByRole('link', { name: 'Inscrire mon activité' }).click();
  await write(page, {
    'person.name': 'Claire Fontaine',
    'person.email': 'claire@fontaine.example',
    'person.password': 'une phrase assez longue',
    'identity.name': 'Claire Fontaine',
    'identity.siret': '732 829 320 00075',
    'identity.address.line1': '12 rue des Tables Claudiennes',
    'identity.address.postCode': '69001',
    'identity.address.city': 'Lyon',
    'identity.email': 'claire@fontaine.example',
    'identity.phone': '01 99 00 12 34',
    'identity.iban': 'FR76 3000 6000 0112 3456 7890 189',
  });
  await page.getByRole('button', { name: 'Ouvrir mon organisation' }).click();

  // The wrong digit is told beside its field, and nothing typed is lost.
  await page.getByText('son chiffre de contrôle est faux').waitFor();
  expect(await page.locator('[name="identity.address.line1"]').inputValue()).toBe('12 rue des Tables Claudiennes');
  await sound(page);
  await write(page, { 'identity.siret': '732 829 320 00074' });
  await page.getByRole('button', { name: 'Ouvrir mon organisation' }).click();

  await page.getByRole('heading', { name: 'Ajouter un client' }).waitFor();
  await write(page, {
    name: 'Atelier Vauban',
    siret: '552 081 317 00018',
    'address.line1': '3 quai Rambaud',
    'address.postCode': '69002',
    'address.city': 'Lyon',
    'signatory.name': 'Hugo Vauban',
    'signatory.email': 'hugo@vauban.example',
  });
  await page.getByRole('button', { name: 'Ajouter le client' }).click();
  await page.getByRole('heading', { name: 'Atelier Vauban' }).waitFor();
  await page.getByRole('link', { name: 'Préparer un devis' }).waitFor();
  await sound(page);

  // Ctrl K finds the file by a few letters.
  await page.goto('/organisation');
  await page.getByRole('tab', { name: 'Membres' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Rechercher un client' }).fill('vaub');
  await page.getByRole('option', { name: /Atelier Vauban/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Atelier Vauban' }).waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test('a link lets an invited caller in, once', { timeout: 60_000 }, async () => {
  const owner = await cadran.owner({ email: 'anna@prospection.example' });
  await owner.call('POST', '/members', { email: 'karim@prospection.example', displayName: 'Karim Benali', role: 'caller' });
  const link = /\/lien\/[\w-]+/.exec((await cadran.mailTo(owner, 'karim@prospection.example')).text)![0];
  const { page, context, problems } = await newPerson(browser, cadran.url, { device: 'phone', dark: true });
  await page.goto(link);
  await page.getByText('Karim Benali').waitFor();
  await sound(page);
  await page.getByLabel('Choisissez un mot de passe').fill('encore une phrase longue');
  await page.getByRole('button', { name: 'Rejoindre l’organisation' }).click();
  await page.waitForURL('**/appels');
  await page.goto(link);
  await page.getByRole('alert').waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

describe('every screen of a prestataire holds', () => {
  const addresses = [
    '/dossiers',
    '/clients/nouveau',
    '/devis',
    '/devis/nouveau',
    '/signatures',
    '/missions',
    '/appels',
    '/a-valider',
    '/factures',
    '/oppositions',
    '/modeles',
    '/boite-envoi',
    '/organisation',
    '/galerie',
  ];

  test.each([
    { device: 'desktop', dark: false, language: 'fr' },
    { device: 'phone', dark: true, language: 'fr' },
    { device: 'desktop', dark: true, language: 'en' },
    { device: 'phone', dark: false, language: 'en' },
  ] as const)('on a $device, dark: $dark, in $language', { timeout: 180_000 }, async (look) => {
    const email = `${look.device}-${look.language}@prospection.example`;
    const owner = await cadran.owner({ email });
    const client = (await owner.call('POST', '/clients', aClient())).json() as { clientId: string; dossierId: string };
    const { page, context, problems } = await newPerson(browser, cadran.url, look);
    await context.addCookies(
      [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
    );
    for (const address of [...addresses, `/dossiers/${client.dossierId}`, `/clients/${client.clientId}`]) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      // What is still loading is not what people read.
      await page.waitForFunction(
        () => !document.querySelector('[role=status][aria-label].animate-pulse') || location.pathname === '/galerie',
      );
      expect({
        address,
        findings: await axeFindings(page),
        sideways: await scrollsSideways(page),
        problems: problems.splice(0),
      }).toEqual({ address, findings: [], sideways: false, problems: [] });
    }
    await context.close();
  });
});
