import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** AES-256-GCM by 64 KiB segments, so that any range is read, and proved unchanged, without the rest of the file. */
const SEGMENT_BYTES = 65_536;
const tagBytes = 16;
const sealedBytes = SEGMENT_BYTES + tagBytes;

/** What ties a segment to its place: another file, another order or a shorter file no longer opens. */
type Place = { fileName: string; byteLength: number };

/** Each file of a recording has its own key, so a segment's number is enough of a nonce. */
export const fileKey = (recordingKey: Uint8Array, fileName: string): Buffer =>
  Buffer.from(hkdfSync('sha256', recordingKey, Buffer.alloc(0), `cadran recording ${fileName}`, 32));

export const sealSegments = (bytes: Uint8Array, key: Uint8Array, place: Place): Buffer => {
  const segments: Buffer[] = [];
  for (let index = 0; index === 0 || index * SEGMENT_BYTES < bytes.length; index += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index)).setAAD(contextOf(place, index));
    const plain = bytes.subarray(index * SEGMENT_BYTES, (index + 1) * SEGMENT_BYTES);
    segments.push(cipher.update(plain), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(segments);
};

/** Reads `from` to `to` (both included) through `fetch`, which gives bytes of the sealed file. */
export const openRange = async (
  fetch: (offset: number, length: number) => Promise<Buffer>,
  key: Uint8Array,
  place: Place,
  { from, to }: { from: number; to: number },
): Promise<Buffer> => {
  const first = Math.floor(from / SEGMENT_BYTES);
  const last = Math.floor(to / SEGMENT_BYTES);
  const plain: Buffer[] = [];
  for (let index = first; index <= last; index += 1) {
    const length = Math.min(SEGMENT_BYTES, place.byteLength - index * SEGMENT_BYTES);
    const sealed = await fetch(index * sealedBytes, length + tagBytes);
    const opener = createDecipheriv('aes-256-gcm', key, nonceOf(index))
      .setAAD(contextOf(place, index))
      .setAuthTag(sealed.subarray(length));
    plain.push(Buffer.concat([opener.update(sealed.subarray(0, length)), opener.final()]));
  }
  return Buffer.concat(plain).subarray(from - first * SEGMENT_BYTES, to - first * SEGMENT_BYTES + 1);
};

const nonceOf = (index: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
};
const contextOf = ({ fileName, byteLength }: Place, index: number): Buffer => Buffer.from(`${fileName}|${byteLength}|${index}`);
