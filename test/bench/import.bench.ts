import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runImportJob } from '../../src/modules/prospects/app/run-import.job.ts';
import { usePhoneKey } from '../../src/modules/prospects/app/phone-hash.ts';
import { importById, insertImport, markWaiting } from '../../src/modules/prospects/db/imports.store.ts';
import { analyseFile } from '../../src/modules/prospects/domain/file/analyse-file.ts';
import { defaultOptions } from '../../src/modules/prospects/domain/importing/prospect-import.ts';
import type { Actor } from '../../src/shared/actor.ts';
import { type ClientId, type DossierId, type ImportId, type MissionId, newId, type TenantId } from '../../src/shared/ids.ts';
import { benchDatabase, machine, platformAndProspects, spread } from './bench-database.ts';

// How fast a prospect file becomes prospects, every check and every index included, from the stored file to the commit.
//   node test/bench/import.bench.ts [ROWS] [RUNS]
// Two files: the fixture generator's own (its fiction ranges hold 60 000 numbers, so a large file repeats itself), and
// the same rows with numbers that never repeat, where nearly every row is kept: the harder work for the database.

const rows = Number(process.argv[2] ?? 100_000);
const runs = Number(process.argv[3] ?? 3);
const generator = join(import.meta.dirname, '../fixtures/prospects/make-prospects.mjs');

const generated = (): Buffer => spawnSync(process.execPath, [generator, String(rows)], { maxBuffer: 2 ** 30 }).stdout;

/** The same file with one number per row: they are only ever written to this throw-away database. */
const withoutRepeats = (file: Buffer): Buffer => {
  let next = 0;
  const lines = file.toString('latin1').split('\r\n');
  const distinct = lines.map((line, index) => {
    if (index < 2 || line === '') return line;
    const cells = line.split(';');
    if ((cells[5] ?? '').replace(/\D/g, '').length >= 9) cells[5] = `01${String(10_000_000 + next++)}`;
    cells[6] = '';
    cells[1] = '';
    return cells.join(';');
  });
  return Buffer.from(distinct.join('\r\n'), 'latin1');
};

usePhoneKey(Buffer.alloc(32, 1));
const bench = await benchDatabase({ folders: platformAndProspects });
const { db, files } = bench;
const job = runImportJob({ files });

const importOnce = async (bytes: Uint8Array) => {
  const tenantId = newId<TenantId>();
  const actor: Actor = { kind: 'system', name: 'bench', tenantId };
  const importId = newId<ImportId>();
  const analysed = analyseFile(bytes);
  if (!analysed.ok) throw new Error(analysed.code);
  const { format, columns, titleLines } = analysed.analysis;
  await db.withTenant(tenantId, actor, async (tx) => {
    const { fileId } = await files.put(tx, { bytes, name: 'prospects.csv', mediaType: 'text/csv' });
    await insertImport(tx, {
      id: importId,
      missionId: newId<MissionId>(),
      clientId: newId<ClientId>(),
      dossierId: newId<DossierId>(),
      fileId,
      fileName: 'prospects.csv',
      byteLength: bytes.byteLength,
      format,
      titleLines,
      proposals: columns,
      mapping: columns.map((c) => c.field),
      options: defaultOptions,
    });
    await markWaiting(tx, importId);
  });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const start = performance.now();
  await job.handler({
    payload: { importId },
    tenantId,
    jobId: 'bench',
    attempt: 1,
    actor,
    withTenant: (work) => db.withTenant(tenantId, actor, work),
  });
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  clearInterval(watch);
  const done = await db.withTenant(tenantId, actor, (tx) => importById(tx, importId));
  return {
    rowsPerSecond: done!.counts!.read / seconds,
    seconds,
    counts: done!.counts!,
    rssBeforeMb: Math.round(before / 2 ** 20),
    rssPeakMb: Math.round(peak / 2 ** 20),
    /** Of this process alone, its reading thread included; PostgreSQL's comes on top. */
    cpuSeconds: Number(((used.user + used.system) / 1e6).toFixed(2)),
  };
};

const small = generated();
for (const [name, bytes] of [
  ['import of a prospect file, as generated', small],
  ['import of a prospect file, no repeats', withoutRepeats(small)],
] as const) {
  await importOnce(bytes.subarray(0, 400_000));
  const done = [];
  for (let run = 0; run < runs; run += 1) done.push(await importOnce(bytes));
  const last = done.at(-1)!;
  console.log(
    JSON.stringify({
      name,
      unit: 'rows/s',
      rows,
      ...spread(done.map((d) => d.rowsPerSecond)),
      seconds: done.map((d) => Number(d.seconds.toFixed(2))),
      counts: last.counts,
      fileMb: Math.round(bytes.byteLength / 2 ** 20),
      rssBeforeMb: last.rssBeforeMb,
      rssPeakMb: last.rssPeakMb,
      cpuSeconds: done.map((d) => d.cpuSeconds),
      ...machine(),
    }),
  );
}
await bench.stop();
