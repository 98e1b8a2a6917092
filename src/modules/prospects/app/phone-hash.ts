import { type KeyObject, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { TenantId } from '../../../shared/ids.ts';

/** 16 bytes in hexadecimal: enough to recognise a number, nothing to read it back from without the key. */
export type PhoneHash = string;

let master: Buffer | null = null;

/** Gives the key that hashes the numbers of people who objected. Called once, at start. */
export const usePhoneKey = (key: Buffer): void => {
  master = key;
};

/**
 * The key kept for this installation: derived from CADRAN_SECRET when it is set, else a file made once in the data folder.
 * Losing it makes every recorded objection unreadable: back it up with the database (docs/operations.md).
 */
export const installationPhoneKey = ({ dataDir, secret }: { dataDir: string; secret: string | null }): Buffer => {
  if (secret) return createHmac('sha256', secret).update('cadran:suppression').digest();
  const path = join(dataDir, 'suppression.key');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
    } catch (error) {
      // Another process starting at the same time wrote it first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
};

/** The key that wrote this organisation's objections is not the one in use: nobody may be called until it is back. */
export class PhoneKeyChanged extends Error {
  constructor() {
    super('the key that hashes suppressed numbers has changed; restore suppression.key or CADRAN_SECRET before any call');
    this.name = 'PhoneKeyChanged';
  }
}

/** Each organisation has its own key, so that one list cannot be compared with another. */
export const tenantPhoneKey = (tenantId: TenantId): KeyObject => {
  if (!master && process.env['VITEST']) master = Buffer.alloc(32, 7);
  if (!master) throw new Error('usePhoneKey() was not called at start');
  return createSecretKey(createHmac('sha256', master).update(tenantId).digest());
};

// A KeyObject rather than bytes: preparing the key anew for each number costs six times the hash itself.
export const hashPhone = (key: KeyObject, e164: string): PhoneHash =>
  createHmac('sha256', key).update(e164).digest('hex').slice(0, 32);

const checked = new Set<string>();

/** The hash function of this organisation, after checking that its key is the one that wrote the list. */
export const phoneHasher = async (tx: Tx): Promise<(e164: string) => PhoneHash> => {
  const key = tenantPhoneKey(tx.tenantId);
  const mark = hashPhone(key, 'cadran');
  const known = `${tx.tenantId}:${mark}`;
  if (!checked.has(known)) {
    await sql`insert into suppression_keys (tenant_id, check_hash, first_used_at) values (${tx.tenantId}, decode(${mark}, 'hex'), ${tx.now})
      on conflict do nothing`.execute(tx.sql);
    const { rows } = await sql<{
      mark: string;
    }>`select encode(check_hash, 'hex') as mark from suppression_keys where tenant_id = ${tx.tenantId}`.execute(tx.sql);
    if (rows[0]?.mark !== mark) throw new PhoneKeyChanged();
    tx.hooks.afterCommit(() => void checked.add(known));
  }
  return (e164) => hashPhone(key, e164);
};
