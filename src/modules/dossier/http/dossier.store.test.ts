import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest, type Visitor } from '../../../../test/support/running-cadran.ts';
import { instant } from '../../../shared/time.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let own: { clientId: string; dossierId: string };
let other: { clientId: string; dossierId: string };
let client: Visitor;

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-16T09:00:00Z') });
  owner = await cadran.owner();
  own = (await owner.call('POST', '/clients', aClient())).json();
  other = (
    await owner.call(
      'POST',
      '/clients',
      aClient({ name: 'Nova', siret: '55208131700018', signatory: { name: 'Hugo Vauban', email: 'hugo@nova.example' } }),
    )
  ).json();
  await owner.call('POST', `/dossiers/${own.dossierId}/portal-link`);
  const { text } = await cadran.mailTo(owner, 'anne@martin.example');
  client = cadran.visitor();
  expect((await client.call('POST', `/links/${/\/lien\/([\w-]+)/.exec(text)![1]}/session`)).json().purpose).toBe('portal');
}, 120_000);
afterAll(() => cadran?.stop());

describe('the link to the client’s space', () => {
  test('opens its own space, with its dossier and its provider', async () => {
    expect((await client.call('GET', '/space')).json()).toMatchObject({
      dossierId: own.dossierId,
      client: { name: 'Ateliers Martin' },
      provider: { email: 'camille1@exemple.fr' },
    });
  });

  test('opens nobody else’s dossier: no timeline, no document, no bundle', async () => {
    const paths = ['timeline', 'verification', 'search?q=contrat', 'documents', 'bundles'].map(
      (part) => `/dossiers/${other.dossierId}/${part}`,
    );
    const answers = await Promise.all([
      ...paths.map((path) => client.call('GET', path)),
      client.call('POST', `/dossiers/${other.dossierId}/bundles`),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404]);
  });

  test('is sent by the owner only, and the journal keeps to whom, never the link', async () => {
    expect((await client.call('POST', `/dossiers/${own.dossierId}/portal-link`)).statusCode).toBe(403);
    const { entries } = (await owner.call('GET', `/dossiers/${own.dossierId}/timeline?kind=file`)).json() as {
      entries: { type: string; body: object }[];
    };
    const sent = entries.find(({ type }) => type === 'PortalLinkSent')!;
    expect(sent.body).toEqual({ name: 'Anne Martin', email: 'anne@martin.example' });
  });
});

describe('the journal of a dossier', () => {
  test('is read by pages, newest first, without losing or repeating a fact', async () => {
    const seen: number[] = [];
    for (let before: number | undefined, more = true; more;) {
      const page = (
        await owner.call('GET', `/dossiers/${own.dossierId}/timeline?limit=1${before ? `&before=${before}` : ''}`)
      ).json() as { entries: { seq: number }[]; more: boolean };
      seen.push(...page.entries.map(({ seq }) => seq));
      before = seen.at(-1);
      more = page.more;
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((a, b) => b - a).filter((seq, at, all) => all.indexOf(seq) === at));
    expect(seen.at(-1)).toBe(1);
  });

  test('says how many facts there are under each heading, and that its chain holds', async () => {
    const { counts, total } = (await owner.call('GET', `/dossiers/${own.dossierId}/timeline?kind=calls`)).json() as {
      counts: Record<string, number>;
      total: number;
    };
    const { intact, head, ...chain } = (await owner.call('GET', `/dossiers/${own.dossierId}/verification`)).json();
    expect([intact, chain.total]).toEqual([true, total]);
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(counts).toMatchObject({ file: total, calls: 0 });
  });
});
