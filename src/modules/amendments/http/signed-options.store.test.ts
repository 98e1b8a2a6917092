import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, type RunningTest, runningCadran, type Visitor } from '../../../../test/support/running-cadran.ts';
import { signAs } from '../../../../test/support/signing-by-api.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { instant } from '../../../shared/time.ts';
import { clientEmail as email, type Json, ok, signBoth } from '../testing/signed-mission.ts';

let cadran: RunningTest;
let owner: Visitor;
let missionId: string;
let amendmentId: string;
const { lines } = canonicalDraft.price;
const firm = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);
const option = (id: string, unitPriceCents: number) => ({
  id,
  kind: 'forfait',
  label: `Option ${id}`,
  quantity: 1,
  unitPriceCents,
  optional: true,
});

/** A quote under a published edition of the general terms, with two options, signed with one of them ticked. */
beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = await cadran.owner({ isDemo: true });
  const { next } = await ok(owner.call('GET', '/general-terms'));
  await ok(owner.call('POST', '/general-terms', { draft: next, note: 'Première édition', after: 0 }));
  const { clientId } = await ok(owner.call('POST', '/clients', aClient()));
  const draft = {
    ...canonicalDraft,
    price: { ...canonicalDraft.price, lines: [...lines, option('etude', 50_000), option('formation', 30_000)] },
  };
  const { id } = await ok(
    owner.call('POST', '/quotes', { clientId, title: 'Prospection de mars', validUntil: '2026-03-31', draft }),
  );
  const { signatureRequestId } = await ok(owner.call('POST', `/quotes/${id}/sending`, { acknowledged: ['liability.capCents'] }));
  await signAs(cadran, owner, { signatureRequestId, email, chosen: ['etude'] });
  missionId = (await ok(owner.call('GET', '/missions')))['missions'][0].id;
}, 120_000);
afterAll(() => cadran?.stop());

const contentNow = async () => (await ok(owner.call('GET', `/missions/${missionId}`)))['terms'].content;

test('an amendment starts from what was bought: the ticked option is a line like the others, the other is gone', async () => {
  const { id } = await ok(owner.call('POST', `/missions/${missionId}/amendments`, { subject: 'Volume porté à 1 800 appels' }));
  amendmentId = id;
  const { draft, revision, price } = await ok(owner.call('GET', `/amendments/${id}`));
  expect(draft.price.lines.map(({ id: line, optional }: Json) => [line, optional ?? false])).toEqual([
    ...lines.map((line) => [line.id, false]),
    ['etude', false],
  ]);
  expect(price.before.netCents).toBe(firm + 50_000);
  const wider = {
    ...draft,
    volumes: { ...draft.volumes, calls: 1800 },
    price: { ...draft.price, lines: [...draft.price.lines, { ...option('supplement', 32_000), optional: undefined }] },
  };
  const body = {
    revision,
    subject: 'Volume porté à 1 800 appels',
    reason: '',
    effectiveAt: null,
    validUntil: '2026-03-25',
    draft: wider,
  };
  await ok(owner.call('PUT', `/amendments/${id}/draft`, body));
  const changed = await ok(owner.call('GET', `/amendments/${id}`));
  expect(changed['findings']).toEqual([]);
  expect([changed['price'].after.netCents, changed['differenceCents']]).toEqual([firm + 82_000, 32_000]);
  expect(changed['articles'].filter(({ number }: Json) => number.startsWith('CG'))).toEqual([]);
});

test('once signed, the terms, their total, the option bought and the general terms hold', async () => {
  const before = await contentNow();
  const { signatureRequestId } = await ok(owner.call('POST', `/amendments/${amendmentId}/sending`));
  expect((await signBoth(cadran, owner, signatureRequestId)).statusCode).toBe(200);
  const content = await contentNow();
  expect(content.terms.volumes.calls).toBe(1800);
  expect(content.terms.price.lines.map(({ id }: Json) => id)).toEqual([...lines.map(({ id }) => id), 'etude', 'supplement']);
  expect(content).toMatchObject({ chosenOptions: ['etude'], generalTerms: before.generalTerms });
  expect(content.generalTerms.edition).toBe(1);
  const general = (articles: Record<string, string>) => Object.entries(articles).filter(([, number]) => number.startsWith('CG'));
  expect(general(content.articles)).toEqual(general(before.articles));
  expect(general(content.articles)).not.toEqual([]);
}, 60_000);

test('the consolidated version prints what was bought, the headings of the devis and the annexed edition', async () => {
  await cadran.worker.drainJobs();
  const { rawPayload } = await owner.call('GET', `/amendments/${amendmentId}/consolidated`);
  if (process.env['KEEP_PDF']) writeFileSync(`${process.env['KEEP_PDF']}/options-consolidated.pdf`, rawPayload);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: rawPayload, encoding: 'utf8' }).replace(/\s+/g, ' ');
  expect(text).toContain('Option etude');
  expect(text).not.toContain('Option formation');
  expect(text).toContain('édition 1 du');
  expect(text).toContain('Hors périmètre');
}, 60_000);
