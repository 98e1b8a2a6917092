// Every bench in turn, each in its own process: JSON to test/bench/results.json, a table to docs/performance.md.
//   npm run bench [-- NAME]
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';

type Result = Record<string, unknown> & { name: string; unit: string; median: number };

const benches: { file: string; args?: string[] }[] = [
  { file: 'first-page.bench.ts' },
  { file: 'quote-to-invoice.bench.ts', args: ['40', '8'] },
  { file: 'pdf.bench.ts', args: ['300'] },
  { file: 'contract.bench.ts' },
  { file: 'comparison.bench.ts' },
  { file: 'audit.bench.ts' },
  { file: 'seal.bench.ts', args: ['60'] },
  { file: 'invoice-list.bench.ts' },
  { file: 'import.bench.ts', args: ['100000', '3'] },
  { file: 'next-prospect.bench.ts' },
];

const only = process.argv[2];
const results: Result[] = [];
for (const { file, args = [] } of benches) {
  if (only && !file.startsWith(only)) continue;
  console.error(`… ${file}`);
  try {
    const printed = execFileSync(process.execPath, [path.join(import.meta.dirname, file), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 600_000,
      maxBuffer: 2 ** 26,
    });
    for (const line of printed.split('\n')) if (line.startsWith('{')) results.push(JSON.parse(line) as Result);
  } catch (error) {
    console.error(`${file}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
const machine = {
  processor: cpus()[0]?.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
await writeFile(path.join(import.meta.dirname, 'results.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
console.table(results.map(({ name, unit, median, p99, load }) => ({ name, median, p99, unit, load })));
