// From the command to the first page, when everything is installed: a fresh data folder, then a second start.
//   node test/bench/first-page.bench.ts
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { machine, spread } from './bench-database.ts';

const project = path.join(import.meta.dirname, '../..');
const port = 24_747;

const startOnce = async (dataDir: string): Promise<number> => {
  const started = performance.now();
  const child = spawn(path.join(project, 'cadran'), ['start', '--port', String(port), '--data', dataDir, '--empty'], {
    stdio: 'ignore',
    detached: true,
  });
  try {
    for (;;) {
      const answered = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
      if (answered?.ok) return performance.now() - started;
      if (child.exitCode !== null) throw new Error(`./cadran start ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid!, 'SIGTERM');
    await ended;
  }
};

/** What the browser must read before it shows anything: the entry and what it imports at once. */
const initialJavaScript = async (): Promise<number> => {
  const html = await readFile(path.join(project, 'dist/web/index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, file]) => file!);
  let bytes = 0;
  for (const file of new Set(scripts))
    bytes += gzipSync(await readFile(path.join(project, 'dist/web', file)), { level: 9 }).byteLength;
  return Math.round(bytes / 100) / 10;
};

const first: number[] = [];
const second: number[] = [];
for (let run = 0; run < 3; run += 1) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cadran-first-'));
  first.push(await startOnce(dataDir));
  second.push(await startOnce(dataDir));
  await rm(dataDir, { recursive: true, force: true });
}
console.log(
  JSON.stringify({
    name: 'first page after ./cadran start, installed, new data folder',
    unit: 'ms',
    ...spread(first),
    secondStart: spread(second),
    initialJavaScriptKbGzip: await initialJavaScript(),
    ...machine(),
  }),
);
process.exit(0);
