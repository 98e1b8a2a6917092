import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest } from '../../../../test/support/running-cadran.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { frictionsWithoutClause } from '../queries.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let clientId: string;
let dossierId: DossierId;

type Line = { id: string; title: string; state: string; origins: string[]; clients: number; weight: number };
const lines = async () => (await owner.call('GET', '/frictions')).json().frictions as Line[];
const asSystem = <T>(work: Parameters<typeof cadran.db.withTenant<T>>[2]) =>
  cadran.db.withTenant(owner.tenantId, { kind: 'system', name: 'test', tenantId: owner.tenantId }, work);

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-16T09:00:00Z') });
  owner = await cadran.owner();
  ({ clientId, dossierId } = (await owner.call('POST', '/clients', aClient())).json());
}, 120_000);
afterAll(() => cadran?.stop());

/** An offer that this client refused, with its reason. */
const offerRefused = async (reason: string) => {
  const { id } = (await owner.call('POST', '/quotes', { clientId })).json();
  await asSystem((tx) =>
    recordFacts(tx, {
      dossierId,
      stream: { type: 'quote', id },
      facts: [{ type: 'QuoteRefused', quoteId: id, number: 'DEV-2026-0001', reason } as never],
    }),
  );
};

test('an offer refused for the same reason twice is one point met twice', async () => {
  await offerRefused('Acompte trop élevé');
  await offerRefused('acompte trop élevé !');
  await offerRefused('   ');
  expect(await lines()).toMatchObject([
    { title: 'Offre refusée', state: 'open', origins: ['offer_refused', 'offer_refused'], clients: 1, weight: 6 },
  ]);
  expect(await asSystem(frictionsWithoutClause)).toEqual([{ title: 'Offre refusée', times: 2 }]);
});

test('a published clause of the library answers it at once: the audit no longer reports it; one that does not exist is refused', async () => {
  const [{ id } = {} as Line] = await lines();
  expect((await owner.call('POST', `/frictions/${id}/clause`, { clauseId: 'nulle-part' })).json().code).toBe('unknown_clause');
  expect((await owner.call('POST', `/frictions/${id}/clause`, { clauseId: 'paiement' })).json()).toEqual({ state: 'settled' });
  expect((await owner.call('GET', `/frictions/${id}`)).json()).toMatchObject({
    state: 'settled',
    clause: { id: 'paiement' },
    occurrences: [{ words: 'acompte trop élevé !', ref: 'DEV-2026-0001' }, { words: 'Acompte trop élevé' }],
  });
  expect(await asSystem(frictionsWithoutClause)).toEqual([]);
});

test('met again after its clause was published, it opens anew: the clause did not suffice', async () => {
  await offerRefused('ACOMPTE TROP ÉLEVÉ');
  const [line] = await lines();
  expect(line).toMatchObject({ title: 'Offre refusée', state: 'open' });
  expect(line!.origins).toHaveLength(3);
  expect(await asSystem(frictionsWithoutClause)).toEqual([{ title: 'Offre refusée', times: 3 }]);
});

test('a clause written for it goes from draft to published, and its publication settles the point', async () => {
  const [{ id } = {} as Line] = await lines();
  const { id: clauseId } = (await owner.call('POST', '/clauses', { title: 'Acompte échelonné', copyOf: 'paiement' })).json();
  expect((await owner.call('POST', `/frictions/${id}/clause`, { clauseId })).json()).toEqual({ state: 'worded' });
  const act = (path: string, body: object = {}) => owner.call('POST', `/clauses/${clauseId}/${path}`, { version: 1, ...body });
  const review = { by: 'Maître Roussel', capacity: 'avocate', on: '2026-03-10', reviewBefore: '2027-03-10' };
  expect((await act('review', review)).statusCode).toBe(200);
  expect((await lines())[0]).toMatchObject({ state: 'worded' });
  expect((await act('publish')).statusCode).toBe(200);
  expect((await owner.call('GET', `/frictions/${id}`)).json()).toMatchObject({
    state: 'settled',
    clause: { id: clauseId, version: 1 },
  });
});

test('a misunderstanding remembered is noted by hand, set aside with a reason, and may come back', async () => {
  const noted = await owner.call('POST', '/frictions', {
    title: 'Qui relance par courriel',
    risk: 'drift',
    story: 'Le client attendait des courriels de suivi.',
    dossierId,
  });
  const { id } = noted.json();
  expect((await owner.call('POST', `/frictions/${id}/setting-aside`, { reason: '' })).json().code).toBe('reason_required');
  expect((await owner.call('POST', `/frictions/${id}/setting-aside`, { reason: 'Cas unique' })).json()).toEqual({
    state: 'set_aside',
  });
  expect((await owner.call('POST', `/frictions/${id}/clause`, { clauseId: 'paiement' })).json().code).toBe('not_from_here');
  expect((await owner.call('POST', `/frictions/${id}/reopening`)).json()).toEqual({ state: 'open' });
});

test('what one organisation learned is not shown to another', async () => {
  const other = await cadran.owner();
  expect((await other.call('GET', '/frictions')).json().frictions).toEqual([]);
  const [{ id } = {} as Line] = await lines();
  expect((await other.call('GET', `/frictions/${id}`)).statusCode).toBe(404);
});
