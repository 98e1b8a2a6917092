import { type Tx, tables } from '../../../platform/db/index.ts';
import type { AttemptId, DossierId, RecordingId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { EvidenceLevel } from '../domain/line.ts';
import { listensOf, recordingOfAttempt, type RecordingRow } from './recordings.store.ts';
import type { CallsTables } from './tables.ts';

/** A recording as evidence: what it is worth, what it hashes to, whether it can still be heard. */
export type RecordingSummary = {
  recordingId: RecordingId;
  attemptId: AttemptId;
  status: 'held' | 'kept' | 'purged';
  evidence: EvidenceLevel;
  durationMs: number;
  /** Of both lossless legs; it stays after a purge. */
  legsSha256: string;
  legsBytes: number;
  oggSha256: string | null;
  oggBytes: number | null;
  sealedAt: Instant;
  keepUntil: Instant | null;
  purgedAt: Instant | null;
  purgeReason: string | null;
};

const summaryOf = (row: RecordingRow): RecordingSummary => ({
  recordingId: row.recording_id,
  attemptId: row.attempt_id,
  status: row.status,
  evidence: row.evidence,
  durationMs: row.duration_ms,
  legsSha256: row.legs_sha256,
  legsBytes: row.legs_bytes,
  oggSha256: row.ogg_sha256,
  oggBytes: row.ogg_bytes,
  sealedAt: row.sealed_at,
  keepUntil: row.keep_until,
  purgedAt: row.purged_at,
  purgeReason: row.purge_reason,
});

/** The recording of a call, or its tombstone, with who listened to it. Undefined: this call was never recorded. */
export const recordingFor = async (tx: Tx, attemptId: AttemptId) => {
  const row = await recordingOfAttempt(tx, attemptId);
  return row && { ...summaryOf(row), listens: await listensOf(tx, row.recording_id) };
};

/** Every recording of a dossier, tombstones included, oldest first. */
export const recordingsOfDossier = async (tx: Tx, dossierId: DossierId): Promise<RecordingSummary[]> => {
  const rows = await tables<CallsTables>(tx)
    .selectFrom('recordings')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('dossier_id', '=', dossierId)
    .orderBy('sealed_at')
    .execute();
  return rows.map(summaryOf);
};
