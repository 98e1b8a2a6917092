import { refuse } from '../../../../shared/decision.ts';

export type FileEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/** The largest prospect file accepted, in bytes: about 400 000 rows. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Tells how a file's bytes spell its letters, or why it is not a text file at all.
 * What is not valid UTF-8 is Windows-1252, which is what Excel writes in France.
 */
export const detectEncoding = (bytes: Uint8Array) => {
  if (bytes.length === 0) return refuse('file_empty');
  if (bytes.length > MAX_FILE_BYTES) return refuse('file_too_large', { bytes: bytes.length, maxBytes: MAX_FILE_BYTES });
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuse('file_is_a_workbook');
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return found(isUtf8(bytes) ? 'utf-8-bom' : 'windows-1252');
  if (startsWith(bytes, [0xff, 0xfe])) return found('utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return found('utf-16be');
  if (looksBinary(bytes)) return refuse('file_not_text');
  return found(isUtf8(bytes) ? 'utf-8' : 'windows-1252');
};

/** The name by which a `TextDecoder` knows this encoding. It removes the byte order mark itself. */
export const decoderLabel = (encoding: FileEncoding): string => (encoding === 'utf-8-bom' ? 'utf-8' : encoding);

const found = (encoding: FileEncoding) => ({ ok: true as const, encoding });

const startsWith = (bytes: Uint8Array, head: readonly number[]) => head.every((byte, index) => bytes[index] === byte);

/** Control characters that no text editor writes: one NUL is enough, a few others are tolerated (form feeds, old exports). */
const looksBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 64 * 1024);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) control += 1;
  }
  return control > sample.length / 200;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const step = 1024 * 1024;
  try {
    for (let at = 0; at < bytes.length; at += step) decoder.decode(bytes.subarray(at, at + step), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
};
