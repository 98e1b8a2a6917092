import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningTest, runningCadran } from '../support/running-cadran.ts';

type Operation = { summary?: string; tags?: string[]; responses?: Record<string, unknown> };
type Described = { openapi: string; paths: Record<string, Record<string, Operation>> };

let cadran: RunningTest;
let described: Described;
beforeAll(async () => {
  cadran = await runningCadran();
  described = (await cadran.app.inject({ url: '/api/openapi.json' })).json() as Described;
}, 120_000);
afterAll(() => cadran?.stop());

/** The routes as the server itself knows them, one "METHOD /path" each. */
const served = (): string[] => {
  const found: string[] = [];
  const ancestors: string[] = [];
  for (const line of cadran.app.printRoutes({ commonPrefix: false }).split('\n')) {
    const match = /^((?:[│ ] {3})*)[├└]── (\S*) ?(?:\(([A-Z, ]+)\))?/.exec(line);
    if (!match) continue;
    const depth = match[1]!.length / 4;
    ancestors.length = depth;
    ancestors[depth] = match[2]!;
    for (const method of match[3]?.split(', ') ?? []) found.push(`${method} ${ancestors.join('')}`);
  }
  return found;
};

const operations = () =>
  Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

test('every route of the product is in the OpenAPI 3.1 document', () => {
  expect(described.openapi).toMatch(/^3\.1/);
  const routes = served().filter((route) => route.includes(' /api/v1/') && !/^(HEAD|OPTIONS)/.test(route));
  const documented = operations().map(({ name }) => name.replace(/\{[^}]+\}/g, ':x'));
  const missing = routes.map((route) => route.replace(/:[A-Za-z]+/g, ':x')).filter((route) => !documented.includes(route));
  expect(routes.length).toBeGreaterThan(80);
  expect(missing).toEqual([]);
});

test('each is filed under a heading and says in French what it does', () => {
  const french =
    /[éèêàçùîôœ’]|\b(le|la|les|un|une|des|du|de|l|d|au|aux|et|ou|sa|son|ses|mon|mes|nouveau|nouvelle|suivant|en|par|a|je|ce|que|si|qui)\b/i;
  const english = /\b(the|an|of|and|get|list|create|update|delete|by|with|for)\b/i;
  const wrong = operations().filter(
    ({ operation: { summary, tags } }) =>
      !summary || !tags?.length || english.test(summary) || (summary.includes(' ') && !french.test(summary)),
  );
  expect(wrong.map(({ name, operation }) => `${name}: ${operation.summary}`)).toEqual([]);
});

test('the page where one browses it is served', async () => {
  const page = await cadran.app.inject({ url: '/api/docs/' });
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
});
