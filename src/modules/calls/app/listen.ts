import { recordFacts } from '../../../platform/journal/index.ts';
import type { RecordingFile } from '../../../platform/recordings/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { AppointmentId, RecordingId } from '../../../shared/ids.ts';
import { appointmentById } from '../../appointments/queries.ts';
import { attemptById } from '../db/attempts.store.ts';
import { insertListen, recordingById, type RecordingRow } from '../db/recordings.store.ts';
import type { CallFact } from '../domain/facts.ts';
import type { Deps, SoundListener } from './deps.ts';

export type Sound = { file: RecordingFile; mediaType: string; byteLength: number; sha256: string };
export type ByteRange = { from: number; to: number };

/** The listening copy once it is made, the lossless legs until then or when asked for. */
const soundOf = (row: RecordingRow, format: 'ogg' | 'wav' | undefined): Sound =>
  row.ogg_sha256 !== null && row.ogg_bytes !== null && format !== 'wav'
    ? { file: 'listening.ogg', mediaType: 'audio/ogg', byteLength: row.ogg_bytes, sha256: row.ogg_sha256 }
    : { file: 'legs.wav', mediaType: 'audio/wav', byteLength: row.legs_bytes, sha256: row.legs_sha256 };

const readable = (
  { db }: Deps,
  actor: SoundListener,
  recordingId: RecordingId,
  ranged: { range: (sound: Sound) => ByteRange | null; format: 'ogg' | 'wav' | undefined } | null,
) =>
  db.withTenant(actor.tenantId, actor, async (tx) => {
    const row = await recordingById(tx, recordingId);
    if (!row || (actor.kind === 'client' && row.client_id !== actor.clientId)) return refuse('unknown_recording');
    // The arbiter hears the one call it was asked about; any other signer has no recording at all.
    if (actor.kind === 'signer' && (await appointmentById(tx, actor.signerId as AppointmentId))?.recordingId !== recordingId)
      return refuse('unknown_recording');
    if (actor.kind === 'member' && actor.role === 'caller' && (await attemptById(tx, row.attempt_id))?.caller_id !== actor.userId)
      return refuse('not_allowed_here');
    if (row.status === 'purged')
      return refuse('recording_purged', { sha256: row.legs_sha256, durationMs: row.duration_ms, reason: row.purge_reason });
    // What no appointment needs yet is not the client's to hear.
    if (actor.kind === 'client' && row.status !== 'kept') return refuse('unknown_recording');
    const sound = soundOf(row, ranged?.format);
    if (ranged === null) return { ok: true as const, row, sound, range: null };
    const range = ranged.range(sound);
    if (range === null) return refuse('range_not_satisfiable');
    if (await insertListen(tx, recordingId, range)) {
      const fact: CallFact = { type: 'RecordingListened', recordingId, attemptId: row.attempt_id };
      await recordFacts<CallFact>(tx, { dossierId: row.dossier_id, stream: { type: 'call', id: row.attempt_id }, facts: [fact] });
    }
    return { ok: true as const, row, sound, range };
  });

/** Opens a part of a recording to somebody entitled to it. The access is written down before the first byte leaves. */
export const listenHandler =
  (deps: Deps) =>
  async (
    actor: SoundListener,
    {
      recordingId,
      range,
      format,
    }: { recordingId: RecordingId; range: (sound: Sound) => ByteRange | null; format?: 'ogg' | 'wav' | undefined },
  ) => {
    const found = await readable(deps, actor, recordingId, { range, format });
    if (!found.ok) return found;
    const bytes = await deps.vault.read(
      { tenantId: actor.tenantId, recordingId },
      found.sound.file,
      found.sound.byteLength,
      found.range!,
    );
    return { ok: true as const, bytes, sound: found.sound, range: found.range! };
  };

/** The drawing of the two voices; null until the listening copy is made. */
export const peaksHandler =
  (deps: Deps) =>
  async (actor: SoundListener, { recordingId }: { recordingId: RecordingId }) => {
    const found = await readable(deps, actor, recordingId, null);
    if (!found.ok) return found;
    if (found.row.peaks_bytes === null) return { ok: true as const, peaks: null };
    const bytes = await deps.vault.read({ tenantId: actor.tenantId, recordingId }, 'peaks.json', found.row.peaks_bytes);
    return { ok: true as const, peaks: JSON.parse(bytes.toString('utf8')) as unknown };
  };
