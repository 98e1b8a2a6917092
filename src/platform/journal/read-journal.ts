import { sql } from 'kysely';
import type { DossierId } from '../../shared/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { JournalEntry } from './verify.ts';

/** The whole journal of a dossier, in order, ready for `verifyChain` and for the bundle. */
export const readJournal = async (tx: Tx, dossierId: DossierId): Promise<JournalEntry[]> => {
  const { rows } = await sql<JournalEntry>`
    select seq, prev, at, tenant_id as "tenantId", dossier_id as "dossierId", stream_type as "streamType",
           stream_id as "streamId", version, type, actor, body, hash
      from journal_entries where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} order by seq`.execute(tx.sql);
  return rows;
};

/** Entries of a dossier after one already read, oldest first. */
export const readJournalAfter = async (tx: Tx, dossierId: DossierId, seq: number, limit: number): Promise<JournalEntry[]> => {
  const { rows } = await sql<JournalEntry>`
    select seq, prev, at, tenant_id as "tenantId", dossier_id as "dossierId", stream_type as "streamType",
           stream_id as "streamId", version, type, actor, body, hash
      from journal_entries where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and seq > ${seq}
     order by seq limit ${limit}`.execute(tx.sql);
  return rows;
};

/** These entries of a dossier, by their place in its journal. */
export const journalEntries = async (tx: Tx, dossierId: DossierId, seqs: readonly number[]): Promise<JournalEntry[]> => {
  if (seqs.length === 0) return [];
  const { rows } = await sql<JournalEntry>`
    select seq, prev, at, tenant_id as "tenantId", dossier_id as "dossierId", stream_type as "streamType",
           stream_id as "streamId", version, type, actor, body, hash
      from journal_entries
     where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and seq = any(${[...seqs]}::bigint[])`.execute(tx.sql);
  return rows;
};

/** A page of a dossier's journal, newest first, of these types only; one entry more than asked tells that there are others. */
export const journalPage = async (
  tx: Tx,
  dossierId: DossierId,
  {
    types,
    without,
    before,
    limit,
  }: { types?: readonly string[]; without?: readonly string[]; before?: number | undefined; limit: number },
): Promise<JournalEntry[]> => {
  const { rows } = await sql<JournalEntry>`
    select seq, prev, at, tenant_id as "tenantId", dossier_id as "dossierId", stream_type as "streamType",
           stream_id as "streamId", version, type, actor, body, hash
      from journal_entries
     where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId}
       ${types ? sql`and type = any(${[...types]}::text[])` : sql``}
       ${without ? sql`and type <> all(${[...without]}::text[])` : sql``}
       ${before === undefined ? sql`` : sql`and seq < ${before}`}
     order by seq desc limit ${limit}`.execute(tx.sql);
  return rows;
};

/** How many facts of each type a dossier holds. */
export const journalCounts = async (tx: Tx, dossierId: DossierId): Promise<{ type: string; count: number }[]> => {
  const { rows } = await sql<{ type: string; count: number }>`
    select type, count(*)::int as count from journal_entries
     where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} group by type`.execute(tx.sql);
  return rows;
};

/** The dossier that tells of a thing: every stream lies in one. Null when nothing was told yet. */
export const dossierOfStream = async (tx: Tx, streamId: string): Promise<DossierId | null> => {
  if (!/^[0-9a-f-]{36}$/.test(streamId)) return null;
  const { rows } = await sql<{ dossierId: DossierId }>`
    select dossier_id as "dossierId" from journal_entries
     where tenant_id = ${tx.tenantId} and stream_id = ${streamId} order by version limit 1`.execute(tx.sql);
  return rows[0]?.dossierId ?? null;
};

/** How many facts the stream has: what a decision passes back as `expectedVersion`. 0 when it does not exist. */
export const streamVersion = async (tx: Tx, streamId: string): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0)::int as version from journal_entries
     where tenant_id = ${tx.tenantId} and stream_id = ${streamId}`.execute(tx.sql);
  return rows[0]!.version;
};
