import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { instant } from '../../src/shared/time.ts';
import { aClient, aSignUp } from '../support/running-cadran.ts';
import { launchBrowser, newPerson } from './support/browser.ts';
import { apiOf } from './support/journey.ts';
import { holds, keepFailure, settled } from './support/screens.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

/** Two people of the client sign in order, with initials and an option; one passes the pen; one forgets; one refuses; a stranger verifies. */

const paris = (moment: string) => instant(`${moment}:00+01:00`);
const anne = 'anne@martin.example';
const bruno = 'bruno@martin.example';
const denis = 'denis@martin.example';
const soon = { timeout: 20_000 };
const aLink = /\/lien\/[\w.~-]+/;

let cadran: ServedTest;
let browser: Browser;
let owner: BrowserContext;
let page: Page;
let phone: Page;
let folder: string;
let api: ReturnType<typeof apiOf>['api'];
let mailed: ReturnType<typeof apiOf>['mailed'];
let bytesAt: ReturnType<typeof apiOf>['bytesAt'];
const ids = { client: '', quote: '', request: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cadran-signatures-'));
  [cadran, browser] = await Promise.all([servedCadran({ now: paris('2026-03-02T09:00') }), launchBrowser()]);
  await cadran.worker.start();
  ({ page, context: owner } = await newPerson(browser, cadran.url));
  ({ api, mailed, bytesAt } = apiOf(owner, cadran.url));
  await api('POST', '/sign-up', aSignUp());
  ({ clientId: ids.client } = await api<{ clientId: string }>('POST', '/clients', aClient()));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    await keepFailure(page, `${task.name} desk`);
    await keepFailure(phone, `${task.name} phone`);
  }
});

const goTo = async (moment: string) => {
  cadran.clock.set(paris(moment));
  await cadran.worker.runSweeps();
};
/** While the pages of a PDF are drawn, nothing is ever quite still: the button is pressed where it is. */
const press = (name: string | RegExp, on: Page = page) =>
  on.getByRole('button', { name, exact: typeof name === 'string' }).click({ force: true, timeout: 30_000 });
const draftQuote = async (title: string) => {
  const price = {
    ...canonicalDraft.price,
    lines: [
      ...canonicalDraft.price.lines,
      { id: 'relance', kind: 'forfait', label: 'Relance des absents', quantity: 1, unitPriceCents: 24_000, optional: true },
    ],
  };
  const draft = { ...canonicalDraft, price };
  return (await api<{ id: string }>('POST', '/quotes', { clientId: ids.client, title, validUntil: '2026-03-31', draft })).id;
};
const requestOf = async (quoteId: string) =>
  (await api<{ signatureRequestId: string }>('GET', `/quotes/${quoteId}`)).signatureRequestId;

const numberOf = async (quoteId: string) => (await api<{ number: string }>('GET', `/quotes/${quoteId}`)).number;

/** A new telephone opens the link of the newest mail. */
const comeAs = async (email: string) => {
  const [link] = await mailed(email, aLink);
  ({ page: phone } = await newPerson(browser, cadran.url, { device: 'phone' }));
  await phone.goto(link);
  await press('Continuer', phone);
  await phone.getByText('L’essentiel').waitFor();
};
const readAll = async () => {
  await press('Lire le document', phone);
  await phone.locator('canvas').first().waitFor();
  await press('J’ai lu le document', phone);
};
const initialAll = async (initials: string) => {
  await phone.getByText('Les articles à parapher').waitFor();
  const buttons = phone.getByRole('button', { name: /^Parapher l’article/ });
  for (let left = await buttons.count(); left > 0; left -= 1) {
    await phone
      .getByLabel(/^Vos initiales/)
      .first()
      .fill(initials);
    await buttons.first().click();
    await expect.poll(() => buttons.count(), soon).toBe(left - 1);
  }
};
const codeAndSign = async (email: string) => {
  await phone.getByLabel('Code à six chiffres').waitFor();
  const code = (await mailed(email, /\b(\d{3})\s?(\d{3})\b/)).slice(1, 3).join('');
  await phone.getByLabel('Code à six chiffres').fill(code);
  await press('Signer le document', phone);
  await phone.getByRole('heading', { name: 'Vous avez signé' }).waitFor();
};

describe('several signatures', { timeout: 120_000 }, () => {
  test('the prestataire says who else signs, then sends', async () => {
    ids.quote = await draftQuote('Prospection à deux signatures');
    await page.goto(`/devis/${ids.quote}`);
    await settled(page);
    await press(/^Envoyer/);
    await press('Ajouter une personne');
    await page.getByLabel('Nom et prénom').fill('Bruno Lenoir');
    await page.getByLabel('Qualité').fill('directeur financier');
    await page.getByLabel('Adresse e-mail').last().fill(bruno);
    await page.getByText('Signataires enregistrés.').waitFor();
    await holds(page, 's1-signataires', { only: 'desk' });
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Envoyer/ })
      .click();
    await expect.poll(() => requestOf(ids.quote), soon).toBeTruthy();
    ids.request = await requestOf(ids.quote);
    await mailed(anne, aLink);
  });

  test('the first reads, initials each risk article, ticks an option and signs', async () => {
    await goTo('2026-03-03T10:00');
    await comeAs(anne);
    await holds(phone, 's2-resume', { only: 'phone' });
    await readAll();
    await holds(phone, 's3-paraphes', { only: 'phone' });
    await initialAll('AM');
    await holds(phone, 's4-paraphes-faits', { only: 'phone' });
    await press('Continuer', phone);
    await phone.getByText('Relance des absents').first().click();
    await phone.getByText(/Je retiens l’option/).click();
    await holds(phone, 's5-options', { only: 'phone' });
    await press('Accepter et recevoir le code', phone);
    await codeAndSign(anne);
    await phone.getByText(/Il reste à signer/).waitFor();
    await holds(phone, 's6-signe-en-premier', { only: 'phone' });
  });

  test('the second, who forgets, is reminded after three days, in the daytime', async () => {
    await mailed(bruno, /c’est votre tour/);
    await goTo('2026-03-05T10:00');
    await mailed(bruno, /c’est votre tour/);
    await goTo('2026-03-06T22:00');
    await mailed(bruno, /c’est votre tour/);
    await goTo('2026-03-07T10:00');
    await mailed(bruno, /attend votre réponse/);
    await page.goto(`/signatures/${ids.request}`);
    await page.getByText(/une relance, la dernière/).waitFor();
    await holds(page, 's7-demande');
  });

  test('he passes the pen to somebody else, and his old link says so', async () => {
    const [old] = await mailed(bruno, aLink);
    await comeAs(bruno);
    await press('Transmettre à une autre personne', phone);
    await phone.getByLabel('Nom et prénom').fill('Denis Petit');
    await phone.getByLabel('Qualité').fill('directeur général');
    await phone.getByLabel('Adresse e-mail').fill(denis);
    await phone.getByLabel('Pourquoi cette personne').fill('Je suis en congé jusqu’à la fin du mois.');
    await holds(phone, 's8-transmettre', { only: 'phone' });
    await press('Transmettre', phone);
    await mailed(denis, aLink);
    ({ page: phone } = await newPerson(browser, cadran.url, { device: 'phone' }));
    await phone.goto(old);
    await phone.getByRole('heading', { name: 'Vous avez transmis cette demande' }).waitFor();
    await holds(phone, 's9-lien-transmis', { only: 'phone' });
  });

  test('she who received it signs at the same price, and the prestataire countersigns', async () => {
    await goTo('2026-03-08T11:00');
    await comeAs(denis);
    await readAll();
    await initialAll('DP');
    await press('Continuer', phone);
    await phone.getByText(/choisies à la première signature/).waitFor();
    await phone.getByText(/Je retiens l’option/).click();
    await press('Accepter et recevoir le code', phone);
    await codeAndSign(denis);
    await goTo('2026-03-09T11:00');
    await page.goto(`/signatures/${ids.request}`);
    await page.getByText('À vous de contresigner').waitFor();
    await holds(page, 's10-a-contresigner');
    await page.locator('[name="password"]').fill('une phrase assez longue');
    await press('Contresigner');
    await page.getByText('Télécharger le document signé').waitFor({ timeout: 60_000 });
  });

  test('a stranger drops the signed file and reads what it is worth; an altered one is told apart', async () => {
    const signed = await bytesAt(`/signature-requests/${ids.request}/files/signed`);
    await writeFile(join(folder, 'contrat.pdf'), signed);
    ({ page: phone } = await newPerson(browser, cadran.url));
    await phone.goto('/verifier');
    await holds(phone, 's11-verifier');
    await phone.locator('input[type=file]').setInputFiles(join(folder, 'contrat.pdf'));
    await phone.getByText('Document authentique, signé par toutes les parties').waitFor();
    await holds(phone, 's12-verifie');
    signed[signed.indexOf('stream') + 30]! ^= 1;
    await writeFile(join(folder, 'falsifie.pdf'), signed);
    await phone.locator('input[type=file]').setInputFiles(join(folder, 'falsifie.pdf'));
    await phone.getByText('Attention : ce document a été modifié').waitFor();
    await holds(phone, 's13-altere');
    await writeFile(join(folder, 'note.pdf'), 'pas un PDF');
    await phone.locator('input[type=file]').setInputFiles(join(folder, 'note.pdf'));
    await phone.getByText(/n’est pas un PDF/).waitFor();
  });
});

describe('what does not go through', { timeout: 120_000 }, () => {
  test('a refusal says why, and the link of another browser leads back to the mailbox', async () => {
    const quoteId = await draftQuote('Prospection refusée');
    await api('POST', `/quotes/${quoteId}/sending`);
    await expect.poll(() => requestOf(quoteId), soon).toBeTruthy();
    const requestId = await requestOf(quoteId);
    await mailed(anne, new RegExp(await numberOf(quoteId)));
    ({ page: phone } = await newPerson(browser, cadran.url, { device: 'phone' }));
    await phone.goto(`/signature/${requestId}`);
    await phone.getByRole('heading', { name: /personnel/ }).waitFor();
    await holds(phone, 's14-autre-navigateur', { only: 'phone' });
    await phone.getByLabel(/L’adresse où/).fill(anne);
    await press('Recevoir mon lien', phone);
    await phone.getByText(/un lien vient d’y partir/).waitFor();
    await comeAs(anne);
    await press('Refuser de signer', phone);
    await phone.getByLabel('Raison du refus').fill('Le prix par rendez-vous est trop élevé.');
    await phone.getByRole('dialog').getByRole('button', { name: 'Refuser de signer' }).click();
    await phone.getByRole('heading', { name: 'Document refusé' }).waitFor();
    await holds(phone, 's15-refuse', { only: 'phone' });
  });

  test('past the deadline, the client asks for more time in one click and the prestataire gives it in one', async () => {
    const quoteId = await draftQuote('Prospection tardive');
    await api('POST', `/quotes/${quoteId}/sending`);
    const requestId = await requestOf(quoteId);
    await mailed(anne, new RegExp(await numberOf(quoteId)));
    const [link] = await mailed(anne, aLink);
    await goTo('2026-04-02T10:00');
    ({ page: phone } = await newPerson(browser, cadran.url, { device: 'phone' }));
    await phone.goto(link);
    await press('Continuer', phone);
    await phone.getByRole('heading', { name: 'Délai dépassé' }).waitFor();
    await holds(phone, 's16-delai-passe', { only: 'phone' });
    await press('Demander plus de temps', phone);
    await phone.getByText(/a reçu votre demande/).waitFor();
    await page.goto(`/signatures/${requestId}`);
    await press(/^Prolonger jusqu’au/);
    await mailed(anne, aLink);
    await page.goto('/signatures');
    await holds(page, 's17-signatures');
    await page.goto('/cachet');
    await holds(page, 's18-cachet');
  });
});
