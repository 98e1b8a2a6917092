import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { type FileId, newId, type TenantId } from '../../shared/ids.ts';
import type { Tx } from '../db/index.ts';
import type { FileDescription, Files } from './index.ts';

/** The bytes on disk are no longer those that were kept. */
export class FileDamaged extends Error {
  constructor(fileId: string) {
    super(`file ${fileId} does not match its SHA-256`);
    this.name = 'FileDamaged';
  }
}

/** No such file for this tenant, or its bytes were erased. */
export class FileMissing extends Error {
  constructor(fileId: string) {
    super(`file ${fileId} is not there`);
    this.name = 'FileMissing';
  }
}

type Row = FileDescription & { erasedAt: string | null };

/** Files on the local disk: `<root>/<tenant>/<first two of the hash>/<hash>`. */
export const diskFiles = (root: string): Files => {
  const pathOf = (tenantId: TenantId, sha256: string) => join(root, tenantId, sha256.slice(0, 2), sha256);

  const find = async (tx: Tx, fileId: FileId): Promise<Row | null> => {
    const { rows } = await sql<Row>`
      select file_id as "fileId", name, media_type as "mediaType", sha256, byte_length as "byteLength", erased_at as "erasedAt"
        from files where tenant_id = ${tx.tenantId} and file_id = ${fileId}`.execute(tx.sql);
    return rows[0] ?? null;
  };

  return {
    put: async (tx, { bytes, name, mediaType }) => {
      const sha256 = hashOf(bytes);
      await keep(pathOf(tx.tenantId, sha256), bytes);
      const fileId = newId<FileId>();
      await sql`insert into files (tenant_id, file_id, sha256, byte_length, name, media_type, stored_at)
        values (${tx.tenantId}, ${fileId}, ${sha256}, ${bytes.byteLength}, ${name}, ${mediaType}, ${tx.now})`.execute(tx.sql);
      return { fileId, sha256, byteLength: bytes.byteLength };
    },
    read: async (tx, fileId) => {
      const row = await find(tx, fileId);
      if (!row || row.erasedAt) throw new FileMissing(fileId);
      const bytes = await readFile(pathOf(tx.tenantId, row.sha256)).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new FileMissing(fileId) : error;
      });
      if (hashOf(bytes) !== row.sha256) throw new FileDamaged(fileId);
      return {
        bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        name: row.name,
        mediaType: row.mediaType,
        sha256: row.sha256,
      };
    },
    describe: async (tx, fileId) => {
      const row = await find(tx, fileId);
      if (!row || row.erasedAt) return null;
      const { erasedAt: _, ...description } = row;
      return description;
    },
    erase: async (tx, fileId) => {
      const row = await find(tx, fileId);
      if (!row || row.erasedAt) return;
      await sql`update files set erased_at = ${tx.now} where tenant_id = ${tx.tenantId} and file_id = ${fileId}`.execute(tx.sql);
      const { rows } = await sql`select 1 from files
        where tenant_id = ${tx.tenantId} and sha256 = ${row.sha256} and erased_at is null limit 1`.execute(tx.sql);
      if (rows.length === 0) tx.hooks.afterCommit(() => rm(pathOf(tx.tenantId, row.sha256), { force: true }));
    },
  };
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Written beside, synced, then renamed: a crash leaves the whole file or none. The same content is written once. */
const keep = async (path: string, bytes: Uint8Array): Promise<void> => {
  if (await isThere(path, bytes)) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${newId()}.tmp`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/** Compared in full: bytes damaged since are written again rather than trusted. */
const isThere = (path: string, bytes: Uint8Array): Promise<boolean> =>
  readFile(path).then(
    (found) => found.equals(bytes),
    () => false,
  );
