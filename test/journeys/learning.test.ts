import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { instant } from '../../src/shared/time.ts';
import { aClient, type Visitor } from '../support/running-cadran.ts';
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

const pictures = process.env['JOURNEY_PICTURES'];
const sound = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
};
const signedIn = async (owner: Visitor, look: Parameters<typeof newPerson>[2] = {}) => {
  const person = await newPerson(browser, cadran.url, look);
  await person.context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  return person;
};

/** An offer sent, then refused by its client with these words. */
const refusedOffer = async (owner: Visitor, clientId: string, reason: string): Promise<void> => {
  const { id } = (
    await owner.call('POST', '/quotes', { clientId, title: 'Prospection', draft: canonicalDraft, validUntil: '2026-03-31' })
  ).json() as { id: string };
  const { signatureRequestId } = (await owner.call('POST', `/quotes/${id}/sending`)).json() as { signatureRequestId: string };
  const { text } = await cadran.mailTo(owner, 'anne@martin.example', 'DEV-2026');
  const signer = cadran.visitor();
  await signer.call('POST', `/links/${/\/lien\/([\w.~-]+)/.exec(text)![1]}/session`);
  expect((await signer.call('POST', `/signing/${signatureRequestId}/refusal`, { reason })).statusCode).toBe(200);
};

test(
  'what a client would not sign becomes a clause: read again, tried, published, and the point is settled',
  { timeout: 160_000 },
  async () => {
    const owner = await cadran.owner({ email: 'frictions@prospection.example' });
    const { clientId, dossierId } = (await owner.call('POST', '/clients', aClient())).json();
    await refusedOffer(owner, clientId, 'Acompte trop élevé pour une première mission');

    const { page, context, problems } = await signedIn(owner);
    await page.goto('/frictions');
    await page.getByText('À traduire en clause').waitFor();
    await sound(page, 'frictions');
    await page.getByRole('link', { name: /Offre refusée/ }).click();
    await page.getByText('Acompte trop élevé pour une première mission').waitFor();
    await sound(page, 'friction');

    await page.getByRole('button', { name: 'Écrire une clause' }).click();
    await page.getByRole('dialog').getByLabel('Titre de la clause').fill('Acompte de première mission');
    await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir le brouillon' }).click();
    await page.waitForURL(/propre-acompte-de-premiere-mission/);
    await page
      .getByLabel('Texte', { exact: true })
      .fill('Pour une première mission, l’acompte est payable {% delay($terms.payment.delay) %}.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Enregistré', { exact: true }).first().waitFor();

    await page.goto('/frictions');
    await page.getByText('Clause en chemin').waitFor();
    await page.goto('/modeles/clauses/propre-acompte-de-premiere-mission');
    await page.getByRole('button', { name: 'Enregistrer une relecture' }).click();
    await page.getByRole('dialog').getByLabel('Relue par').fill('Maître Anne Vidal');
    await page.getByRole('dialog').getByLabel('Qualité').fill('avocate');
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer une relecture' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Publier' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publier' }).click();
    await page.getByText('publiée').first().waitFor();

    await page.goto('/frictions');
    await page.getByText('Réglé par une clause publiée').waitFor();

    // One more, remembered from the telephone, then set aside with its reason.
    await page.getByRole('button', { name: 'Noter un malentendu' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('En une ligne').fill('Qui relance par courriel');
    await dialog.getByLabel('Ce qui s’est passé').fill('Le client attendait des courriels de suivi.');
    await dialog.getByRole('button', { name: 'Noter un malentendu' }).click();
    await page.getByRole('link', { name: /Qui relance par courriel/ }).click();
    await page.getByRole('button', { name: 'Écarter' }).click();
    await page.getByRole('dialog').getByLabel('Pourquoi il n’appelle pas de clause').fill('Cas unique');
    await page.getByRole('dialog').getByRole('button', { name: 'Écarter' }).click();
    await page.getByText('Écarté : Cas unique').waitFor();
    expect(problems).toEqual([]);

    // The same story is found in the client's file, by the words that were said.
    await cadran.worker.runSweeps();
    await cadran.worker.drainJobs({ tolerateFailures: true });
    await page.goto(`/dossiers/${dossierId}`);
    await page.getByText('Échanges', { exact: true }).waitFor();
    await page.getByLabel('Chercher dans le dossier').fill('premiere mission');
    await page.locator('mark', { hasText: 'première' }).first().waitFor();
    await sound(page, 'dossier-search');
    await page.getByLabel('Chercher dans le dossier').fill('creneaux autorises');
    await page
      .getByRole('button', { name: /^Lire / })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Effacer la recherche' }).click();
    await page.getByRole('button', { name: 'Validations' }).click();
    await page
      .getByText(/refusé/i)
      .first()
      .waitFor();
    await context.close();

    const onPhone = await signedIn(owner, { device: 'phone', dark: true, language: 'en' });
    for (const [path, name] of [
      ['/frictions', 'phone-frictions'],
      [`/dossiers/${dossierId}`, 'phone-dossier'],
    ] as const) {
      await onPhone.page.goto(path);
      await onPhone.page.getByRole('heading', { level: 1 }).waitFor();
      await sound(onPhone.page, name);
    }
    await onPhone.context.close();
  },
);
