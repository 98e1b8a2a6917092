import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueue, jobNamed } from '../../../platform/jobs/index.ts';
import { listeningCopy, muxLegs, splitLegs } from '../../../platform/recordings/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { newId, type RecordingId } from '../../../shared/ids.ts';
import type { AttemptRow } from '../db/attempts.store.ts';
import { insertRecording, lockRecording, recordingById, type RecordingRow, updateRecording } from '../db/recordings.store.ts';
import type { CallFact } from '../domain/facts.ts';
import type { PurgeReason } from '../domain/recording-policy.ts';
import type { Deps } from './deps.ts';

export const makeListeningCopy = jobNamed<{ recordingId: RecordingId }>('make-listening-copy');
const destroyRecording = jobNamed<{ recordingId: RecordingId }>('destroy-recording');

/** Puts both legs away, encrypted, and seals their hash; a callee who objected leaves only the hash of what was not kept. */
export const sealRecording = async ({ telephony, vault }: Deps, tx: Tx, attempt: AttemptRow): Promise<CallFact[]> => {
  const raw = telephony.line(attempt.line).fetchRecording(attempt.attempt_id);
  if (!raw) return [];
  const wav = muxLegs(raw);
  const recordingId = newId<RecordingId>();
  const sha256 = createHash('sha256').update(wav).digest('hex');
  const durationMs = Math.round((raw.caller.length * 1000) / raw.sampleRate);
  const objected = attempt.recording_objected;
  if (!objected) await vault.put({ tenantId: tx.tenantId, recordingId }, 'legs.wav', wav);
  await insertRecording(tx, {
    recording_id: recordingId,
    attempt_id: attempt.attempt_id,
    mission_id: attempt.mission_id,
    dossier_id: attempt.dossier_id,
    client_id: attempt.client_id,
    status: objected ? 'purged' : 'held',
    evidence: attempt.evidence,
    duration_ms: durationMs,
    legs_sha256: sha256,
    legs_bytes: wav.length,
    gaps: raw.gaps,
    sealed_at: tx.now,
    keep_until: null,
    purged_at: objected ? tx.now : null,
    purge_reason: objected ? 'callee_objected' : null,
  });
  const sealed: CallFact = {
    type: 'RecordingSealed',
    recordingId,
    attemptId: attempt.attempt_id,
    sha256,
    byteLength: wav.length,
    durationMs,
    evidence: attempt.evidence,
  };
  return objected
    ? [
        sealed,
        purgedFact(
          { recording_id: recordingId, attempt_id: attempt.attempt_id, legs_sha256: sha256, duration_ms: durationMs },
          'callee_objected',
        ),
      ]
    : [sealed];
};

const purgedFact = (
  row: Pick<RecordingRow, 'recording_id' | 'attempt_id' | 'legs_sha256' | 'duration_ms'>,
  reason: PurgeReason,
): CallFact => ({
  type: 'RecordingPurged',
  recordingId: row.recording_id,
  attemptId: row.attempt_id,
  sha256: row.legs_sha256,
  durationMs: row.duration_ms,
  reason,
});

/** Writes the tombstone now; the key and the sound are destroyed right after the commit, again and again until they are gone. */
export const purgeRecording = async (tx: Tx, row: RecordingRow, reason: PurgeReason): Promise<void> => {
  if (row.status === 'purged') return;
  await updateRecording(tx, row.recording_id, { status: 'purged', purged_at: tx.now, purge_reason: reason, keep_until: null });
  await recordFacts<CallFact>(tx, {
    dossierId: row.dossier_id,
    stream: { type: 'call', id: row.attempt_id },
    facts: [purgedFact(row, reason)],
  });
  await enqueue(tx, destroyRecording, { recordingId: row.recording_id }, { singletonKey: row.recording_id });
};

export const recordingJobs = ({ vault }: Deps) => [
  defineJob(destroyRecording, async ({ payload, tenantId }) => vault.destroy({ tenantId, recordingId: payload.recordingId })),
  defineJob(makeListeningCopy, async ({ payload: { recordingId }, tenantId, withTenant }) => {
    const row = await withTenant((tx) => recordingById(tx, recordingId));
    if (!row || row.status !== 'kept' || row.ogg_sha256) return;
    const place = { tenantId, recordingId };
    const { ogg, peaks } = await listeningCopy(
      splitLegs(await vault.read(place, 'legs.wav', row.legs_bytes)),
      `Appel ${row.attempt_id}`,
    );
    const storedOgg = await vault.put(place, 'listening.ogg', ogg);
    const storedPeaks = await vault.put(place, 'peaks.json', Buffer.from(JSON.stringify(peaks)));
    await withTenant(async (tx) => {
      const current = await lockRecording(tx, recordingId);
      // Purged while it was being copied: what was just written must go too.
      if (!current || current.status !== 'kept') return vault.destroy(place);
      await updateRecording(tx, recordingId, {
        ogg_sha256: storedOgg.sha256,
        ogg_bytes: storedOgg.byteLength,
        peaks_bytes: storedPeaks.byteLength,
      });
      const fact: CallFact = {
        type: 'ListeningCopyMade',
        recordingId,
        sha256: storedOgg.sha256,
        byteLength: storedOgg.byteLength,
      };
      await recordFacts<CallFact>(tx, {
        dossierId: current.dossier_id,
        stream: { type: 'call', id: current.attempt_id },
        facts: [fact],
      });
    });
  }),
];
