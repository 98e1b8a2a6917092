import { Worker } from 'node:worker_threads';
import { defineJob, jobNamed, type JobContext } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { ImportId } from '../../../shared/ids.ts';
import { insertAside, insertBatch, lockMissionFile } from '../db/import-batch.store.ts';
import { importById, markDone, markFailed, markWaitingAgain, reportProgress, takeImport } from '../db/imports.store.ts';
import type { ProspectImport } from '../domain/importing/prospect-import.ts';
import type { ProspectsImported } from '../domain/prospect-facts.ts';
import { type ImportCounts, fileQualityOf, noRows } from '../domain/row/quality.ts';
import type { FromReader, ReadBatch, ReadingOrder } from './import-protocol.ts';
import { phoneHasher, tenantPhoneKey } from './phone-hash.ts';

export const runImport = jobNamed<{ importId: ImportId }>('run-prospect-import');

type Running = JobContext<{ importId: ImportId }>;

/**
 * Turns a confirmed file into prospects. All of it happens in one transaction: killed in the middle, nothing of it was
 * ever visible, and the import is simply run again.
 */
export const runImportJob = ({ files }: { files: Files }) =>
  defineJob(
    runImport,
    async (job: Running) => {
      const { importId } = job.payload;
      if (!(await job.withTenant((tx) => takeImport(tx, importId)))) return;
      const progress = progressReporter(job, importId);
      try {
        await job.withTenant((tx) => importWhole(tx, files, importId, progress.rows));
      } catch (error) {
        if (job.attempt > RETRIES) await job.withTenant((tx) => markFailed(tx, importId, 'surprise'));
        else await job.withTenant((tx) => markWaitingAgain(tx, importId));
        throw error;
      } finally {
        await progress.stop();
      }
    },
    { retryLimit: RETRIES, firstRetrySeconds: 2, expireSeconds: 900 },
  );

const RETRIES = 3;

const importWhole = async (tx: Tx, files: Files, importId: ImportId, onRows: (rows: number) => void): Promise<void> => {
  const state = await importById(tx, importId);
  if (!state) throw new Error(`import ${importId} is gone`);
  await phoneHasher(tx);
  await lockMissionFile(tx, state.missionId);
  const file = await files.read(tx, state.fileId);
  const counts = await readInto(tx, state, file.bytes, onRows);
  if (!(await markDone(tx, importId, counts))) throw new Error(`import ${importId} is no longer running`);
  const fact: ProspectsImported = {
    type: 'ProspectsImported',
    importId,
    missionId: state.missionId,
    fileName: state.fileName,
    fileSha256: file.sha256,
    counts,
    qualityScore: fileQualityOf(counts).score,
  };
  await recordFacts(tx, { dossierId: state.dossierId, stream: { type: 'import', id: importId }, facts: [fact] });
  announce(tx, { topic: `import:${importId}` });
  announce(tx, { topic: `mission:${state.missionId}` });
};

/** Reads in a thread, keeps in the database; the thread is at most a few batches ahead. */
const readInto = async (
  tx: Tx,
  state: ProspectImport,
  fileBytes: Uint8Array,
  onRows: (rows: number) => void,
): Promise<ImportCounts> => {
  const discovered = { ...noRows };
  const keep = async ({ accepted, aside, rowsRead }: ReadBatch) => {
    if (aside.rows > 0) await insertAside(tx, state.id, aside.columns);
    if (accepted.rows > 0) {
      const place = { importId: state.id, missionId: state.missionId, clientId: state.clientId, ...state.options };
      for (const found of await insertBatch(tx, place, accepted.columns)) {
        discovered.accepted -= found.rows;
        discovered[found.code === 'suppressed' ? 'suppressed' : 'duplicates'] += found.rows;
        discovered.corrected -= found.corrected;
        discovered.warned -= found.warned;
        discovered.filledFields -= found.filled;
        discovered.withSiret -= found.withSiret;
      }
    }
    onRows(rowsRead);
  };
  const read = await readInThread(state, fileBytes, tenantPhoneKey(tx.tenantId).export().toString('hex'), keep);
  return addUp(read, discovered);
};

const addUp = (a: ImportCounts, b: ImportCounts): ImportCounts =>
  Object.fromEntries(Object.entries(a).map(([name, value]) => [name, value + b[name as keyof ImportCounts]])) as ImportCounts;

const readInThread = (
  state: ProspectImport,
  fileBytes: Uint8Array,
  phoneKeyHex: string,
  keep: (batch: ReadBatch) => Promise<void>,
): Promise<ImportCounts> =>
  new Promise((resolve, reject) => {
    // A small file may sit in Node's shared buffer pool, which cannot be given away: copy it out.
    const bytes = fileBytes.byteLength === fileBytes.buffer.byteLength ? fileBytes : fileBytes.slice();
    const order: ReadingOrder = {
      bytes,
      format: state.format,
      mapping: state.mapping,
      foreignNumbers: state.options.foreignNumbers,
      phoneKeyHex,
    };
    const worker = new Worker(new URL('./read-file.worker.ts', import.meta.url), {
      workerData: order,
      transferList: [bytes.buffer as ArrayBuffer],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const stop = (error: unknown) => {
      void worker.terminate();
      reject(error);
    };
    let work = Promise.resolve();
    worker.on('message', (message: FromReader) => {
      work = work
        .then(async () => {
          if (message.kind === 'end') return resolve(message.counts);
          await keep(message);
          worker.postMessage({ kind: 'next' });
        })
        .catch(stop);
    });
    worker.on('error', stop);
    // No effect once the counts were given.
    worker.on('exit', (code) => code !== 0 && reject(new Error(`the reading thread ended with ${code}`)));
  });

/** Says how far the import is, in transactions of its own, so that a screen sees it before the end. */
const progressReporter = (job: Running, importId: ImportId) => {
  let rows = 0;
  let sending = Promise.resolve();
  const send = () => {
    sending = sending
      .then(() =>
        job.withTenant(async (tx) => {
          await reportProgress(tx, importId, rows);
          announce(tx, { topic: `import:${importId}` });
        }),
      )
      .catch(() => {});
  };
  const beat = setInterval(send, 1_000);
  return {
    rows: (done: number) => {
      rows = done;
    },
    stop: async () => {
      clearInterval(beat);
      await sending;
    },
  };
};
