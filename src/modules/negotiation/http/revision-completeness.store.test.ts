import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { clientSigns } from '../../../../test/support/signing-by-api.ts';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { instant } from '../../../shared/time.ts';

type Json = Record<string, any>;
const email = 'anne@martin.example';
let cadran: RunningTest;
let owner: Visitor;
let clientId: string;

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-02T09:00:00Z') });
  owner = await cadran.owner();
  ({ clientId } = (await owner.call('POST', '/clients', aClient())).json() as { clientId: string });
  const { next } = (await owner.call('GET', '/general-terms')).json() as Json;
  await owner.call('POST', '/general-terms', { draft: next, note: 'Première édition', after: 0 });
}, 60_000);
afterAll(() => cadran.stop());

const get = async (path: string): Promise<Json> => (await owner.call('GET', path)).json() as Json;

/** Three weeks and a few appointments: what a trial may hold. */
const shortMission = {
  ...canonicalDraft,
  period: { ...canonicalDraft.period, startsOn: '2026-04-01', endsOn: '2026-04-21' },
};

/** An offer as it is sent: completed, its departures from the general terms acknowledged. */
const sentOffer = async (body: object, complete: (draft: Json, asked: string[]) => Json) => {
  const { id } = (await owner.call('POST', '/quotes', { clientId, ...body })).json() as Json;
  const { draft, revision, title, asked } = await get(`/quotes/${id}`);
  const validUntil = '2026-03-31';
  const saved = await owner.call('PUT', `/quotes/${id}/draft`, { revision, title, validUntil, draft: complete(draft, asked) });
  expect(saved.statusCode, saved.body).toBe(200);
  const { findings, derogations } = await get(`/quotes/${id}`);
  expect(findings).toEqual([]);
  const acknowledged = derogations.map(({ path }: { path: string }) => path);
  const sent = await owner.call('POST', `/quotes/${id}/sending`, { acknowledged });
  expect(sent.statusCode, sent.body).toBe(200);
  await cadran.worker.drainJobs({ tolerateFailures: true });
  const { signer } = await clientSigns(cadran, owner, { ...(sent.json() as { signatureRequestId: string }), email });
  return { id: id as string, client: signer };
};

/** The client asks for a value, the prestataire agrees, and the revision is asked for. */
const revisedWith = async ({ id, client }: { id: string; client: Visitor }, path: string, value: unknown) => {
  const address = `/negotiations/quote/${id}`;
  const target = { kind: 'term', path };
  const opened = await client.call('POST', `${address}/items`, {
    target,
    proposal: { kind: 'term', value },
    text: 'Notre usage.',
  });
  expect(opened.statusCode, opened.body).toBe(201);
  const itemId = (opened.json() as { id: string }).id;
  const { items } = await get(address);
  const { version } = items.find((item: Json) => item['id'] === itemId);
  const accepted = await owner.call('POST', `${address}/items/${itemId}/answers`, { verb: 'accept', version });
  expect(accepted.json()).toEqual({ status: 'accepted' });
  return owner.call('POST', `${address}/revisions`, {});
};

test('a document that asks for fewer conditions is revised as it was sent: what it never asked is not missing', async () => {
  const letter = await sentOffer({ form: 'lettre-de-mission' }, (_, asked) =>
    Object.fromEntries(
      Object.entries(canonicalDraft).filter(([section]) => asked.some((path) => path.split('.')[0] === section)),
    ),
  );
  const revised = await revisedWith(letter, 'payment.delay.days', 45);
  expect(revised.json(), revised.body).toMatchObject({ revision: 2 });
  // The annexed edition of the general terms is the same one: nothing is added by it.
  const { comparison } = await get(`/negotiations/quote/${letter.id}/comparison?from=1&to=2`);
  expect(comparison.clauses.map(({ status }: { status: string }) => status)).not.toContain('added');
});

test('what would have kept the offer from being sent keeps its revision from it: a trial stays short', async () => {
  const trial = await sentOffer({ isTrial: true }, () => shortMission);
  const revised = await revisedWith(trial, 'period.endsOn', '2026-12-31');
  expect(revised.json()).toMatchObject({ code: 'revision_incomplete' });
  const { findings } = await get(`/negotiations/quote/${trial.id}/comparison?from=1&to=next`);
  expect(findings).not.toEqual([]);
});
