import type { Tx } from '../../../platform/db/index.ts';
import { FileDamaged } from '../../../platform/files/index.ts';
import type { StoredRequest } from '../db/signing.store.ts';
import type { SigningDeps } from './deps.ts';

/** Hash of the bytes on disk at this moment; anything else than the frozen hash stops the signature. */
export const keptSha256 = async (deps: Pick<SigningDeps, 'files'>, tx: Tx, request: StoredRequest): Promise<string> => {
  if (!request.fileId) return '';
  try {
    return (await deps.files.read(tx, request.fileId)).sha256;
  } catch (failure) {
    if (failure instanceof FileDamaged) return 'damaged';
    throw failure;
  }
};
