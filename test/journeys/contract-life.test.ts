import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ApiClient } from '../../src/demo/api-client.ts';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { client as clientIdentity, provider } from '../../src/demo/people.ts';
import { type Played, playMission } from '../../src/demo/play-mission.ts';
import { newestLinkTo, signBoth } from '../../src/demo/scenes/sign-contract.ts';
import type { Stage } from '../../src/demo/stage.ts';
import { paris } from '../../src/demo/story.ts';
import { launchBrowser, newPerson } from './support/browser.ts';
import { pressIn } from './support/journey.ts';
import { holds, keepFailure } from './support/screens.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

/** A second mission waits for the vigilance documents; the first goes from a formal demand to its termination, on both screens. */

let cadran: ServedTest;
let browser: Browser;
let stage: Stage;
let played: Played;
let secondMission: string;
let page: Page;
let phone: Page;

beforeAll(async () => {
  [cadran, browser] = await Promise.all([servedCadran({ now: paris('2026-03-02T09:30') }), launchBrowser()]);
  const settle = async () => {
    await cadran.worker.drainJobs({ tolerateFailures: true });
  };
  stage = {
    baseUrl: cadran.url,
    clock: cadran.clock as Stage['clock'],
    settle,
    goTo: async (at) => {
      cadran.clock.set(at);
      await cadran.worker.runSweeps();
    },
    browser: () => new ApiClient(cadran.url),
    close: async () => {},
  };
  played = await playMission(stage, {
    vatRegime: 'real',
    simulatedSpeed: 20,
    ring: false,
    until: '2026-03-09',
    onProgress: () => {},
  });
  await stage.goTo(paris('2026-03-11T09:00'));
  await stage.settle();
  const { id } = await played.owner.post<{ id: string }>('/quotes', {
    clientId: played.clientId,
    title: 'Relance du fichier, printemps',
    validUntil: '2026-03-31',
    draft: { ...canonicalDraft, period: { startsOn: '2026-03-12', endsOn: '2026-06-30' } },
  });
  await played.owner.post(`/quotes/${id}/sending`);
  await stage.settle();
  const at = { clientAt: paris('2026-03-11T09:05'), providerAt: paris('2026-03-11T09:10') };
  ({ missionId: secondMission } = await signBoth(stage, played.owner, id, at));
  ({ page } = await newPerson(browser, cadran.url));
  await page.request.post(`${cadran.url}/api/v1/sign-in`, {
    headers: { origin: cadran.url },
    data: { email: provider.person.email, password: provider.person.password },
  });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await keepFailure(page, `${task.name} desk`);
  await keepFailure(phone, `${task.name} phone`);
});

const press = (name: string | RegExp, on: Page = page) => pressIn(on, name);
/** A new telephone opens the client’s newest link. */
const clientComes = async () => {
  await stage.settle();
  ({ page: phone } = await newPerson(browser, cadran.url, { device: 'phone' }));
  await phone.goto(`/lien/${await newestLinkTo(played.owner, clientIdentity.signatory.email)}`);
  await press('Continuer', phone);
  await phone.waitForURL((url) => !url.pathname.startsWith('/lien'));
};

test('above 5 000 € a mission waits for the three documents, which are deposited once', { timeout: 120_000 }, async () => {
  await page.goto(`/missions/${secondMission}`);
  await page.getByText(/Appels bloqués\s: 6\s800,00\s€ hors taxes/).waitFor();
  await page.getByRole('link', { name: 'Voir la vigilance' }).click();
  await page.getByRole('heading', { name: 'Les trois documents' }).waitFor();
  await holds(page, 'vigilance');

  const file = { mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4 attestation') };
  await page.getByRole('button', { name: 'Déposer', exact: true }).first().click();
  await page.locator('input[type=file]').setInputFiles({ name: 'attestation.pdf', mimeType: file.mediaType, buffer: file.bytes });
  const day = page.getByRole('dialog').getByRole('spinbutton');
  for (const [index, figures] of ['01', '03', '2026'].entries()) await day.nth(index).pressSequentially(figures);
  await page.locator('[name=securityCode]').fill('Y3K7 9QWE RT12 4MN');
  await page.getByRole('dialog').getByRole('button', { name: 'Déposer' }).click();
  await page.getByText('Valable jusqu’au 31 août 2026').waitFor();
  await page.getByText('Y3K79QWERT124MN').waitFor();

  await press('Déclarer n’employer aucun salarié étranger');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Déclarer n’employer aucun salarié étranger' }).click();
  await page.getByText('Valable jusqu’au 10 septembre 2026').waitFor();
  await played.owner.upload(
    '/vigilance/documents',
    { name: 'kbis.pdf', ...file },
    { kind: 'registration', issuedOn: '2026-02-20' },
  );

  await page.goto(`/missions/${secondMission}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('Appels bloqués').count()).toBe(0);
});

test('the client checks a document, and its check is recorded', { timeout: 60_000 }, async () => {
  await played.owner.post(`/dossiers/${played.dossierId}/portal-link`);
  await clientComes();
  await phone.goto('/vigilance');
  await phone.getByText(/Vous avez engagé 6\s800,00\s€/).waitFor();
  await phone.getByRole('button', { name: 'J’ai vérifié, il est authentique' }).first().click();
  await phone.getByText(/Vérifié par .* le 11 mars 2026/).waitFor();
  await holds(phone, 'vigilance-client', { only: 'phone' });
});

test('a formal demand leaves with its article, and the client acknowledges it', { timeout: 90_000 }, async () => {
  await page.goto(`/missions/${played.missionId}/fin`);
  await page.getByText('Le contrat suit son cours').waitFor();
  await holds(page, 'vie-du-contrat');
  await press('Mettre en demeure');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Article qui n’est pas respecté/ }).click();
  await page.getByRole('option', { name: /délai de règlement/ }).click();
  await dialog.locator('[name=words]').fill('La facture d’acompte n’est pas réglée malgré deux relances.');
  await dialog.getByRole('button', { name: 'Mettre en demeure' }).click();
  await page.getByText('Mise en demeure envoyée, en attente de réception').waitFor();

  await clientComes();
  await phone.getByRole('heading', { name: /^Lettre de/ }).waitFor();
  await phone.locator('canvas').first().waitFor();
  await holds(phone, 'lettre', { only: 'phone' });
  await press('Accuser réception', phone);
  await phone.getByText(/Lue le 11 mars 2026 par/).waitFor();
});

test('not cured, the contract is terminated with its consequences to the cent', { timeout: 90_000 }, async () => {
  await page.reload();
  await page.getByText('Délai pour remédier au manquement en cours').waitFor();
  await page
    .getByText(/Le délai pour remédier au manquement court jusqu’au 26 mars 2026 inclus/)
    .first()
    .waitFor();
  await stage.goTo(paris('2026-03-27T09:40'));
  await page.reload();
  await press('Il n’a pas été remédié');
  await page.locator('[name=reason]').fill('Aucun règlement n’est parvenu.');
  await page.getByRole('dialog').getByRole('button', { name: 'Il n’a pas été remédié' }).click();
  await page.getByText('Délai écoulé, manquement non réparé').waitFor();
  await press('Notifier la résolution');
  // 480 € due at signature and one appointment of 90 €, VAT, less the deposit of 576 €: 108 €.
  await page
    .getByRole('dialog')
    .getByText(/108,00/)
    .waitFor();
  await page.locator('[name=reason]').fill('Aucun règlement n’est parvenu dans le délai.');
  await page.getByRole('dialog').getByRole('button', { name: 'Notifier la résolution' }).click();
  await page.getByText('Fin de contrat notifiée, en attente de réception').waitFor();

  await clientComes();
  await press('Accuser réception', phone);
  await phone.getByText(/Lue le 27 mars 2026 par/).waitFor();
  await page.reload();
  await page.getByText('Contrat terminé').waitFor();
  await page.getByText('Remise de fin de mission').first().waitFor();
  await holds(page, 'contrat-termine');
});

test('dates are listed, the nearest first', { timeout: 60_000 }, async () => {
  await page.goto('/echeances');
  await page.getByText('Fin du délai de restitution des données').first().waitFor();
  await holds(page, 'echeances');
  await press('S’abonner depuis mon agenda');
  await page.getByLabel('Adresse d’abonnement').waitFor();
});
