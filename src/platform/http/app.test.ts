import { z } from 'zod';
import { afterEach, describe, expect, test } from 'vitest';
import { label } from '../../shared/input.ts';
import type { Actor } from '../../shared/actor.ts';
import { refuse } from '../../shared/decision.ts';
import type { ClientId, TenantId, UserId } from '../../shared/ids.ts';
import { openLog } from '../log/index.ts';
import { answer, buildApp, readUpload, usualAnswers, type App, type RoutePlugin } from './index.ts';

const tenantId = 't1' as TenantId;
const owner: Actor = { kind: 'member', userId: 'u1' as UserId, tenantId, role: 'owner', displayName: 'Camille' };
const client: Actor = { kind: 'client', clientId: 'c1' as ClientId, tenantId, contactId: null, displayName: 'Anne' };

let app: App | undefined;
afterEach(() => app?.close());

const started = async (routes: RoutePlugin, actors: readonly Actor[] = []) => {
  const platform = { db: { shared: null }, config: { publicUrl: 'http://localhost:4747' }, log: openLog('silent') };
  app = await buildApp(platform as never, [{ routes: [routes], identify: async () => actors }], {
    webDir: '/nowhere',
    version: '0',
  });
  return app;
};

const refusals = {
  too_late: { status: 409, fr: (d: Record<string, unknown>) => `Trop tard depuis ${String(d['since'])}.`, en: 'Too late.' },
} as const;
const routes: RoutePlugin = async (api) => {
  api.get(
    '/open',
    { config: { allow: ['public'] }, schema: { response: { 200: z.object({ who: z.string() }) } } },
    async (request) => ({ who: request.actor.kind }),
  );
  api.get('/owners', { config: { allow: ['owner'] } }, async () => ({ ok: true }));
  api.get('/both', { config: { allow: ['owner', 'client'] } }, async (request) => ({ who: request.actor.kind }));
  api.get('/late', { config: { allow: ['public'] } }, async () => answer(refuse('too_late', { since: 'midi' }), refusals, {}));
  api.get('/broken', { config: { allow: ['public'] } }, async () => {
    throw new Error('secret detail');
  });
  api.post(
    '/things',
    {
      config: { allow: ['public'] },
      schema: {
        tags: ['Essai'],
        body: z.object({ name: z.string().min(1).meta(label('Nom', 'Name')), count: z.int().optional() }),
        response: { 200: z.object({ name: z.string() }), ...usualAnswers },
      },
    },
    async (request) => ({ name: request.body.name }),
  );
  api.post('/files', { config: { allow: ['public'] } }, async (request) => {
    const upload = await readUpload(request, { maxBytes: 1000 });
    return { name: upload.name, size: upload.bytes.byteLength };
  });
  api.post('/door', { config: { allow: ['public'], perMinute: 2 } }, async () => ({ ok: true }));
};

describe('who may enter', () => {
  test('a route that does not say who may call it stops the start', async () => {
    await expect(started(async (api) => void api.get('/forgotten', async () => ({})))).rejects.toThrow(/config.allow/);
    app = undefined;
  });

  test('a stranger is asked to sign in, a signed-in person without the role is told so', async () => {
    const anyone = await started(routes);
    expect((await anyone.inject('/api/v1/owners')).json()).toEqual({
      code: 'sign_in_required',
      message: 'Connectez-vous pour continuer.',
    });
    await anyone.close();
    const asClient = await started(routes, [client]);
    const refused = await asClient.inject('/api/v1/owners');
    expect(refused.statusCode).toBe(403);
    expect(refused.json().code).toBe('not_allowed');
  });

  test('a browser with two sessions acts as the one the route expects, or as the one the page names', async () => {
    const both = await started(routes, [owner, client]);
    expect((await both.inject('/api/v1/both')).json()).toEqual({ who: 'member' });
    expect((await both.inject({ url: '/api/v1/both', headers: { 'x-cadran-as': 'client' } })).json()).toEqual({ who: 'client' });
    expect((await both.inject('/api/v1/both?as=client')).json()).toEqual({ who: 'client' });
  });

  test('a change asked by another site is refused', async () => {
    const open = await started(routes);
    const post = (headers: Record<string, string>) =>
      open.inject({ method: 'POST', url: '/api/v1/things', payload: { name: 'a' }, headers });
    expect((await post({ origin: 'https://evil.example' })).json().code).toBe('foreign_origin');
    expect((await post({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await post({ origin: 'http://localhost:4747' })).statusCode).toBe(200);
    expect((await post({})).statusCode).toBe(200);
  });

  test('a door worth knocking at opens only so often', async () => {
    const open = await started(routes);
    const knock = () => open.inject({ method: 'POST', url: '/api/v1/door' });
    expect([(await knock()).statusCode, (await knock()).statusCode]).toEqual([200, 200]);
    const third = await knock();
    expect(third.statusCode).toBe(429);
    expect(third.json().message).toMatch(/Trop de tentatives. Patientez \d+ secondes/);
  });
});

describe('every "no" is a sentence', () => {
  test('in the language of the request', async () => {
    const open = await started(routes);
    expect((await open.inject('/api/v1/late')).json()).toEqual({
      code: 'too_late',
      message: 'Trop tard depuis midi.',
      details: { since: 'midi' },
    });
    expect(
      (await open.inject({ url: '/api/v1/late', headers: { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' } })).json().message,
    ).toBe('Too late.');
    expect(
      (await open.inject({ url: '/api/v1/late', cookies: { cadran_lang: 'fr' }, headers: { 'accept-language': 'en' } })).json()
        .message,
    ).toMatch(/^Trop/);
  });

  test('wrong input names each field and says what to do', async () => {
    const open = await started(routes);
    const answered = await open.inject({ method: 'POST', url: '/api/v1/things', payload: { name: '', count: 'x' } });
    expect(answered.statusCode).toBe(422);
    expect(answered.json().fields).toEqual([
      { path: 'name', message: 'Le champ « Nom » est vide. Renseignez-le.' },
      { path: 'count', message: 'Le champ « count » n’est pas du type attendu (nombre).' },
    ]);
    const missing = await open.inject({
      method: 'POST',
      url: '/api/v1/things',
      payload: {},
      headers: { 'accept-language': 'en' },
    });
    expect(missing.json().message).toBe('The field “Name” is required.');
  });

  test.each([
    ['not JSON', '{', 'application/json', 400, 'unreadable_body'],
    ['text/plain', 'a', 'text/plain', 415, 'wrong_media_type'],
    ['3 megabytes', JSON.stringify({ name: 'x'.repeat(3 << 20) }), 'application/json', 413, 'body_too_large'],
  ])('%s', async (_, payload, type, status, code) => {
    const open = await started(routes);
    const answered = await open.inject({ method: 'POST', url: '/api/v1/things', payload, headers: { 'content-type': type } });
    expect([answered.statusCode, answered.json().code]).toEqual([status, code]);
  });

  test('a surprise shows a number to quote and nothing of the inside', async () => {
    const open = await started(routes);
    const answered = await open.inject('/api/v1/broken');
    expect(answered.statusCode).toBe(500);
    expect(answered.json()).toMatchObject({ code: 'surprise', requestId: answered.headers['x-request-id'] });
    expect(answered.body).not.toContain('secret detail');
  });

  test('a file is read, and refused when larger than allowed', async () => {
    const open = await started(routes);
    const send = (content: string) => {
      const form = new FormData();
      form.append('file', new Blob([content], { type: 'text/csv' }), '..\\fiches.csv');
      return open.inject({ method: 'POST', url: '/api/v1/files', payload: form });
    };
    expect((await send('a;b')).json()).toEqual({ name: 'fiches.csv', size: 3 });
    expect((await send('x'.repeat(2000))).json().code).toBe('body_too_large');
  });

  test('an unknown address of the API is a 404, a page is not', async () => {
    const open = await started(routes);
    expect((await open.inject('/api/v1/nothing')).json().code).toBe('not_found');
    expect((await open.inject('/dossiers')).headers['content-type']).toMatch(/html/);
  });
});

describe('the API describes itself', () => {
  test('in OpenAPI 3.1, with roles and schemas', async () => {
    const open = await started(routes);
    const document = (await open.inject('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/v1/things'].post.requestBody.content['application/json'].schema.properties.name).toMatchObject({
      type: 'string',
      title: 'Nom',
    });
    expect(document.paths['/api/v1/owners'].get.security).toEqual([{ member: [] }]);
    expect(Object.keys(document.paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
  });

  test('on a page that runs no inline script', async () => {
    const open = await started(routes);
    const page = await open.inject('/api/docs/static/index.html');
    const home = await open.inject('/api/docs/');
    expect([page.statusCode, home.statusCode]).toContain(200);
    expect(String(home.headers['content-security-policy'] ?? page.headers['content-security-policy'])).not.toMatch(
      /script-src[^;]*unsafe-inline/,
    );
  });
});
