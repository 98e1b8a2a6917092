import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Instant } from '../../shared/time.ts';

/** One recorded fact, as the database keeps it and as the evidence bundle carries it. */
export type JournalEntry = {
  /** 1, 2, 3… in the dossier, without a hole. */
  seq: number;
  /** The hash of the entry before; 64 zeros for the first. */
  prev: string;
  at: Instant;
  tenantId: string;
  dossierId: string;
  streamType: string;
  streamId: string;
  /** 1, 2, 3… in the stream. */
  version: number;
  type: string;
  actor: { kind: string; id: string | null; name: string };
  /** The fact without its type. */
  body: Record<string, unknown>;
  hash: string;
};

export const GENESIS = '0'.repeat(64);

/** SHA-256 of the entry written as canonical JSON (RFC 8785), its own hash left out. */
export const entryHash = (entry: Omit<JournalEntry, 'hash'>): string => {
  const { seq, prev, at, tenantId, dossierId, streamType, streamId, version, type, actor, body } = entry;
  const sealed = { seq, prev, at, tenantId, dossierId, streamType, streamId, version, type, actor, body };
  return bytesToHex(sha256(utf8ToBytes(canonicalize(sealed)!)));
};

export type ChainBreak = {
  seq: number;
  problem: 'missing' | 'out_of_order' | 'changed' | 'unlinked' | 'version_gap' | 'other_dossier';
  detail: string;
};
export type ChainReport = { ok: boolean; entries: number; head: string; breaks: ChainBreak[] };

/**
 * Checks a dossier's journal as it is listed, without database or server: an entry removed, moved, added or changed by
 * one byte is found and named. The last entries cut off are found only against a head known from elsewhere (`expectedHead`).
 */
export const verifyChain = (entries: readonly JournalEntry[], expectedHead?: string): ChainReport => {
  const breaks: ChainBreak[] = [];
  const versions = new Map<string, number>();
  const seen = new Set(entries.map((entry) => entry.seq));
  let prev = GENESIS;
  let previousSeq = 0;
  for (const entry of entries) {
    const report = (problem: ChainBreak['problem'], detail: string) => breaks.push({ seq: entry.seq, problem, detail });
    if (entry.dossierId !== entries[0]!.dossierId) report('other_dossier', `belongs to ${entry.dossierId}`);
    if (entry.seq !== previousSeq + 1) {
      const expected = previousSeq + 1;
      versions.clear(); // what is missing is already named; do not name its streams again
      if (entry.seq > expected && !seen.has(expected)) {
        breaks.push({
          seq: expected,
          problem: 'missing',
          detail:
            entry.seq === expected + 1 ? `entry ${expected} is missing` : `entries ${expected} to ${entry.seq - 1} are missing`,
        });
      } else report('out_of_order', `entry ${entry.seq} comes after entry ${previousSeq}`);
    } else if (entry.prev !== prev) report('unlinked', `does not follow the hash of entry ${previousSeq}`);
    if (entryHash(entry) !== entry.hash)
      report('changed', `the content of entry ${entry.seq} (${entry.type}) does not match its hash`);
    const stream = `${entry.streamType}/${entry.streamId}`;
    const lastVersion = versions.get(stream);
    if (lastVersion !== undefined && entry.version !== lastVersion + 1) {
      report('version_gap', `${stream} goes from version ${lastVersion} to ${entry.version}`);
    }
    versions.set(stream, entry.version);
    prev = entry.hash;
    previousSeq = entry.seq;
  }
  if (expectedHead !== undefined && prev !== expectedHead) {
    breaks.push({ seq: previousSeq, problem: 'missing', detail: `the last hash is ${prev}, ${expectedHead} was expected` });
  }
  return { ok: breaks.length === 0, entries: entries.length, head: prev, breaks };
};
