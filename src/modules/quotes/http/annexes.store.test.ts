import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest } from '../../../../test/support/running-cadran.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { readPdfText } from '../../../platform/pdf/read-pdf-text.ts';
import { instant } from '../../../shared/time.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let quoteId: string;

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = await cadran.owner();
  const { clientId } = (await owner.call('POST', '/clients', aClient())).json();
  const body = { clientId, title: 'Prospection', draft: canonicalDraft, validUntil: '2026-03-31' };
  quoteId = (await owner.call('POST', '/quotes', body)).json().id;
}, 120_000);
afterAll(() => cadran?.stop());

test('a draft has no annex to hand over yet: nothing binds before it is sent', async () => {
  expect((await owner.call('GET', `/quotes/${quoteId}/annexes`)).json().code).toBe('not_sent_yet');
});

test('each annex of a sent document is read on its own pages, in the very words that were sent', async () => {
  expect((await owner.call('POST', `/quotes/${quoteId}/sending`)).statusCode).toBe(200);
  const { annexes } = (await owner.call('GET', `/quotes/${quoteId}/annexes`)).json();
  expect(annexes.map(({ id }: { id: string }) => id)).toEqual(['annexe-telephone', 'annexe-appels', 'annexe-rgpd']);
  const file = await owner.call('GET', `/quotes/${quoteId}/annexes/annexe-rgpd/pdf`);
  expect(file.headers['content-type']).toBe('application/pdf');
  const { pages } = await readPdfText(new Uint8Array(file.rawPayload));
  const words = pages.join(' ').replace(/\s+/g, ' ');
  expect(words).toContain('Sous-traitants ultérieurs');
  expect(words).toContain('DEV-2026-0001');
  expect(words).not.toContain('Rendez-vous qualifiés');
  expect(pages.length).toBeLessThanOrEqual(4);
  expect((await owner.call('GET', `/quotes/${quoteId}/annexes/contrat/pdf`)).json().code).toBe('unknown_annex');
});

test('another organisation’s document has no annex for a stranger', async () => {
  const stranger = await cadran.owner();
  expect((await stranger.call('GET', `/quotes/${quoteId}/annexes`)).statusCode).toBe(404);
});
