import { sql } from 'kysely';
import { actorLabel } from '../../shared/actor.ts';
import type { DossierId } from '../../shared/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { Envelope, Fact } from './reaction.ts';
import { entryHash, type JournalEntry } from './verify.ts';

export type RecordFacts<F extends Fact = Fact> = {
  /** Facts about the organisation itself use its tenantId: `tenantId as string as DossierId`. */
  dossierId: DossierId;
  stream: { type: string; id: string };
  /** The version the decision was made on (0 for a new stream). Left out, the facts are added whatever came before. */
  expectedVersion?: number;
  facts: readonly F[];
};

/** Somebody else recorded a fact on this stream first: read again, decide again. HTTP answers 409. */
export class StaleVersion extends Error {
  readonly stream: { type: string; id: string };
  readonly expectedVersion: number;
  readonly actualVersion: number;
  constructor(stream: { type: string; id: string }, expectedVersion: number, actualVersion: number) {
    super(`${stream.type} ${stream.id} is at version ${actualVersion}, not ${expectedVersion}`);
    this.name = 'StaleVersion';
    this.stream = stream;
    this.expectedVersion = expectedVersion;
    this.actualVersion = actualVersion;
  }
}

/**
 * Adds facts to the dossier's chain, then runs what must follow them in the same transaction.
 * The dossier's head row is locked until commit, so a dossier's facts are recorded one transaction at a time.
 */
export const recordFacts = async <F extends Fact>(
  tx: Tx,
  { dossierId, stream, expectedVersion, facts }: RecordFacts<F>,
): Promise<{ version: number }> => {
  const head = await lockHead(tx, dossierId, stream.id);
  if (expectedVersion !== undefined && head.version !== expectedVersion)
    throw new StaleVersion(stream, expectedVersion, head.version);
  if (facts.length === 0) return { version: head.version };

  const actor = actorLabel(tx.actor);
  let prev = head.hash;
  const entries = facts.map((fact, index): JournalEntry => {
    const { type, ...rest } = fact;
    const entry = {
      seq: head.seq + index + 1,
      prev,
      at: tx.now,
      tenantId: tx.tenantId,
      dossierId,
      streamType: stream.type,
      streamId: stream.id,
      version: head.version + index + 1,
      type,
      actor,
      // What JSON would drop or rewrite is dropped before hashing, so that the stored body hashes the same.
      body: JSON.parse(JSON.stringify(rest)) as Record<string, unknown>,
    };
    prev = entryHash(entry);
    return { ...entry, hash: prev };
  });
  await append(tx, entries);
  for (const [index, fact] of facts.entries()) await react(tx, fact, entries[index]!);
  return { version: head.version + facts.length };
};

const lockHead = async (tx: Tx, dossierId: DossierId, streamId: string) => {
  const { rows } = await sql<{ seq: number; hash: string; version: number }>`
    select seq, hash, version from journal_lock_head(${tx.tenantId}, ${dossierId}, ${streamId})`.execute(tx.sql);
  return rows[0]!;
};

const append = (tx: Tx, entries: readonly JournalEntry[]) =>
  sql`select journal_append(${tx.tenantId}, ${entries[0]!.dossierId}, ${JSON.stringify(entries)})`.execute(tx.sql);

const react = async (tx: Tx, fact: Fact, entry: JournalEntry) => {
  const reactions = tx.hooks.reactions.get(fact.type);
  if (!reactions) return;
  const envelope: Envelope = {
    tenantId: tx.tenantId,
    dossierId: entry.dossierId as DossierId,
    stream: { type: entry.streamType, id: entry.streamId },
    version: entry.version,
    seq: entry.seq,
    at: entry.at,
  };
  for (const reaction of reactions) await reaction.react(tx, fact, envelope);
};
