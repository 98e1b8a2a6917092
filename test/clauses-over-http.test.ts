import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalDraft } from '../src/demo/canonical-terms.ts';
import type { Answer } from '../src/web/api/client.ts';
import { aClient, runningCadran, type RunningTest } from './support/running-cadran.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
beforeAll(async () => {
  cadran = await runningCadran();
  owner = await cadran.owner();
}, 120_000);
afterAll(() => cadran?.stop());

type Clause = Answer<'get', '/clauses/{id}'>;
const read = async <Body>(path: string) => (await owner.call('GET', path)).json() as Body;
const post = (path: string, body: object) => owner.call('POST', path, body);
const detail = (id: string) => read<Clause>(`/clauses/${id}`);
const client = async (name: string, siret: string) =>
  ((await owner.call('POST', '/clients', aClient({ name, siret }))).json() as { clientId: string }).clientId;
const review = { version: 1, by: 'Maître Anne Vidal', capacity: 'avocate', on: '2026-01-05', reviewBefore: '2028-01-05' };

describe('a clause of one’s own', () => {
  let id: string;

  test('is duplicated from one that comes with the product, whose place it takes', async () => {
    const opened = await post('/clauses', { title: 'Paiement à Nantes', copyOf: 'paiement' });
    expect(opened.statusCode).toBe(201);
    id = (opened.json() as { id: string }).id;
    expect(id).toBe('propre-paiement-a-nantes');
    const { head, draft, parts } = await detail(id);
    expect(head).toMatchObject({ state: 'draft', origin: 'own', family: 'socle', replaces: ['paiement'], mandatory: 'choice' });
    expect(draft.body).toContain('$terms.payment.delay');
    expect(JSON.stringify(parts)).toContain('Retard');
  });

  test('shows its faults with the line of its text while it is written, and nothing is saved', async () => {
    const { draft } = await detail(id);
    const wrong = { ...draft, body: 'Un.\n\nAu plus {% $terms.volume.calls %} appels.' };
    const seen = (await post('/clauses/preview', { id, family: 'socle', draft: wrong })).json() as Answer<
      'post',
      '/clauses/preview'
    >;
    expect(seen.faults).toEqual([
      {
        line: 3,
        fr: 'variable inconnue $terms.volume.calls ; vouliez-vous dire $terms.volumes.calls\u00a0?',
        en: 'unknown variable $terms.volume.calls; did you mean $terms.volumes.calls?',
      },
    ]);
    expect((await detail(id)).draft.body).toBe(draft.body);
  });

  test('two people on one draft: the second is told, and what the first kept stays', async () => {
    const { draft, revision } = await detail(id);
    const first = await owner.call('PUT', `/clauses/${id}/draft`, { revision, draft: { ...draft, summary: 'Du premier.' } });
    const second = await owner.call('PUT', `/clauses/${id}/draft`, { revision, draft: { ...draft, summary: 'Du second.' } });
    expect(first.statusCode).toBe(200);
    expect(second.statusCode).toBe(409);
    expect((second.json() as { code: string }).code).toBe('text_changed_elsewhere');
    expect((await detail(id)).draft.summary).toBe('Du premier.');
  });

  test('cannot be published before someone read it again, nor for everyone while it is tried on chosen clients', async () => {
    const tooSoon = await post(`/clauses/${id}/publish`, { version: 1 });
    expect(tooSoon.statusCode).toBe(409);
    expect((await post(`/clauses/${id}/pilot`, { version: 1, clientIds: [] })).statusCode).toBe(422);
    const clientId = await client('Ateliers Martin', '35600000009075');
    expect((await post(`/clauses/${id}/pilot`, { version: 1, clientIds: [clientId] })).json()).toEqual({ state: 'pilot' });
    const unread = await post(`/clauses/${id}/publish`, { version: 1 });
    expect(unread.statusCode).toBe(422);
    expect((unread.json() as { message: string }).message).toContain('À faire relire avant un usage systématique');
    expect((await post(`/clauses/${id}/review`, review)).statusCode).toBe(200);
    expect((await post(`/clauses/${id}/publish`, { version: 1 })).json()).toEqual({ state: 'published' });
  });

  test('a published version keeps its words: changing it opens another, which replaces it when published', async () => {
    const { draft, revision } = await detail(id);
    expect((await owner.call('PUT', `/clauses/${id}/draft`, { revision, draft })).statusCode).toBe(409);
    expect((await post(`/clauses/${id}/versions`, {})).statusCode).toBe(201);
    expect((await post(`/clauses/${id}/versions`, {})).statusCode).toBe(409);
    const second = await detail(id);
    const body = `${second.draft.body}\n## Lieu {% #lieu-de-paiement %}\n\nLe paiement est dû à Nantes.\n`;
    await owner.call('PUT', `/clauses/${id}/draft`, { revision: second.revision, draft: { ...second.draft, body } });
    await post(`/clauses/${id}/review`, { ...review, version: 2 });
    expect((await post(`/clauses/${id}/publish`, { version: 2 })).statusCode).toBe(200);
    const { versions } = await detail(id);
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [1, 'retired'],
      [2, 'published'],
    ]);
    expect((await read<Clause>(`/clauses/${id}?version=1`)).draft.body).not.toContain('Nantes');
  });

  test('retiring is undone by publishing again', async () => {
    expect((await post(`/clauses/${id}/retire`, { version: 2 })).json()).toEqual({ state: 'retired' });
    expect((await post(`/clauses/${id}/publish`, { version: 2 })).json()).toEqual({ state: 'published' });
  });

  test('the words of a version that left its draft are kept by the database itself', async () => {
    const actor = { kind: 'system', name: 'test', tenantId: owner.tenantId } as const;
    const change = cadran.db.withTenant(owner.tenantId, actor, (tx) =>
      tx.sql
        .updateTable('library_versions')
        .set({ source: 'autre' })
        .where('tenant_id', '=', owner.tenantId)
        .where('version', '=', 1)
        .execute(),
    );
    await expect(change).rejects.toThrow('its words do not change');
  });
});

test('a clause of the product is read again by this organisation, and its file does not change', async () => {
  const { head } = await detail('rendez-vous');
  expect((await post('/clauses/rendez-vous/review', { ...review, version: head.version })).statusCode).toBe(200);
  expect((await detail('rendez-vous')).standing).toBe('done');
  expect(
    (await owner.call('PUT', '/clauses/rendez-vous/draft', { revision: 0, draft: (await detail('rendez-vous')).draft }))
      .statusCode,
  ).toBe(409);
});

describe('a model of one’s own', () => {
  test('is built from clauses, says what cannot stand before it is saved, is tried, then used for that client’s document', async () => {
    const opened = (await post('/models', { title: 'Mission nantaise', copyOf: 'devis-prospection' })).json() as { id: string };
    const { model, revision } = await read<Answer<'get', '/models/{id}'>>(`/models/${opened.id}`);
    const without = model.parts.map((part) => ({ ...part, clauses: part.clauses.filter((clause) => clause !== 'appels') }));
    const check = async (parts: unknown) =>
      (
        (
          await post('/models/check', { form: 'devis', draft: { title: model.title, purpose: model.purpose, parts } })
        ).json() as Answer<'post', '/models/check'>
      ).findings.map(({ rule, path }) => `${rule} ${path}`);
    expect(await check(without)).toContain('hidden_rule calling.slots');
    expect(await check(model.parts)).toEqual([]);

    const parts = model.parts.map((part) => ({
      ...part,
      clauses: part.clauses.map((clause) => (clause === 'paiement' ? 'propre-paiement-a-nantes' : clause)),
    }));
    const draft = { title: model.title, purpose: model.purpose, parts };
    expect((await owner.call('PUT', `/models/${opened.id}/draft`, { revision, draft })).statusCode).toBe(200);
    const clientId = await client('Quai Ouest', '73282932000074');
    expect((await post(`/models/${opened.id}/pilot`, { version: 1, clientIds: [clientId] })).json()).toEqual({ state: 'pilot' });
    const { models } = await read<Answer<'get', '/models'>>('/models');
    expect(models.find(({ id }) => id === opened.id)).toMatchObject({ state: 'pilot', pilotClients: 1 });

    const quoteFor = async (client: string) =>
      ((await post('/quotes', { clientId: client, draft: canonicalDraft })).json() as { id: string }).id;
    const tried = await quoteFor(clientId);
    expect((await owner.call('PUT', `/quotes/${tried}/model`, { modelId: opened.id })).statusCode).toBe(200);
    const preview = await post(`/quotes/${tried}/preview`, { draft: canonicalDraft });
    expect(preview.body).toContain('Le paiement est dû à Nantes.');
    expect((preview.json() as Answer<'post', '/quotes/{id}/preview'>).findings).toEqual([]);
    const elsewhere = await quoteFor(await client('Nord Sud', '55208131766522'));
    expect((await owner.call('PUT', `/quotes/${elsewhere}/model`, { modelId: opened.id })).statusCode).toBe(404);

    const started = performance.now();
    await post(`/quotes/${tried}/preview`, { draft: canonicalDraft });
    expect(performance.now() - started).toBeLessThan(300);
  });
});
