import { Worker } from 'node:worker_threads';
import type { AuditedDocument } from '../domain/audited-document.ts';
import { kindOf, sectionsOf, type TextLine } from '../domain/read-text.ts';
import { uploadLimits } from '../domain/upload-limits.ts';

export type ReadOrder = { name: string; bytes: Uint8Array };
/** Why a file could not be read: each has its French sentence in refusals.ts. */
export type UnreadCode =
  | 'unreadable_encrypted'
  | 'unreadable_image_only'
  | 'unreadable_old_word'
  | 'unreadable_broken'
  | 'unreadable_bomb'
  | 'unreadable_slow'
  | 'unreadable_empty'
  | 'unreadable_format';
/** What was read, and what was not. `pages`: null where the format has none. */
export type ReadAnswer =
  { ok: true; lines: TextLine[]; pages: PagesRead | null; cutAt: number | null } | { ok: false; code: UnreadCode };
export type PagesRead = { total: number; read: number; withoutText: readonly number[] };

export type ReadFile = { document: AuditedDocument; pages: PagesRead | null; cutAt: number | null; characters: number };

/**
 * Reads an uploaded contract in a thread of its own: what is inside may be hostile, and a file that hangs or swells ends with
 * its thread. Nothing of it is kept.
 */
export const readUploadedContract = async (
  order: ReadOrder,
): Promise<({ ok: true } & ReadFile) | { ok: false; code: UnreadCode }> => {
  const answer = await inThread(order);
  if (!answer.ok) return answer;
  const sections = sectionsOf(answer.lines);
  const characters = sections.reduce(
    (sum, { paragraphs }) => sum + paragraphs.reduce((all, { text }) => all + text.length, 0),
    0,
  );
  if (characters === 0) return { ok: false, code: 'unreadable_empty' };
  const title = order.name.replace(/\.[a-z0-9]{1,5}$/i, '');
  return {
    ok: true,
    document: { id: 'depot', title, kind: kindOf(title, sections), origin: 'foreign', sections },
    pages: answer.pages,
    cutAt: answer.cutAt,
    characters,
  };
};

const inThread = ({ name, bytes }: ReadOrder): Promise<ReadAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./read-upload.worker.ts', import.meta.url), {
      workerData: { name, bytes } satisfies ReadOrder,
      resourceLimits: { maxOldGenerationSizeMb: uploadLimits.memoryMb },
      stderr: true,
    });
    const patience = setTimeout(() => settle({ ok: false, code: 'unreadable_slow' }), uploadLimits.seconds * 1000);
    const settle = (answer: ReadAnswer) => {
      clearTimeout(patience);
      void worker.terminate();
      resolve(answer);
    };
    worker.once('message', settle);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle({ ok: false, code: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'unreadable_bomb' : 'unreadable_broken' }),
    );
    worker.once('exit', () => settle({ ok: false, code: 'unreadable_broken' }));
  });
