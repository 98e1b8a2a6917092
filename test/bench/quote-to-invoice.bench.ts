// quote of 5 lines → sent → accepted on paper → deposit invoice issued, through HTTP, 8 clients at once. PDFs follow in the
// worker; their rate is measured apart, once the HTTP part is over.
//   node test/bench/quote-to-invoice.bench.ts [CHAINS_PER_CLIENT] [CLIENTS]
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ApiClient } from '../../src/demo/api-client.ts';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { client as clientIdentity, provider } from '../../src/demo/people.ts';
import { prospectFile } from '../../src/demo/prospect-file.ts';
import { openStage } from '../../src/demo/stage.ts';
import { paris } from '../../src/demo/story.ts';
import { machine, spread } from './bench-database.ts';

const chains = Number(process.argv[2] ?? 60);
const clients = Number(process.argv[3] ?? 8);
// The callers live in their own thread: what is measured is the server, as its users' machines would meet it.
if (isMainThread) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cadran-bench-'));
  const stage = await openStage({ dataDir, startAt: paris('2026-03-02T09:00') });
  const callers = new Worker(new URL(import.meta.url), {
    workerData: { baseUrl: stage.baseUrl },
    argv: process.argv.slice(2),
    stdout: false,
  });
  const [result] = (await once(callers, 'message')) as [{ invoices: number; failed: number; duplicates: number; gaps: number }];
  const behind = performance.now();
  await stage.settle();
  const perSecond = Math.round((result.invoices * 20_000) / (performance.now() - behind)) / 10;
  console.log(JSON.stringify({ ...result, pdfsBehind: { documents: result.invoices * 2, perSecond }, ...machine() }));
  await stage.close();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(result.failed || result.duplicates || result.gaps ? 1 : 0);
}

const forfaitLine = (index: number) => ({
  id: `lot-${index}`,
  kind: 'forfait' as const,
  label: `Lot ${index} : dix heures d’appels`,
  quantity: 1,
  unitPriceCents: 40_000,
});
const draft = {
  ...canonicalDraft,
  price: { ...canonicalDraft.price, lines: [...[1, 2, 3, 4].map(forfaitLine), canonicalDraft.price.lines[1]!] },
};
const scan = { name: 'accord.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 bon pour accord') };

const owner = new ApiClient((workerData as { baseUrl: string }).baseUrl);
await owner.post('/sign-up', { person: provider.person, identity: provider.identity, isDemo: true });
// Valid keys that belong to nobody.
const siretOf = (index: number): string => {
  const row = new TextDecoder()
    .decode(prospectFile(index + 1))
    .trim()
    .split('\r\n')
    .at(-1)!;
  return row.split(';')[1]!;
};
const clientIds: string[] = [];
for (let index = 0; index < clients; index += 1) {
  clientIds.push(
    (
      await owner.post<{ clientId: string }>('/clients', {
        ...clientIdentity,
        name: `Client ${index + 1}`,
        siret: siretOf(index),
      })
    ).clientId,
  );
}

const chain = async (browser: ApiClient, clientId: string): Promise<void> => {
  const { id } = await browser.post<{ id: string }>('/quotes', {
    clientId,
    title: 'Prospection',
    validUntil: '2026-03-31',
    draft,
  });
  const { signatureRequestId } = await browser.post<{ signatureRequestId: string }>(`/quotes/${id}/sending`);
  await browser.upload(`/signature-requests/${signatureRequestId}/paper`, scan, {
    signedOn: '2026-03-02',
    signatoryName: 'Claire Martin',
  });
};

const run = async (each: number) => {
  const times: number[] = [];
  const failures: string[] = [];
  const started = performance.now();
  await Promise.all(
    clientIds.map(async (clientId) => {
      for (let index = 0; index < each; index += 1) {
        const start = performance.now();
        await chain(owner, clientId).then(
          () => times.push(performance.now() - start),
          (failure: Error) => failures.push(failure.message),
        );
      }
    }),
  );
  return { times, failures, seconds: (performance.now() - started) / 1000 };
};

await run(3);
const runs = [];
for (let index = 0; index < 3; index += 1) runs.push(await run(chains));
const done = runs.flatMap(({ times }) => times);
const failures = runs.flatMap((one) => one.failures);

type Line = { number: string };
const numbers = new Set<string>();
let invoices = 0;
for (let after: string | null = ''; after !== null;) {
  const page: { invoices: Line[]; next: string | null } = await owner.get(
    `/invoices?limit=100${after ? `&after=${encodeURIComponent(after)}` : ''}`,
  );
  for (const { number } of page.invoices) numbers.add(number);
  invoices += page.invoices.length;
  after = page.next;
}
const highest = Math.max(
  ...[...numbers].map((number) => Number(number.slice(-4).replace(/\D/g, '') || number.split('-').at(-1))),
);
const rates = runs.map(({ times, seconds }) => times.length / seconds).sort((a, b) => a - b);

parentPort!.postMessage({
  name: 'quote of 5 lines → accepted on paper → invoice issued, through HTTP',
  unit: 'chains/s',
  clients,
  median: Math.round(rates[1]! * 10) / 10,
  runs: rates.map((rate) => Math.round(rate * 10) / 10),
  chainMs: spread(done),
  succeeded: done.length,
  failed: failures.length,
  firstFailure: failures[0] ?? null,
  invoices,
  duplicates: invoices - numbers.size,
  gaps: highest - numbers.size,
});
