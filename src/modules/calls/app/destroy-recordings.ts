import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { MissionId, RecordingId } from '../../../shared/ids.ts';
import { lockRecording } from '../db/recordings.store.ts';
import { purgeRecording } from './seal-recording.ts';

/** Destroys what is left of a mission’s recordings, on the order of the one they belong to; their hashes stay. Returns how many. */
export const destroyRecordingsOf = async (tx: Tx, missionId: MissionId): Promise<number> => {
  const { rows } = await sql<{ id: RecordingId }>`
    select r.recording_id as id from recordings r
      join call_attempts a on a.tenant_id = r.tenant_id and a.attempt_id = r.attempt_id
     where r.tenant_id = ${tx.tenantId} and a.mission_id = ${missionId} and r.status <> 'purged' and not r.legal_hold`.execute(
    tx.sql,
  );
  for (const { id } of rows) {
    const recording = await lockRecording(tx, id);
    if (recording) await purgeRecording(tx, recording, 'ordered');
  }
  return rows.length;
};
