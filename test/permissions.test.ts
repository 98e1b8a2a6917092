import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../src/shared/actor.ts';
import type { ClientId } from '../src/shared/ids.ts';
import { createAccessLink } from '../src/platform/auth/index.ts';
import { aClient, runningCadran, type RunningTest, type Visitor } from './support/running-cadran.ts';

/** Every route × every role × a foreign tenant: who is let in is what the route says, and a stranger's ids open nothing. */

type Operation = { method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'; path: string; allow: Role[] };
const roles: Role[] = ['owner', 'caller', 'reader', 'client', 'signer', 'public'];

let cadran: RunningTest;
let visitors: Record<Role, Visitor>;
let operations: Operation[];

beforeAll(async () => {
  cadran = await runningCadran();
  const owner = await cadran.owner();
  const { clientId } = (await owner.call('POST', '/clients', aClient())).json() as { clientId: ClientId };
  const inTenant = { kind: 'system', name: 'test', tenantId: owner.tenantId } as const;
  const byLink = async (link: Parameters<typeof createAccessLink>[1]) => {
    const { token } = await cadran.db.withTenant(owner.tenantId, inTenant, (tx) => createAccessLink(tx, link));
    const visitor = cadran.visitor();
    await visitor.call('POST', `/links/${token}/session`);
    return visitor;
  };
  const invited = async (role: 'caller' | 'reader') => {
    const email = `${role}@exemple.fr`;
    await owner.call('POST', '/members', { email, displayName: role, role });
    const visitor = cadran.visitor();
    await visitor.call('POST', `/links/${/\/lien\/([\w-]+)/.exec((await cadran.mailTo(owner, email)).text)![1]}/session`);
    return visitor;
  };
  const person = { displayName: 'Anne Martin', email: 'anne@martin.example' };
  visitors = {
    owner,
    caller: await invited('caller'),
    reader: await invited('reader'),
    client: await byLink({ purpose: 'portal', clientId, ...person }),
    signer: await byLink({ purpose: 'sign', signerId: '01900000-0000-7000-8000-000000000001', ...person }),
    public: cadran.visitor(),
  };
  operations = operationsOf(cadran.app.swagger() as never);
}, 120_000);
afterAll(() => cadran?.stop());

const operationsOf = (document: { paths: Record<string, Record<string, { description?: string }>> }): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description }]) => ({
      method: method.toUpperCase() as Operation['method'],
      path: path.replace('/api/v1', ''),
      allow: /Ouvert à : ([^.]*)\./.exec(description ?? '')![1]!.split(', ') as Role[],
    })),
  );

const nobody = '01900000-0000-7000-8000-00000000dead';
const addressOf = (path: string) => path.replace(/\{[^}]+\}/g, nobody);
// A stream of events never ends, and signing out would end the visitor.
const skipped = ({ path, method }: Operation) => path === '/sign-out' || (method === 'GET' && /(events|live|stream)/.test(path));

test('each role is let in where the route says so, and nowhere else', async () => {
  const wrong: string[] = [];
  for (const operation of operations.filter((one) => !skipped(one))) {
    for (const role of roles) {
      const answered = await visitors[role].call(
        operation.method,
        addressOf(operation.path),
        operation.method === 'GET' ? undefined : {},
      );
      const { code } = safeJson(answered.body);
      const refused =
        (answered.statusCode === 401 && code === 'sign_in_required') || (answered.statusCode === 403 && code === 'not_allowed');
      const welcome = operation.allow.includes(role) || operation.allow.includes('public');
      if (refused === welcome) wrong.push(`${operation.method} ${operation.path} as ${role}: ${answered.statusCode} ${code}`);
      if (answered.statusCode >= 500) wrong.push(`${operation.method} ${operation.path} as ${role}: ${answered.statusCode}`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('the table of who may do what is the reviewed one', async () => {
  const table = operations
    .map(({ method, path, allow }) => `${method.padEnd(6)} ${path.padEnd(58)} ${allow.join(' ')}`)
    .sort((a, b) => a.slice(7).localeCompare(b.slice(7)));
  await expect(`${table.join('\n')}\n`).toMatchFileSnapshot('./fixtures/permissions.txt');
});

const safeJson = (body: string): { code?: string } => {
  try {
    return JSON.parse(body) as { code?: string };
  } catch {
    return {};
  }
};
