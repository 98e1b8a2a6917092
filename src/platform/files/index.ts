import type { FileId } from '../../shared/ids.ts';
import type { Tx } from '../db/index.ts';

export type StoredFile = { fileId: FileId; sha256: string; byteLength: number };
export type ReadFile = { bytes: Uint8Array; name: string; mediaType: string; sha256: string };
export type FileDescription = { fileId: FileId; name: string; mediaType: string; sha256: string; byteLength: number };

/** Bytes kept outside the database, found by their SHA-256, one shelf per tenant. */
export type Files = {
  put(tx: Tx, file: { bytes: Uint8Array; name: string; mediaType: string }): Promise<StoredFile>;
  /** Reads and checks the SHA-256; a file changed on disk throws `FileDamaged` and is never served. */
  read(tx: Tx, fileId: FileId): Promise<ReadFile>;
  describe(tx: Tx, fileId: FileId): Promise<FileDescription | null>;
  /** Forgets the bytes for good, once the transaction is committed; the row stays and says when. */
  erase(tx: Tx, fileId: FileId): Promise<void>;
};

export { diskFiles, FileDamaged, FileMissing } from './disk-files.ts';
