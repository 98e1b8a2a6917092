import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { instant } from '../../src/shared/time.ts';
import { aClient, type Visitor } from '../support/running-cadran.ts';
import { signAs } from '../support/signing-by-api.ts';
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

const email = 'anne@martin.example';
const look = process.env['LOOK'];
const sound = async (page: Page, name: string) => {
  if (look) await page.screenshot({ path: `${look}/${name}.png`, fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
};

/** A provider with one client, signed in at a desk. */
const atWork = async () => {
  const owner = await cadran.owner();
  const { clientId } = (await owner.call('POST', '/clients', aClient())).json() as { clientId: string };
  const person = await newPerson(browser, cadran.url);
  await person.context.addCookies(
    [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
  );
  return { owner, clientId, ...person };
};
const read = async (owner: Visitor, path: string) => (await owner.call('GET', path)).json();
/** The mission's own conditions typed at once; what the framework settled stays. */
const complete = async (owner: Visitor, quoteId: string, change: object = {}) => {
  const { draft, revision, title, validUntil } = await read(owner, `/quotes/${quoteId}`);
  const lines = draft.price.lines.map((line: object) => ({ unitPriceCents: 9_000, quantity: 20, ...line }));
  const whole = {
    ...canonicalDraft,
    ...draft,
    scope: canonicalDraft.scope,
    calling: { ...canonicalDraft.calling, ...draft.calling },
  };
  const saved = await owner.call('PUT', `/quotes/${quoteId}/draft`, {
    revision,
    title,
    validUntil,
    draft: {
      ...whole,
      appointments: { ...canonicalDraft.appointments, ...draft.appointments },
      price: { ...draft.price, lines },
      ...change,
    },
  });
  expect(saved.statusCode, saved.body).toBe(200);
};

test(
  'general terms are published, a framework is signed, and an order departs from it in the open',
  { timeout: 150_000 },
  async () => {
    const { owner, clientId, page, problems } = await atWork();

    await page.goto('/conditions-generales');
    await page.getByRole('button', { name: 'Préparer l’édition 1' }).click();
    await page.getByText('Valeurs de cette édition').waitFor();
    await page.getByLabel('Ce qui change dans cette édition').fill('Première édition');
    await sound(page, 'cgv-prepare');
    await page.getByRole('button', { name: 'Publier l’édition 1' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publier l’édition 1' }).click();
    await page.getByText('En vigueur', { exact: true }).waitFor();
    await sound(page, 'cgv-list');

    // Anybody may read them, without an account.
    const { tenantId } = owner as Visitor & { tenantId: string };
    const stranger = await newPerson(browser, cadran.url, { device: 'phone' });
    await stranger.page.goto(`/cgv/${tenantId}`);
    await stranger.page.getByText('Édition 1, publiée le 2 mars 2026').waitFor();
    await sound(stranger.page, 'cgv-public');

    await page.goto('/contrats-cadres');
    await page.getByRole('button', { name: 'Nouveau contrat-cadre' }).click();
    await page.getByRole('button', { name: 'Ouvrir le contrat-cadre' }).click();
    await page.getByText('La grille de prix : à renseigner.').waitFor();
    const frameworkId = page.url().split('/').at(-1)!;
    for (const [label, price] of [
      ['Forfait de 40 heures d’appels', '1800'],
      ['Rendez-vous qualifié et accepté', '90'],
    ] as const) {
      await page.getByRole('button', { name: 'Ajouter un prix' }).click();
      await page.getByLabel('Désignation').last().fill(label);
      await page.getByRole('textbox', { name: 'Prix unitaire HT' }).last().fill(price);
      await page.keyboard.press('Tab');
    }
    await page.getByText('La grille de prix : à renseigner.').waitFor({ state: 'detached' });
    await page.getByText('Enregistré', { exact: true }).waitFor();
    await sound(page, 'framework-editor');
    // The order starts on the day the framework does.
    const { draft, revision, title, validUntil } = await read(owner, `/frameworks/${frameworkId}`);
    const frame = { ...draft.frame, startsOn: '2026-03-02' };
    await owner.call('PUT', `/frameworks/${frameworkId}/draft`, { revision, title, validUntil, draft: { ...draft, frame } });
    await page.reload();
    await page.getByRole('button', { name: 'Envoyer le contrat-cadre' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Envoyer le contrat-cadre' }).click();
    await page.getByText('CC-2026-0001').first().waitFor();
    const { signatureRequestId } = await read(owner, `/frameworks/${frameworkId}`);
    await signAs(cadran, owner, { signatureRequestId, email });
    await page.getByText('En vigueur', { exact: true }).waitFor();
    await sound(page, 'framework-signed');

    await page.getByRole('link', { name: 'Passer une commande' }).click();
    await page.getByRole('radio', { name: 'Bon de commande', checked: true }).waitFor();
    await page.getByText('CC-2026-0001').first().waitFor();
    await sound(page, 'order-new');
    await page.getByRole('button', { name: 'Ouvrir le bon de commande' }).click();
    await page.getByRole('navigation', { name: 'Rubriques' }).waitFor();
    const orderId = page.url().split('/').at(-1)!;
    const { draft: opened } = await read(owner, `/quotes/${orderId}`);
    expect(opened.price.lines.map(({ unitPriceCents }: { unitPriceCents: number }) => unitPriceCents)).toEqual([180_000, 9_000]);
    await complete(owner, orderId, { payment: { ...opened.payment, delay: { days: 45, method: 'end_of_month_A' } } });
    await page.reload();
    await page.getByRole('button', { name: 'Envoyer le bon de commande' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog
      .getByText('45 jours fin de mois, au lieu de 30 jours fin de mois (contrat-cadre n° CC-2026-0001, article')
      .waitFor();
    await dialog.getByRole('checkbox', { name: 'J’ai relu ces écarts' }).check({ force: true });
    await sound(page, 'derogations');
    await dialog.getByRole('button', { name: 'Envoyer le bon de commande' }).click();
    await page.getByText('BC-2026-0001').first().waitFor();
    await page.goto(`/contrats-cadres/${frameworkId}`);
    await page.getByRole('link', { name: 'BC-2026-0001' }).waitFor();
    expect(clientId).toBeTruthy();
    expect(problems).toEqual([]);
  },
);

test('six questions advise a scheme, and three near quotes write their own framework', { timeout: 120_000 }, async () => {
  const { owner, clientId, page, problems } = await atWork();
  await page.goto('/conseil');
  await page.getByRole('cell', { name: 'Souplesse, démarrage rapide' }).waitFor();
  await page.getByRole('radio', { name: 'Une seule fois' }).check({ force: true });
  await page.getByText('Pour une opération unique, un devis détaillé').waitFor();
  await page.getByRole('radio', { name: 'Régulièrement, chaque mois ou presque' }).check({ force: true });
  await page.getByLabel('Combien de missions prévoyez-vous').fill('6');
  await page.keyboard.press('Tab');
  await page.getByRole('radio', { name: 'Nous ne nous connaissons pas' }).check({ force: true });
  await page.getByRole('link', { name: 'Préparer une mission d’essai' }).waitFor();
  await page.getByText('Rien n’appelle encore un contrat-cadre').waitFor();
  await sound(page, 'advice');

  for (const days of [30, 30, 45]) {
    const payment = { ...canonicalDraft.payment, delay: { days, method: 'end_of_month_A' } };
    const { id } = (await owner.call('POST', '/quotes', { clientId, draft: { ...canonicalDraft, payment } })).json();
    const sent = await owner.call('POST', `/quotes/${id}/sending`);
    expect(sent.statusCode, sent.body).toBe(200);
  }
  await page.goto(`/conseil?client=${clientId}`);
  await page.getByText('3 offres proches en douze mois').waitFor();
  await page.getByRole('radio', { name: '30 jours fin de mois (DEV-2026-0002, DEV-2026-0001)' }).check({ force: true });
  await sound(page, 'opportunity');
  await page.getByRole('button', { name: 'Ouvrir ce contrat-cadre' }).click();
  await page.waitForURL(/contrats-cadres\//);
  await page.getByText('Conditions communes aux commandes').waitFor();
  const { draft } = await read(owner, `/frameworks/${page.url().split('/').at(-1)}`);
  expect(draft.shared.payment.delay.days).toBe(30);
  expect(draft.frame.priceGrid.length).toBe(canonicalDraft.price.lines.length);
  expect(problems).toEqual([]);
});
