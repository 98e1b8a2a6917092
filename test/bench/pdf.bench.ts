import { renderInvoice } from '../../src/modules/invoicing/documents/invoice.document.ts';
import { createPdf } from '../../src/platform/pdf/index.ts';
import { cents } from '../../src/shared/money.ts';
import { instant } from '../../src/shared/time.ts';
import { machine, spread } from './bench-database.ts';
import { finalInvoice } from '../fixtures/documents/invoice.ts';

// How long one invoice takes in the worker, warm, with its XML and Factur-X metadata, each invoice different.
//   node test/bench/pdf.bench.ts [COUNT]

const count = Number(process.argv[2] ?? 500);
const xml = `<invoice>${'<line/>'.repeat(1_000)}</invoice>`;
const pdf = createPdf();

const invoiceNumber = (index: number) => ({
  ...finalInvoice,
  number: `FA-2026-${String(index).padStart(4, '0')}`,
  buyer: { ...finalInvoice.buyer, name: `Client ${index}`, addressLines: [`${index} rue des Lilas`, '75001 Paris'] },
  lines: finalInvoice.lines.map((line) => ({ ...line, label: `${line.label} ${index}`, netCents: cents(line.netCents + index) })),
  payableCents: cents(finalInvoice.payableCents + index),
});

const times: number[] = [];
const memory: number[] = [];
for (let index = 0; index < count; index += 1) {
  const start = performance.now();
  await renderInvoice(pdf, invoiceNumber(index), { xml, createdAt: instant('2026-04-10T08:00:00.000Z') });
  times.push(performance.now() - start);
  if (index % 100 === 99) memory.push(Math.round(process.memoryUsage().rss / 1e6));
}
await pdf.close();
const warm = times.slice(20).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    name: 'invoice PDF with Factur-X, warm, in the worker',
    unit: 'ms',
    ...spread(warm),
    firstMs: Math.round(times[0]!),
    rssMbEvery100: memory,
    ...machine(),
  }),
);
