import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderContract } from '../../src/modules/clauses/queries.ts';
import { renderStamp } from '../../src/modules/signing/documents/stamp.document.ts';
import { createPdf } from '../../src/platform/pdf/index.ts';
import { openSignature } from '../../src/platform/signature/index.ts';
import { instant } from '../../src/shared/time.ts';
import { missionContract as contract } from '../fixtures/documents/contract.ts';
import { machine, spread } from './bench-database.ts';

// How long a seal takes on a real contract, warm: B-B without a stamp, B-B with a visible one (the stamp drawn, then laid),
// and B-T with the local authority, as signatures are made.
//   node test/bench/seal.bench.ts [COUNT]

const count = Number(process.argv[2] ?? 60);
const warmUp = 30;
const folder = await mkdtemp(join(tmpdir(), 'cadran-bench-seal-'));
const pdf = createPdf();
const signature = await openSignature({ folder: join(folder, 'seal'), clock: () => new Date() });
const createdAt = instant('2026-03-05T09:00:00.000Z');
const { bytes, positions } = await renderContract(pdf, contract, { termsJson: '{"schema":"cadran-terms/1"}', createdAt });
const place = positions['sig-client']!;

const stamp = async (index: number) => ({
  page: place.page,
  rect: place,
  pdf: (
    await renderStamp(
      pdf,
      {
        demo: false,
        signatoryName: `Claire Martin ${index}`,
        signatoryTitle: 'directrice commerciale',
        partyName: 'Société Œuvre & Fils',
        signedAt: createdAt,
        authentication: 'Code reçu à c•••@oeuvre.example',
        initials: 'Paraphé CM : art. 5, 6, 11',
        documentSha256: 'a'.repeat(64),
        width: place.width,
        height: place.height,
      },
      { createdAt },
    )
  ).bytes,
});
const request = { fieldName: 'Signature_client', reason: 'Bon pour accord', signerName: 'Claire Martin', signedAt: createdAt };

const measured = async (name: string, target: number | null, once: (index: number) => Promise<unknown>) => {
  const times: number[] = [];
  const spent: number[] = [];
  for (let index = 0; index < count + warmUp; index += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    await once(index);
    const { user, system } = process.cpuUsage(before);
    times.push(performance.now() - start);
    spent.push((user + system) / 1000);
  }
  const inOrder = (values: number[]) => values.slice(warmUp).sort((a, b) => a - b);
  // What the processor spent, all threads: the figure that holds when other programs share the machine.
  const cpuMedian = Math.round(inOrder(spent)[Math.floor(count / 2)]! * 10) / 10;
  const documentKb = Math.round(bytes.length / 1024);
  console.log(JSON.stringify({ name, unit: 'ms', ...spread(inOrder(times)), cpuMedian, target, documentKb, ...machine() }));
};

await measured('B-B seal of a contract, without a stamp', 15, () => signature.seal(bytes, { ...request, level: 'B-B' }));
await measured('B-B seal of a contract, with a visible stamp drawn for it', 80, async (index) =>
  signature.seal(bytes, { ...request, level: 'B-B', stamp: await stamp(index) }),
);
await measured('B-T seal of a contract, visible stamp, local time authority', null, async (index) =>
  signature.seal(bytes, { ...request, stamp: await stamp(index) }),
);
await pdf.close();
await rm(folder, { recursive: true, force: true });
