import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileKey, openRange, sealSegments } from './segments.ts';

export type RecordingFile = 'legs.wav' | 'listening.ogg' | 'peaks.json';
export type StoredFile = { sha256: string; byteLength: number };
type Place = { tenantId: string; recordingId: string };

/** Recordings at rest. Whoever has the disk but not the keys, or comes after a purge, hears nothing. */
export type RecordingVault = {
  put: (place: Place, name: RecordingFile, bytes: Uint8Array) => Promise<StoredFile>;
  /** `byteLength` is the stored file's; a range has both ends included. */
  read: (place: Place, name: RecordingFile, byteLength: number, range?: { from: number; to: number }) => Promise<Buffer>;
  /** Overwrites and removes the key, then the files. Nothing brings the sound back. */
  destroy: (place: Place) => Promise<void>;
};

/**
 * Keys and sound live in two folders: back up `keys` elsewhere, or not at all. A recording's key is wrapped by its tenant's,
 * and is never in the database, whose copies would outlive a purge.
 */
export const recordingVault = (folder: string): RecordingVault => {
  const tenantKeyPath = (tenantId: string) => join(folder, 'keys', `${checked(tenantId)}.tenant`);
  const keyPath = ({ tenantId, recordingId }: Place) => join(folder, 'keys', checked(tenantId), `${checked(recordingId)}.key`);
  const soundFolder = ({ tenantId, recordingId }: Place) => join(folder, 'sound', checked(tenantId), checked(recordingId));

  const tenantKey = async (tenantId: string): Promise<Buffer> => {
    const path = tenantKeyPath(tenantId);
    await mkdir(join(folder, 'keys', checked(tenantId)), { recursive: true, mode: 0o700 });
    // `wx` fails when another writer came first: then its key is the key.
    await writeFile(path, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true }).catch(ignoreExisting);
    return readFile(path);
  };

  const recordingKey = async (place: Place, create: boolean): Promise<Buffer> => {
    const wrappingKey = await tenantKey(place.tenantId);
    const context = Buffer.from(place.recordingId);
    if (create) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(context);
      const wrapped = Buffer.concat([nonce, cipher.update(randomBytes(32)), cipher.final(), cipher.getAuthTag()]);
      await writeFile(keyPath(place), wrapped, { flag: 'wx', mode: 0o600, flush: true }).catch(ignoreExisting);
    }
    const wrapped = await readFile(keyPath(place));
    const opener = createDecipheriv('aes-256-gcm', wrappingKey, wrapped.subarray(0, 12))
      .setAAD(context)
      .setAuthTag(wrapped.subarray(44));
    return Buffer.concat([opener.update(wrapped.subarray(12, 44)), opener.final()]);
  };

  return {
    put: async (place, name, bytes) => {
      const key = fileKey(await recordingKey(place, true), name);
      await mkdir(soundFolder(place), { recursive: true, mode: 0o700 });
      await writeFile(join(soundFolder(place), name), sealSegments(bytes, key, { fileName: name, byteLength: bytes.length }), {
        mode: 0o600,
        flush: true,
      });
      return { sha256: createHash('sha256').update(bytes).digest('hex'), byteLength: bytes.length };
    },
    read: async (place, name, byteLength, range = { from: 0, to: byteLength - 1 }) => {
      const key = fileKey(await recordingKey(place, false), name);
      const file = await open(join(soundFolder(place), name));
      try {
        const fetch = async (offset: number, length: number) => (await file.read(Buffer.alloc(length), 0, length, offset)).buffer;
        return await openRange(fetch, key, { fileName: name, byteLength }, range);
      } finally {
        await file.close();
      }
    },
    destroy: async (place) => {
      const path = keyPath(place);
      const file = await open(path, 'r+').catch(() => null);
      if (file) {
        await file.write(randomBytes(60), 0, 60, 0);
        await file.sync();
        await file.close();
      }
      await rm(path, { force: true });
      await rm(soundFolder(place), { recursive: true, force: true });
    },
  };
};

const ignoreExisting = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EEXIST') throw error;
};

/** Ids become paths: only a UUID may. */
const checked = (id: string): string => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('not an id');
  return id;
};
