import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { PDF } from '@libpdf/core';
import { type VerifiedSignature, verifySignatures } from './verify.ts';

/** What a PDF says of itself, computed offline: nothing of it is kept. */
export type PdfInspection = {
  sha256: string;
  byteLength: number;
  pages: number;
  /** SHA-256 of the file as it stood at each of its saves, the whole included: a known one may be inside a longer file. */
  revisions: { sha256: string; length: number }[];
  signatures: VerifiedSignature[];
  /** The terms that travel inside (`cadran-terms.json`), by the hash of their bytes. */
  terms: { sha256: string; number: string | null } | null;
};

export type InspectionFailure = 'not_a_pdf' | 'encrypted' | 'unreadable' | 'too_slow';
export type InspectionAnswer = { ok: true; inspection: PdfInspection } | { ok: false; failure: InspectionFailure };

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const termsFile = 'cadran-terms.json';
const mostRevisions = 40;

/** Reads the file in this thread; `inspectPdf` does it in a thread that can be stopped. */
export const readInspection = async (bytes: Uint8Array): Promise<InspectionAnswer> => {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return { ok: false, failure: 'not_a_pdf' };
  try {
    const pdf = await PDF.load(bytes);
    if (pdf.isEncrypted) return { ok: false, failure: 'encrypted' };
    const terms = await termsIn(pdf);
    return {
      ok: true,
      inspection: {
        sha256: sha256(bytes),
        byteLength: bytes.length,
        pages: pdf.getPageCount(),
        revisions: revisionsOf(bytes),
        signatures: await verifySignatures(bytes),
        terms,
      },
    };
  } catch (failure) {
    const encrypted = /encrypt|password/i.test(failure instanceof Error ? failure.message : '');
    return { ok: false, failure: encrypted ? 'encrypted' : 'unreadable' };
  }
};

const termsIn = async (pdf: PDF): Promise<PdfInspection['terms']> => {
  const name = [...pdf.attachments.list().keys()].find((key) => key.replace(/^\//, '') === termsFile);
  const bytes = name ? pdf.attachments.get(name) : null;
  if (!bytes) return null;
  let number: string | null = null;
  try {
    const parsed = JSON.parse(Buffer.from(bytes).toString('utf8')) as { number?: unknown };
    if (typeof parsed.number === 'string') number = parsed.number.slice(0, 40);
  } catch {
    // Not our JSON: its hash is still worth telling.
  }
  return { sha256: sha256(bytes), number };
};

/** Each save ends with %%EOF and an optional line end; both lengths are kept where one may be meant. */
const revisionsOf = (bytes: Uint8Array): PdfInspection['revisions'] => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lengths = new Set<number>([bytes.length]);
  for (let at = file.indexOf('%%EOF'); at !== -1 && lengths.size < mostRevisions; at = file.indexOf('%%EOF', at + 5)) {
    let end = at + 5;
    lengths.add(end);
    if (file[end] === 0x0d) end += 1;
    if (file[end] === 0x0a) end += 1;
    lengths.add(end);
  }
  return [...lengths].sort((a, b) => a - b).map((length) => ({ length, sha256: sha256(bytes.subarray(0, length)) }));
};

const limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 } as const;

/** A stranger's file is read in a thread of its own, with a ceiling of memory and time; the thread ends with it. */
export const inspectPdf = (bytes: Uint8Array, { patienceMs = 15_000 } = {}): Promise<InspectionAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./inspect.worker.ts', import.meta.url), { workerData: bytes, resourceLimits: limits });
    const settle = (answer: InspectionAnswer) => {
      clearTimeout(patience);
      resolve(answer);
      void worker.terminate();
    };
    const patience = setTimeout(() => settle({ ok: false, failure: 'too_slow' }), patienceMs);
    worker.once('message', settle);
    worker.once('error', () => settle({ ok: false, failure: 'unreadable' }));
    worker.once('exit', () => settle({ ok: false, failure: 'unreadable' }));
  });
