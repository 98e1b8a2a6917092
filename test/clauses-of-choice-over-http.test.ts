import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalDraft } from '../src/demo/canonical-terms.ts';
import { instant } from '../src/shared/time.ts';
import { aClient, runningCadran, type RunningTest } from './support/running-cadran.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let clientId: string;
beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-02-02T09:00:00Z') });
  owner = await cadran.owner();
  clientId = ((await owner.call('POST', '/clients', aClient())).json() as { clientId: string }).clientId;
}, 120_000);
afterAll(() => cadran?.stop());

type Finding = { rule: string; path: string };
type Seen = { revision: number; title: string; validUntil: string | null; draft: object; findings: Finding[]; asked: string[] };
const drafted = async (more: object) => {
  const body = { clientId, title: 'Prospection', draft: canonicalDraft, validUntil: '2026-02-27', ...more };
  return ((await owner.call('POST', '/quotes', body)).json() as { id: string }).id;
};
const seen = async (id: string) => (await owner.call('GET', `/quotes/${id}`)).json() as Seen;
const send = (id: string) => owner.call('POST', `/quotes/${id}/sending`);

test('a clause of choice asks its conditions, keeps the document here until they are given, and then leaves with it', async () => {
  const id = await drafted({});
  expect((await seen(id)).asked.some((path) => path.startsWith('intellectualProperty'))).toBe(false);
  for (const clauseId of ['propriete-cession', 'confidentialite-renforcee', 'imprevision-ecartee', 'non-sollicitation'])
    expect((await owner.call('POST', `/quotes/${id}/clauses`, { clauseId })).statusCode).toBe(200);
  const before = await seen(id);
  expect(before.asked).toContain('intellectualProperty.rights');
  expect(before.findings.map(({ path }) => path.split('.')[0])).toEqual(
    expect.arrayContaining(['intellectualProperty', 'nonSolicitation']),
  );
  expect((await send(id)).statusCode).not.toBe(200);

  const intellectualProperty = { rights: ['reproduction'], purpose: 'Prospection', territory: 'France', years: 5 };
  const draft = { ...before.draft, intellectualProperty, nonSolicitation: { months: 6 } };
  const { revision, title, validUntil } = before;
  expect((await owner.call('PUT', `/quotes/${id}/draft`, { revision, title, validUntil, draft })).statusCode).toBe(200);
  expect((await seen(id)).findings).toEqual([]);
  expect((await send(id)).statusCode).toBe(200);
});

test.each(['devis', 'contrat', 'lettre-de-mission'])(
  'a mission is sent as a %s, with nothing missing in its words',
  async (form) => {
    const id = await drafted({ form });
    expect((await seen(id)).findings).toEqual([]);
    const sent = await send(id);
    expect([sent.statusCode, sent.body]).toEqual([200, sent.body]);
    await cadran.worker.drainJobs({ tolerateFailures: false });
  },
);

test.each(['file_qualification', 'follow_up', 'appointment_setting', 'telesales'])(
  'a mission of %s is sent with its own annex',
  async (missionKind) => {
    const id = await drafted({ draft: { ...canonicalDraft, scope: { ...canonicalDraft.scope, missionKind } } });
    expect((await send(id)).statusCode).toBe(200);
    await cadran.worker.drainJobs({ tolerateFailures: false });
  },
);
