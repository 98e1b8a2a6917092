import { linesOf } from '../domain/read-text.ts';
import { uploadLimits } from '../domain/upload-limits.ts';
import type { ReadAnswer } from './read-upload.ts';

/** Text as it comes: UTF-8 if it is valid, UTF-16 by its mark, else Windows-1252, which holds Latin-1. A file of other bytes is no text. */
export const readPlain = (bytes: Uint8Array): ReadAnswer => {
  const text = decoded(bytes);
  if (text === null) return { ok: false, code: 'unreadable_format' };
  const kept = text.slice(0, uploadLimits.characters);
  if (kept.trim() === '') return { ok: false, code: 'unreadable_empty' };
  return { ok: true, lines: linesOf(kept), pages: null, cutAt: text.length > kept.length ? kept.length : null };
};

const decoded = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Control bytes that no text has: an image, a program, a spreadsheet.
  const sample = bytes.subarray(0, 4096);
  if (sample.some((byte) => byte < 9 || (byte > 13 && byte < 27))) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
