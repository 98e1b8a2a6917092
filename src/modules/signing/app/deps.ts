import type { UserId } from '../../../shared/ids.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';

/** What the handlers of a signature need from outside. */
export type SigningDeps = {
  db: Database;
  files: Files;
  publicUrl: string;
  /** Null for a wrong password as for an unknown address. */
  checkPassword(email: string, password: string): Promise<UserId | null>;
};
