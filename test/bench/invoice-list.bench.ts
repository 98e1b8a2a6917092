// The list of 100 among 10 000 invoices, through HTTP, and a page deep in it.
//   node test/bench/invoice-list.bench.ts [INVOICES]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { client as clientIdentity, provider } from '../../src/demo/people.ts';
import { supervisePostgres } from '../../src/platform/db/postgres/supervise.ts';
import { openStage } from '../../src/demo/stage.ts';
import { paris } from '../../src/demo/story.ts';
import { machine, spread } from './bench-database.ts';

const wanted = Number(process.argv[2] ?? 10_000);
const dataDir = await mkdtemp(path.join(tmpdir(), 'cadran-bench-'));
const stage = await openStage({ dataDir, startAt: paris('2026-03-02T09:00') });
const owner = stage.browser();
const { tenantId } = await owner.post<{ tenantId: string }>('/sign-up', {
  person: provider.person,
  identity: provider.identity,
  isDemo: true,
});
const { clientId } = await owner.post<{ clientId: string }>('/clients', clientIdentity);
const { id } = await owner.post<{ id: string }>('/quotes', {
  clientId,
  title: 'Prospection',
  validUntil: '2026-03-31',
  draft: canonicalDraft,
});
await owner.post(`/quotes/${id}/sending`);
const { signatureRequestId } = await owner.get<{ signatureRequestId: string }>(`/quotes/${id}`);
await owner.upload(
  `/signature-requests/${signatureRequestId}/paper`,
  { name: 'a.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4') },
  { signedOn: '2026-03-02', signatoryName: 'Claire Martin' },
);

// One real invoice, then its likenesses: the same rows that issuing writes, under other numbers and days.
const guest = await supervisePostgres({ dir: path.join(dataDir, 'postgres') });
const database = new pg.Client({ ...guest.owner, database: 'cadran' });
await database.connect();
await database.query('begin');
await database.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
await database.query(
  `insert into invoices
   select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'kind', 'intermediate', 'milestone_id', 'copie-' || n,
     'number', 'FA-2025-' || lpad(n::text, 5, '0'), 'issued_on', date '2025-01-01' + (n % 365), 'client_name', 'Client ' || (n % 200),
     'mission_id', gen_random_uuid()))).* from invoices i, generate_series(1, $1) n where i.number = 'FA-2026-0001'`,
  [wanted],
);
await database.query('commit');
await database.query('analyze invoices');
await database.end();

const time = async (query: string) => {
  const times: number[] = [];
  for (let index = 0; index < 220; index += 1) {
    const start = performance.now();
    await owner.get(`/invoices?limit=100${query}`);
    if (index >= 20) times.push(performance.now() - start);
  }
  return spread(times);
};
console.log(
  JSON.stringify({
    name: `list of 100 among ${wanted} invoices, through HTTP`,
    unit: 'ms',
    ...(await time('')),
    byClientName: await time('&search=Client%2017'),
    byAmount: await time('&sort=payable'),
    ...machine(),
  }),
);
await stage.close();
await rm(dataDir, { recursive: true, force: true });
process.exit(0);
