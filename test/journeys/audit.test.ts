import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { aDocx, aPdf } from '../../src/modules/audit/testing/sample-files.ts';
import { instant } from '../../src/shared/time.ts';
import { aClient } from '../support/running-cadran.ts';
import { launchBrowser, newPerson } from './support/browser.ts';
import { type ServedTest, servedCadran } from './support/served-cadran.ts';
import { holds } from './support/screens.ts';

let cadran: ServedTest;
let browser: Browser;
beforeAll(async () => {
  [cadran, browser] = await Promise.all([servedCadran({ now: instant('2026-03-16T09:00:00Z') }), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await cadran?.stop();
});

const words = readFileSync(new URL('../fixtures/audit/contrat-desequilibre.txt', import.meta.url), 'utf8');

test(
  'a client’s contract is dropped, judged, mended and filed; our own quote takes the model clause',
  { timeout: 150_000 },
  async () => {
    const owner = await cadran.owner({ email: 'audit@prospection.example' });
    const { clientId, dossierId } = (await owner.call('POST', '/clients', aClient())).json() as {
      clientId: string;
      dossierId: string;
    };
    const { id: quoteId } = (await owner.call('POST', '/quotes', { clientId, draft: canonicalDraft })).json() as { id: string };
    const { page, context, problems } = await newPerson(browser, cadran.url);
    await context.addCookies(
      [...owner.cookies].map(([name, value]) => ({ name, value: encodeURIComponent(value), url: cadran.url })),
    );
    await page.goto('/audit');
    await page.getByRole('heading', { name: 'Audit d’un contrat' }).waitFor();
    await holds(page, 'audit-depot');

    // A scan is refused in a sentence that says what to do; nothing is lost, another file can be dropped.
    const drop = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await drop('scan.pdf', aPdf([[], []]));
    await page.getByText('Ce PDF est une image, sans texte à lire').waitFor();

    await drop('contrat-nova.docx', await aDocx(words));
    await page.getByText(/points bloquants à reprendre avant toute signature/).waitFor();
    const points = page.getByRole('list', { name: 'Points relevés' });
    const unequal = points.getByRole('listitem').filter({ hasText: 'D01' });
    await unequal.getByText('Le Prestataire ne pourra y mettre fin qu’avec un préavis de 3 mois.').waitFor();
    await unequal.getByText('Client : 8 jours ; prestataire : 90 jours.').waitFor();
    await unequal.getByRole('button', { name: 'Voir dans le texte' }).click();
    await page.locator('mark[aria-pressed=true]', { hasText: 'préavis de 3 mois' }).waitFor();
    await holds(page, 'audit-resultat');

    // The model clause in plain words, to be proposed to the client.
    await unequal.getByRole('button', { name: 'Insérer la clause type' }).click();
    await page
      .getByRole('dialog')
      .getByText(/préavis/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // A risk is accepted with its reason, and both go to the report and to the dossier.
    const deposit = points.getByRole('listitem').filter({ hasText: 'A15' });
    await deposit.getByRole('button', { name: 'Accepter comme risque' }).click();
    await page.getByLabel('Pourquoi ce risque est accepté').fill('Client historique, toujours à l’heure');
    await page.getByRole('dialog').getByRole('button', { name: 'Accepter comme risque' }).click();
    await deposit.getByText('Accepté comme risque : Client historique').waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger le rapport (PDF)' }).click(),
    ]);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByRole('button', { name: 'Classer au dossier' }).click();
    await page.getByRole('dialog').getByRole('combobox').fill('Ateliers');
    await page.getByRole('option', { name: 'Ateliers Martin' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Classer au dossier' }).click();
    await page.getByRole('link', { name: 'Ouvrir le dossier' }).waitFor();
    const { documents } = (await owner.call('GET', `/dossiers/${dossierId}/documents`)).json() as {
      documents: { kind: string }[];
    };
    expect(documents.map(({ kind }) => kind)).toEqual(['audit']);

    // Our own draft: no blocking finding. A clause of choice that is missing joins it.
    await page.goto(`/audit?devis=${quoteId}`);
    await page.getByText('Aucun point bloquant.').or(page.getByText('Rien à reprendre')).first().waitFor();
    await holds(page, 'audit-devis', { only: 'desk' });
    expect((await owner.call('POST', `/quotes/${quoteId}/clauses`, { clauseId: 'non-sollicitation' })).statusCode).toBe(200);
    await page.goto(`/devis/${quoteId}`);
    await page.getByText('Non-sollicitation').first().waitFor();
    expect(problems).toEqual([]);
    await context.close();
  },
);
