import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { canonicalDraft, vagueDraft } from '../../src/demo/canonical-terms.ts';
import { instant } from '../../src/shared/time.ts';
import { fatalFindings } from '../e-invoice/judge.ts';
import { launchBrowser, newPerson } from './support/browser.ts';
import { apiOf, clientFields, pressIn, project, signUpFields, verify, write } from './support/journey.ts';
import { holds, keepFailure, settled } from './support/screens.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';

/** The main job in a browser, from a sign-up to a verified bundle, at the dates of the contract. */

const prospectFile = (name: string) => join(project, 'test/fixtures/prospects', name);
const paris = (moment: string) => instant(`${moment}:00+01:00`);

let cadran: ServedTest;
let api: ReturnType<typeof apiOf>['api'];
let mailed: ReturnType<typeof apiOf>['mailed'];
let bytesAt: ReturnType<typeof apiOf>['bytesAt'];
let browser: Browser;
let folder: string;
let page: Page;
let owner: BrowserContext;
const problems: string[][] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cadran-journey-'));
  [cadran, browser] = await Promise.all([servedCadran({ now: paris('2026-03-02T09:00') }), launchBrowser()]);
  await cadran.worker.start();
  const person = await newPerson(browser, cadran.url);
  ({ page, context: owner } = person);
  ({ api, mailed, bytesAt } = apiOf(owner, cadran.url));
  problems.push(person.problems);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepFailure(page, task.name);
});

/** Moves the clock and lets every deadline that passed decide. Documents and mails follow by themselves, as in life. */
const goTo = async (moment: string) => {
  cadran.clock.set(paris(moment));
  await cadran.worker.runSweeps();
};

const press = (name: string | RegExp, on: Page = page) => pressIn(on, name);

const signatory = 'claire.martin@oeuvre-fils.example';
const aLink = /\/lien\/[\w.~-]+/;

const ids = { quote: '', mission: '', dossier: '', appointment: '' };

describe('the main path', { timeout: 120_000 }, () => {
  test('1. a prestataire signs up with its legal identity', async () => {
    await page.goto('/inscription');
    await write(page, signUpFields);
    await page.getByText('Organisation de démonstration', { exact: true }).click();
    await holds(page, '01-inscription');
    await press('Ouvrir mon organisation');
    await page.getByRole('heading', { name: 'Ajouter un client' }).waitFor();
  });

  test('2. adds a client, whose dossier opens', async () => {
    await write(page, clientFields);
    const role = page.locator('[name="signatory.role"]');
    if (await role.count()) await role.fill('Directrice commerciale');
    await press('Ajouter le client');
    await page.getByRole('heading', { name: 'Société Œuvre & Fils' }).waitFor();
    ids.dossier = /dossiers\/([\w-]+)/.exec(page.url())![1]!;
    await holds(page, '02-dossier-ouvert');
  });

  test('3. writes a quote: what is missing is listed, shrinks as it is filled, and keeps it from leaving', async () => {
    await page.getByRole('link', { name: 'Préparer un devis' }).first().click();
    await page.getByRole('heading', { name: 'Nouveau devis' }).waitFor();
    await page.getByRole('textbox', { name: 'Titre du devis' }).fill('Prospection téléphonique auprès des PME, mars 2026');
    await press('Ouvrir le devis');
    await page.waitForURL(/\/devis\/[0-9a-f-]{36}/);
    ids.quote = /devis\/([\w-]+)/.exec(page.url())![1]!;
    const send = page.getByRole('button', { name: /Envoyer le devis/ });
    const missing = async () => Number(/(\d+) points? manque/.exec((await send.textContent()) ?? '')?.[1] ?? 0);
    await send.waitFor();
    await expect.poll(missing).toBeGreaterThan(3);
    const atFirst = await missing();
    await holds(page, '03-devis-a-completer');

    // Headings are filled one after the other.
    await press(/^Contexte/);
    await page.getByLabel('Contexte de la mission').fill(canonicalDraft.scope.context);
    await press(/^Objectifs/);
    await page.getByRole('textbox').nth(1).fill('Obtenir 20 rendez-vous qualifiés pour les commerciaux du client');
    await expect.poll(missing).toBeLessThan(atFirst);

    // Sending says what is still missing instead of leaving.
    await send.click();
    await page.getByRole('dialog').getByText('Avant l’envoi').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).last().click();
    await page
      .getByText(/^Enregistré/)
      .first()
      .waitFor();
  });

  test('3 (continued). the article’s own vague quote is refused with its list; the complete one leaves', async () => {
    const title = 'Prospection téléphonique auprès des PME, mars 2026';
    const { revision } = await api<{ revision: number }>('GET', `/quotes/${ids.quote}`);
    await api('PUT', `/quotes/${ids.quote}/draft`, { revision, title, validUntil: '2026-03-31', draft: vagueDraft });
    const refused = await owner.request.post(`${cadran.url}/api/v1/quotes/${ids.quote}/sending`, {
      data: {},
      headers: { origin: cadran.url },
    });
    const { details } = (await refused.json()) as { details: { findings: { path: string; fr: string }[] } };
    expect(refused.status()).toBe(422);
    expect(details.findings.map(({ path }) => path.split('.')[0])).toEqual(
      expect.arrayContaining(['appointments', 'reporting', 'payment']),
    );

    const again = await api<{ revision: number }>('GET', `/quotes/${ids.quote}`);
    await api('PUT', `/quotes/${ids.quote}/draft`, {
      revision: again.revision,
      title,
      validUntil: '2026-03-31',
      draft: canonicalDraft,
    });
    await page.goto(`/devis/${ids.quote}`);
    await page.getByText('Rien ne manque').first().waitFor();
    await holds(page, '04-devis-complet');
    await press(/Envoyer le devis/);
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Envoyer le devis' }).click();
    await page.getByText('DEV-2026-0001').first().waitFor();
  });

  test('4. the document is laid out once, and the link leaves by mail', async () => {
    await mailed(signatory, aLink);
    await page.goto('/boite-envoi');
    await page.getByText('Claire Martin').first().waitFor();
    await holds(page, '05-boite-d-envoi');
    await page.goto(`/devis/${ids.quote}`);
    await page.locator('canvas').first().waitFor();
    await page.waitForTimeout(500);
    await holds(page, '06-devis-envoye');
  });

  test('5. the client reads and signs on a phone with a mailed code, then the prestataire countersigns', async () => {
    await goTo('2026-03-04T15:00');
    const [link] = await mailed(signatory, aLink);
    const client = await newPerson(browser, cadran.url, { device: 'phone' });
    problems.push(client.problems);
    const phone = client.page;
    await phone.goto(link);
    await press('Continuer', phone);
    await phone.getByText('L’essentiel').waitFor();
    await holds(phone, '07-signature-resume', { only: 'phone' });
    await press('Lire le document', phone);
    await phone.locator('canvas').first().waitFor();
    await phone.waitForTimeout(500);
    await holds(phone, '08-signature-document', { only: 'phone' });
    await press('J’ai lu le document', phone);
    await phone.getByText('Les articles à parapher').waitFor();
    await holds(phone, '08b-signature-paraphes', { only: 'phone' });
    for (;;) {
      const button = phone.getByRole('button', { name: /^Parapher l’article/ });
      const left = await button.count();
      if (left === 0) break;
      await phone
        .getByLabel(/^Vos initiales/)
        .first()
        .fill('HM');
      await button.first().click();
      await phone.waitForFunction((before) => document.querySelectorAll('form').length < before, left);
    }
    await press('Continuer', phone);
    await phone.getByText('Votre accord').waitFor();
    await phone.getByRole('checkbox').first().check({ force: true });
    await holds(phone, '09-signature-accord', { only: 'phone' });
    await press('Accepter et recevoir le code', phone);
    await phone.getByLabel('Code à six chiffres').waitFor();
    const code = (await mailed(signatory, /\b(\d{3})\s?(\d{3})\b/)).slice(1, 3).join('');

    // A wrong code first: it is said, and nothing is signed.
    await phone.getByLabel('Code à six chiffres').fill(code === '000000' ? '000001' : '000000');
    await press('Signer le document', phone);
    await phone
      .getByRole('alert')
      .or(phone.getByText(/code/i).filter({ hasText: /faux|erroné|incorrect|reste/ }))
      .first()
      .waitFor();
    await phone.getByLabel('Code à six chiffres').fill(code);
    await press('Signer le document', phone);
    await phone.getByRole('heading', { name: 'Vous avez signé' }).waitFor();
    await holds(phone, '10-signature-faite', { only: 'phone' });
    await client.context.close();

    await goTo('2026-03-05T10:00');
    await page.goto(`/devis/${ids.quote}`);
    await page.getByText('À vous de contresigner').waitFor();
    await holds(page, '11-a-contresigner');
    await page.locator('[name="password"]').fill(signUpFields['person.password']);
    await press('Contresigner');
    await page.getByText('L’accord est conclu').waitFor();
  });

  test('5 (continued). the signed file carries two valid signatures, for pdfsig too', async () => {
    const { signatureRequestId } = await api<{ signatureRequestId: string }>('GET', `/quotes/${ids.quote}`);
    const path = join(folder, 'contrat.pdf');
    await writeFile(path, await bytesAt(`/signature-requests/${signatureRequestId}/files/signed`));
    const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', path]);
    expect(stdout.match(/Signature is Valid/g)).toHaveLength(2);
  });

  test('6. the mission is open, the deposit invoice issued by the same event', async () => {
    await page.goto('/missions');
    const missions = await api<{ missions: { id: string }[] }>('GET', '/missions');
    ids.mission = missions.missions[0]!.id;
    await holds(page, '12-missions');
    await page.goto('/factures');
    await page.getByText('FA-2026-0001').first().waitFor();
    await holds(page, '13-factures');
    const { invoices } = await api<{ invoices: { id: string; netCents: number }[] }>('GET', '/invoices');
    expect(invoices.map(({ netCents }) => netCents)).toEqual([48_000]);
    await page.goto(`/factures/${invoices[0]!.id}`);
    await holds(page, '14-facture-d-acompte');
  });

  test('7. two prospect files come in, every row accounted for', { timeout: 180_000 }, async () => {
    await goTo('2026-03-06T10:00');
    for (const [file, read] of [
      ['prospects-excel-400.csv', /400 lignes lues/],
      ['prospects-crm-300.csv', /\d+ lignes lues/],
    ] as const) {
      await page.goto(`/missions/${ids.mission}/import`);
      await settled(page);
      await page.locator('input[type=file]').setInputFiles(prospectFile(file));
      await page.getByText('Ce que contient chaque colonne').waitFor();
      await holds(page, `15-import-${file.slice(10, 13)}-colonnes`);
      await press('Importer le fichier');
      await page.getByText(/prêtes? à appeler/).waitFor();
      await page.getByText(read).waitFor();
      await holds(page, `16-import-${file.slice(10, 13)}-resultat`);
    }
    await page.goto(`/missions/${ids.mission}/prospects`);
    await holds(page, '17-fiches');
  });

  test('8. the script is written and approved', async () => {
    await page.goto(`/missions/${ids.mission}/script`);
    await page
      .locator('[name="body"]')
      .fill('Bonjour {{prospect.nom}}, {{appelant.nom}} pour {{client.nom}}.\n\nVous pouvez vous opposer à tout nouvel appel.');
    await press('Enregistrer une nouvelle version');
    await press('Déclarer la validation du client');
    await page.getByText('déclarée par le prestataire').waitFor();
    await holds(page, '18-script');
  });

  test('8 (continued). outside the signed slots the call is blocked, and the article is named', async () => {
    await goTo('2026-03-09T12:30');
    await page.goto(`/appels/${ids.mission}`);
    await settled(page);
    await press(/^Fiche suivante/);
    const blocked = page.getByText(/article \d+(\.\d+)?/).first();
    await blocked.waitFor();
    await holds(page, '19-appel-bloque');
  });

  test(
    '8 (continued). in the slot, the simulated line rings, is recorded and brings an appointment',
    { timeout: 180_000 },
    async () => {
      await goTo('2026-03-09T14:10');
      await page.goto(`/appels/${ids.mission}`);
      await settled(page);
      await press(/^Fiche suivante/);
      const call = page.getByRole('button', { name: /^Appeler/ });
      await call.waitFor();
      await page.getByLabel('Réaction du prospect simulé').click();
      await page.getByRole('option', { name: 'Intéressé' }).click();
      await holds(page, '20-poste-pret');
      await call.click();
      await page.getByRole('status').getByText('En conversation').waitFor();
      const answeredAt = Date.now();
      for (let criterion = 0; criterion < 3; criterion += 1) {
        await page
          .getByRole('button', { name: /^Constaté/ })
          .first()
          .click();
        await page.waitForTimeout(1_500);
      }
      await holds(page, '21-appel-en-cours');
      // An argued call lasts fifteen seconds at least.
      await page.waitForTimeout(Math.max(0, 18_000 - (Date.now() - answeredAt)));
      await press(/^Raccrocher/);
      await press(/^Rendez-vous posé/);
      // A narrower window would start the form again.
      await holds(page, '22-qualification', { only: 'desk' });
      await press('Enregistrer');
      await page.getByText('le client a jusqu’à l’échéance').first().waitFor();
      await press('Arrêter la session');
      await page.getByRole('button', { name: 'Commencer à appeler' }).waitFor();
      const { appointments } = await api<{ appointments: { id: string; ref: string; recordingId: string | null }[] }>(
        'GET',
        '/appointments',
      );
      expect(appointments).toHaveLength(1);
      ids.appointment = appointments[0]!.id;
    },
  );

  test('9. the client listens on its link and accepts', async () => {
    await goTo('2026-03-10T10:00');
    const [link] = await mailed(signatory, aLink);
    const client = await newPerson(browser, cadran.url);
    problems.push(client.problems);
    await client.page.goto(link);
    await press('Continuer', client.page);
    await client.page.waitForURL(/a-valider/);
    await settled(client.page);
    await client.page.goto('/a-valider');
    await holds(client.page, '23-a-valider');
    await client.page.goto(`/a-valider/${ids.appointment}`);
    await client.page.getByRole('button', { name: /^Accepter/ }).waitFor();
    await holds(client.page, '24-validation');
    await press(/^Accepter/, client.page);
    await client.page
      .getByText(/accepté/i)
      .first()
      .waitFor();
    await client.context.close();
    const [decided] = (await api<{ appointments: { state: string }[] }>('GET', '/appointments')).appointments;
    expect(decided!.state).toBe('accepted');
  });

  test('10. the board says where the mission stands', async () => {
    await page.goto(`/missions/${ids.mission}`);
    await page.getByText('Volumes signés').waitFor();
    await holds(page, '25-tableau-de-bord');
  });

  test('11. the weekly report is frozen, the final one too', async () => {
    await goTo('2026-03-17T09:00');
    await goTo('2026-04-06T08:00');
    await page.goto(`/missions/${ids.mission}/rapports`);
    await press('Établir le rapport final');
    await page.getByRole('dialog').getByRole('button', { name: 'Établir le rapport final' }).click();
    await page.getByText('Le rapport final est établi').first().waitFor();
    await page.locator('canvas').first().waitFor();
    await holds(page, '26-rapports');
    const { reports } = await api<{ reports: { id: string; kind: string }[] }>('GET', `/missions/${ids.mission}/reports`);
    expect(reports.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['weekly', 'final']));
    for (const { id } of reports) {
      expect((await bytesAt(`/reports/${id}/pdf`)).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  test('12. the final invoice is issued on screen; its XML passes the four official layers', { timeout: 300_000 }, async () => {
    await page.goto(`/missions/${ids.mission}/facturation`);
    await page.getByRole('button', { name: 'Émettre la facture' }).waitFor();
    await holds(page, '27-facturation');
    await press('Émettre la facture');
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Émettre la facture' }).click();
    await page.getByText('FA-2026-0002').first().waitFor();
    const { invoices } = await api<{ invoices: { id: string; number: string }[] }>('GET', '/invoices');
    const final = invoices.find(({ number }) => number === 'FA-2026-0002')!;
    const xml = await owner.request.get(`${cadran.url}/api/v1/invoices/${final.id}/xml`);
    expect(await fatalFindings(await xml.text())).toEqual([]);
    await page.goto(`/factures/${final.id}`);
    await holds(page, '28-facture-finale');
  });

  test('13. the bundle verifies, and no longer does once a byte is changed', async () => {
    await page.goto(`/dossiers/${ids.dossier}`);
    await holds(page, '29-dossier');
    await press('Préparer le dossier de preuve');
    const archive = page.getByRole('link', { name: /^Télécharger \(/ }).first();
    await archive.waitFor();
    const zip = await bytesAt((await archive.getAttribute('href'))!.replace('/api/v1', ''));
    const sound = join(folder, 'dossier.zip');
    await writeFile(sound, zip);
    expect(await verify(sound)).toBe(0);

    const changed = await readFile(sound);
    changed[Math.floor(changed.length / 2)]! ^= 1;
    await writeFile(join(folder, 'altered.zip'), changed);
    expect(await verify(join(folder, 'altered.zip'))).not.toBe(0);
  });

  test('nothing went wrong in a browser along the way', () => expect(problems.flat()).toEqual([]));
});
