import { parentPort, workerData } from 'node:worker_threads';
import { readOffice } from './read-office.ts';
import { readPdf } from './read-pdf.ts';
import { readPlain } from './read-plain.ts';
import type { ReadAnswer, ReadOrder } from './read-upload.ts';

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

/** What the file is says its first bytes, never its name. */
const read = ({ bytes }: ReadOrder): Promise<ReadAnswer> | ReadAnswer => {
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return readPdf(bytes);
  if (startsWith(bytes, 0x50, 0x4b)) return readOffice(Buffer.from(bytes));
  // OLE2: a .doc of before 2007, or a .docx under a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      ok: false,
      code: Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
        ? 'unreadable_encrypted'
        : 'unreadable_old_word',
    };
  return readPlain(bytes);
};

parentPort!.postMessage(
  await Promise.resolve()
    .then(() => read(workerData as ReadOrder))
    .catch((): ReadAnswer => ({ ok: false, code: 'unreadable_broken' })),
);
