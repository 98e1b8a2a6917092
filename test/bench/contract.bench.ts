// The contract as its author and its reader wait for it: the whole PDF/A-3a rendered in the worker, warm, each one different;
// and the editor's preview through HTTP, a term changed each time.
//   node test/bench/contract.bench.ts [PDFS] [PREVIEWS]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiClient } from '../../src/demo/api-client.ts';
import { canonicalDraft } from '../../src/demo/canonical-terms.ts';
import { client as clientIdentity, provider } from '../../src/demo/people.ts';
import { openStage } from '../../src/demo/stage.ts';
import { paris } from '../../src/demo/story.ts';
import { builtInCatalog, renderContract } from '../../src/modules/clauses/queries.ts';
import { ClientIdentityInput, ProviderIdentityInput } from '../../src/modules/parties/index.ts';
import { canonicalContent } from '../../src/modules/contracts/queries.ts';
import { freezeContent } from '../../src/modules/quotes/app/freeze-content.ts';
import { quoteDocument } from '../../src/modules/quotes/documents/quote-document.ts';
import { createPdf } from '../../src/platform/pdf/index.ts';
import { readPdfText } from '../../src/platform/pdf/read-pdf-text.ts';
import { civilDate, instant } from '../../src/shared/time.ts';
import { machine, spread } from './bench-database.ts';

const pdfs = Number(process.argv[2] ?? 60);
const previews = Number(process.argv[3] ?? 60);
const catalog = builtInCatalog();

const contract = (index: number) => {
  const content = freezeContent(
    {
      title: `Prospection téléphonique, vague ${index}`,
      draft: { ...canonicalDraft, volumes: { ...canonicalDraft.volumes, calls: 1500 + index } },
      form: 'devis',
      selection: null,
      isTrial: false,
    } as never,
    {
      number: `DEV-2026-${String(index).padStart(4, '0')}`,
      issuedOn: civilDate('2026-03-02'),
      validUntil: civilDate('2026-03-31'),
    },
    {
      provider: ProviderIdentityInput.parse(provider.identity),
      client: ClientIdentityInput.parse(clientIdentity),
      isDemo: false,
    },
    catalog,
  );
  const { json, sha256 } = canonicalContent(content);
  return { document: quoteDocument(content, sha256, catalog), json };
};

const pdf = createPdf();
const times: number[] = [];
let pages = 0;
for (let index = 1; index <= pdfs; index += 1) {
  const { document, json } = contract(index);
  const start = performance.now();
  const { bytes } = await renderContract(pdf, document, { termsJson: json, createdAt: instant('2026-03-02T08:00:00.000Z') });
  times.push(performance.now() - start);
  if (index === 1) pages = (await readPdfText(bytes)).pageCount;
}
await pdf.close();
const warm = times.slice(5).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    name: `contract PDF/A-3a of ${pages} pages, warm, in the worker`,
    unit: 'ms',
    ...spread(warm),
    pages,
    msPerSevenPages: Math.round((spread(warm).median * 70) / pages) / 10,
    firstMs: Math.round(times[0]!),
    ...machine(),
  }),
);

const dataDir = await mkdtemp(path.join(tmpdir(), 'cadran-bench-'));
const stage = await openStage({ dataDir, startAt: paris('2026-03-02T09:00') });
const owner = new ApiClient(stage.baseUrl);
await owner.post('/sign-up', { person: provider.person, identity: provider.identity, isDemo: true });
const { clientId } = await owner.post<{ clientId: string }>('/clients', clientIdentity);
const { id } = await owner.post<{ id: string }>('/quotes', { clientId, title: 'Prospection', draft: canonicalDraft });
const waits: number[] = [];
for (let index = 0; index < previews; index += 1) {
  const draft = { ...canonicalDraft, volumes: { ...canonicalDraft.volumes, calls: 1500 + index } };
  const start = performance.now();
  await owner.post(`/quotes/${id}/preview`, { draft });
  waits.push(performance.now() - start);
}
console.log(
  JSON.stringify({
    name: 'editor preview of every article, HTTP',
    unit: 'ms',
    ...spread(waits.slice(5).sort((a, b) => a - b)),
    firstMs: Math.round(waits[0]!),
    ...machine(),
  }),
);
await stage.close();
await rm(dataDir, { recursive: true, force: true });
process.exit(0);
