import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { signAs } from '../../../../test/support/signing-by-api.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { instant } from '../../../shared/time.ts';

let cadran: RunningTest;
let owner: Visitor;
let clientId: string;
const email = 'anne@martin.example';

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = await cadran.owner();
  ({ clientId } = (await owner.call('POST', '/clients', aClient())).json());
});
afterAll(() => cadran.stop());

const get = async (path: string) => (await owner.call('GET', path)).json();
const option = (id: string, unitPriceCents: number) => ({
  id,
  kind: 'forfait',
  label: `Option ${id}`,
  quantity: 1,
  unitPriceCents,
  optional: true,
});
const { lines } = canonicalDraft.price;
const firm = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);

/** A quote with two options, sent and signed by both with these boxes ticked. */
const signedWith = async (chosen: readonly string[]) => {
  const draft = {
    ...canonicalDraft,
    price: { ...canonicalDraft.price, lines: [...lines, option('etude', 50_000), option('formation', 30_000)] },
  };
  const { id } = (await owner.call('POST', '/quotes', { clientId, draft })).json();
  const sent = await owner.call('POST', `/quotes/${id}/sending`);
  expect(sent.statusCode, sent.body).toBe(200);
  await signAs(cadran, owner, { signatureRequestId: sent.json().signatureRequestId, email, chosen });
  const { missions } = await get('/missions');
  return { quote: await get(`/quotes/${id}`), mission: missions.find((one: { quoteId: string }) => one.quoteId === id) };
};
const forfait = lines
  .filter(({ kind }) => kind === 'forfait')
  .reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);

test('what the client ticks is bought: the price, the mission’s terms and the deposit follow', async () => {
  const { quote, mission } = await signedWith(['etude']);
  expect(quote).toMatchObject({ status: 'signed', netCents: firm + 50_000, chosenOptions: ['etude'] });
  expect(quote.totals.netCents).toBe(firm + 50_000);
  const { terms } = await get(`/missions/${mission.id}`);
  const bought = terms.content.terms.price.lines.map(({ id }: { id: string }) => id);
  expect(bought).toEqual([...lines.map(({ id }) => id), 'etude']);
  const { invoices } = await get('/invoices');
  const deposit = invoices.find(
    (one: { missionId: string; kind: string }) => one.missionId === mission.id && one.kind === 'deposit',
  );
  expect(deposit.netCents).toBe(((forfait + 50_000) * 30) / 100);
});

test('nothing ticked, nothing more is bought', async () => {
  const { quote } = await signedWith([]);
  expect(quote).toMatchObject({ netCents: firm, chosenOptions: [] });
});

test('the document prints the options apart, with boxes to tick and their own total; a trial says what it is', async () => {
  const draft = {
    ...canonicalDraft,
    price: { ...canonicalDraft.price, lines: [...lines, option('etude', 50_000), option('formation', 30_000)] },
  };
  const { id } = (await owner.call('POST', '/quotes', { clientId, draft, isTrial: true })).json();
  expect((await owner.call('POST', `/quotes/${id}/sending`)).statusCode).toBe(200);
  await cadran.worker.drainJobs({ tolerateFailures: true });
  const { documentId } = await get(`/quotes/${id}`);
  const { rawPayload } = await owner.call('GET', `/documents/${documentId}/file`);
  if (process.env['LOOK']) writeFileSync(`${process.env['LOOK']}/options.pdf`, rawPayload);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: rawPayload, encoding: 'utf8' }).replace(
    /[\s\u00a0\u202f]+/g,
    ' ',
  );
  expect(text).toContain('Options, à cocher par le client en signant');
  expect(text).toContain('Total options non comprises, HT 800,00 €');
  expect(text).toContain('Mission d’essai : courte et de faible montant');
});
