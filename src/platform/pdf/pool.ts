import { Worker } from 'node:worker_threads';
import type { Pdf, PdfRequest, RenderedPdf } from './pdf.ts';
import type { WorkerAnswer, WorkerJob } from './worker.ts';

/** A document takes milliseconds; one that takes a minute is stuck in native code, and only the end of its thread frees it. */
const patienceMs = 60_000;

export type PdfOptions = {
  workers?: number;
  /** A worker is replaced after this many documents, so its memory starts anew. */ documentsPerWorker?: number;
};

type Waiting = { request: PdfRequest; resolve: (rendered: RenderedPdf) => void; reject: (error: Error) => void };

/** The renderer. Compiling is synchronous and native, so it lives in worker threads and never holds up a request. */
export const createPdf = ({ workers = 1, documentsPerWorker = 2_000 }: PdfOptions = {}): Pdf => {
  const queue: Waiting[] = [];
  const seats = Array.from({ length: workers }, () => seat(queue, documentsPerWorker));
  let closed = false;
  return {
    render: (request) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The PDF renderer is closed'));
        queue.push({ request, resolve, reject });
        for (const { pull } of seats) pull();
      }),
    close: async () => {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new Error('The PDF renderer is closed'));
      await Promise.all(seats.map(({ stop }) => stop()));
    },
  };
};

/** One place in the pool: a worker started on first use, replaced when old or dead, one document at a time. */
const seat = (queue: Waiting[], documentsPerWorker: number) => {
  let worker: Worker | null = null;
  let current: Waiting | null = null;
  let rendered = 0;
  let patience: NodeJS.Timeout | undefined;

  const pull = (): void => {
    if (current || queue.length === 0) return;
    current = queue.shift()!;
    const busy = (worker ??= start());
    patience = setTimeout(() => {
      lost(busy, new Error(`${current?.request.template}: no answer after ${patienceMs} ms`));
      void busy.terminate();
    }, patienceMs).unref();
    busy.ref();
    busy.postMessage({ id: rendered, request: current.request } satisfies WorkerJob);
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    started.on('message', (answer: WorkerAnswer) => settle(answer));
    started.on('error', (error) => lost(started, error));
    started.on('exit', (code) => lost(started, new Error(`The PDF worker stopped (exit ${code})`)));
    return started;
  };

  const settle = (answer: WorkerAnswer): void => {
    clearTimeout(patience);
    const waiting = current;
    current = null;
    rendered += 1;
    worker?.unref();
    if (rendered % documentsPerWorker === 0) void stop();
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.rendered);
    pull();
  };

  /** A worker that died takes its document with it; the next document gets a new worker. */
  const lost = (dead: Worker, error: unknown): void => {
    if (worker !== dead) return;
    clearTimeout(patience);
    worker = null;
    const waiting = current;
    current = null;
    waiting?.reject(error instanceof Error ? error : new Error(String(error)));
    pull();
  };

  const stop = async (): Promise<void> => {
    const leaving = worker;
    const waiting = current;
    worker = null;
    current = null;
    waiting?.reject(new Error('The PDF renderer is closed'));
    await leaving?.terminate();
  };

  return { pull, stop };
};
