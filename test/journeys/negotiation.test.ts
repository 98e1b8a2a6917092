import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { addMinutes, instant } from '../../src/shared/time.ts';
import { aClient, type Visitor } from '../support/running-cadran.ts';
import { axeFindings, launchBrowser, newPerson, scrollsSideways } from './support/browser.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

let cadran: ServedTest;
let browser: Browser;
beforeAll(async () => {
  [cadran, browser] = await Promise.all([servedCadran({ now: instant('2026-02-02T09:00:00Z') }), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
});

const signatory = 'anne@martin.example';
const pictures = process.env['JOURNEY_PICTURES'];
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const sound = async (page: Page) => {
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
};
const work = () => cadran.worker.drainJobs({ tolerateFailures: true });

/** The newest personal link in the client’s mailbox. */
const newestLink = async (owner: Visitor): Promise<string> => {
  await work();
  const { mails } = (await owner.call('GET', '/mails')).json() as { mails: { mailId: string; to: { email: string } }[] };
  for (const { mailId } of mails.filter(({ to }) => to.email === signatory)) {
    const found = /\/lien\/([\w.~-]+)/.exec(((await owner.call('GET', `/mails/${mailId}`)).json() as { text: string }).text);
    if (found) return found[1]!;
  }
  throw new Error('no link');
};

test(
  'a client asks for 45 days and other words; one is accepted, one declined; revision 2 is signed',
  { timeout: 160_000 },
  async () => {
    const owner = await cadran.owner({ email: 'nego@prospection.example' });
    const { clientId } = (await owner.call('POST', '/clients', aClient())).json() as { clientId: string };
    const drafted = await owner.call('POST', '/quotes', {
      clientId,
      title: 'Prospection',
      draft: canonicalDraft,
      validUntil: '2026-02-27',
    });
    const { id: quoteId } = drafted.json() as { id: string };
    expect((await owner.call('POST', `/quotes/${quoteId}/sending`)).statusCode).toBe(200);

    // The client, on a phone, from the link to sign.
    const client = await newPerson(browser, cadran.url, { device: 'phone' });
    await client.page.goto(`/lien/${await newestLink(owner)}`);
    await client.page.getByRole('button', { name: 'Continuer' }).click();
    await client.page.getByRole('link', { name: 'Proposer une modification' }).click();
    await client.page.getByText('Rien n’est discuté pour l’instant').waitFor();
    await sound(client.page);

    await client.page.getByLabel('Chercher un article ou une condition').fill('délai de règlement');
    await client.page.getByRole('button', { name: /^Article \d+\..*paiement/i }).click();
    await client.page.getByRole('button', { name: /^Changer.: Délai de règlement$/ }).click();
    await client.page.getByLabel('Valeur proposée').fill('45');
    await client.page.keyboard.press('Tab');
    await client.page.getByLabel('Votre raison').fill('Nos propres clients nous règlent à 45 jours.');
    await picture(client.page, 'client-value');
    await client.page.getByRole('button', { name: 'Envoyer la proposition' }).click();
    await client.page.getByRole('heading', { name: 'Délai de règlement' }).waitFor();

    await client.page.getByLabel('Chercher un article ou une condition').fill('rendez-vous qualifié');
    await client.page.getByRole('button', { name: /^Article \d+\. Rendez-vous qualifiés/ }).click();
    await client.page.getByRole('button', { name: /^Réécrire.: Le Prestataire peut contester/ }).click();
    const words = client.page.getByLabel('Votre texte pour cette phrase');
    await words.fill(`${await words.inputValue()} La partie qui perd supporte les frais d’arbitrage.`);
    await client.page.getByLabel('Votre raison').fill('Pour que personne ne conteste à la légère.');
    await sound(client.page);
    await picture(client.page, 'client-words');
    await client.page.getByRole('button', { name: 'Envoyer le texte proposé' }).click();
    await client.page.getByRole('heading', { name: 'Rendez-vous qualifiés' }).waitFor();
    await client.page.getByText('En attente de l’autre partie').waitFor();
    await sound(client.page);
    await picture(client.page, 'client-waiting');

    // The prestataire answers: yes to one, no to the other, with the reason.
    const { page, context, problems } = await newPerson(browser, cadran.url);
    await context.addCookies(
      [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
    );
    await page.goto(`/devis/${quoteId}`);
    await page.getByText('2 points attendent votre réponse').waitFor();
    await picture(page, 'owner-quote');
    await page.getByRole('link', { name: 'Ouvrir la négociation' }).click();
    await page.getByRole('heading', { name: 'À vous de répondre' }).waitFor();
    await sound(page);
    await picture(page, 'owner-waiting');
    const card = (name: string) => page.getByRole('article', { name, exact: true });
    await card('Délai de règlement').getByRole('button', { name: 'Accepter' }).click();
    await page.getByRole('heading', { name: 'Accepté, pour la prochaine révision' }).waitFor();
    await card('Rendez-vous qualifiés').getByRole('button', { name: 'Décliner' }).click();
    await page.getByRole('dialog').getByLabel('Votre raison').fill('Les frais d’arbitrage restent partagés.');
    await page.getByRole('dialog').getByRole('button', { name: 'Décliner' }).click();
    await page.getByRole('heading', { name: 'Réglé' }).waitFor();
    await page.getByRole('link', { name: 'Voir ce que changera la révision 2' }).click();
    await page.getByText('Elle n’est pas encore envoyée').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Établir la révision 2' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Établir la révision 2' }).click();
    await page.getByText('dans la révision 2').waitFor();
    await picture(page, 'owner-revised');

    // Revision 2 is signed by both, by the links and the password of any quote.
    const visitor = cadran.visitor();
    const opened = await visitor.call('POST', `/links/${await newestLink(owner)}/session`, {});
    const requestId = (opened.json() as { subject: { id: string } }).subject.id;
    const signing = (verb: string, body: object = {}) => visitor.call('POST', `/signing/${requestId}/${verb}`, body);
    const seen = async () => (await visitor.call('GET', `/signing/${requestId}`)).json();
    expect((await seen()).title).toBe('Devis n°\u00a0DEV-2026-0001, révision\u00a02');
    for (const screen of ['summary', 'document'])
      await signing('views', { screen, seconds: 40, scrolledPercent: 100, pagesSeen: 9 });
    for (const { id } of (await seen()).initials) await signing('initials', { clauseId: id, initials: 'AM' });
    await signing('consent', { text: (await seen()).consentText });
    await signing('code');
    const { text } = await cadran.mailTo(owner, signatory);
    const { documentSha256 } = await seen();
    const signed = await signing('signature', { code: /^\d{6}$/m.exec(text)![0], documentSha256 });
    expect(signed.json()).toMatchObject({ state: 'client_signed' });
    cadran.clock.set(addMinutes(cadran.clock.now(), 60));
    const bound = await owner.call('POST', `/signature-requests/${requestId}/countersignature`, {
      documentSha256,
      password: 'une phrase assez longue',
    });
    expect(bound.json()).toEqual({ state: 'signed' });

    // The comparison shows exactly what was agreed.
    await page.reload();
    await page.getByText('Ce document ne se discute plus').waitFor();
    await page.getByRole('link', { name: 'Ce qui a changé ensuite' }).click();
    await page.getByRole('heading', { name: 'Ce qui change', level: 1 }).waitFor();
    await page.getByText('à 45 jours fin de mois').first().waitFor();
    expect(await page.locator('dl dt').count()).toBe(1);
    expect(await page.getByText('MODIFIÉE', { exact: true }).count()).toBe(1);
    expect(await page.getByText('supporte les frais d’arbitrage').count()).toBe(0);
    expect(await page.locator('main article ins').allTextContents()).toEqual(['45', '45']);
    await sound(page);
    await picture(page, 'comparison');
    await page.setViewportSize({ width: 390, height: 844 });
    await sound(page);
    await picture(page, 'comparison-phone');
    expect([...problems, ...client.problems]).toEqual([]);
  },
);
