import type { Selectable } from 'kysely';
import { type SystemTx, type Tx, tables } from '../../../platform/db/index.ts';
import { actorLabel } from '../../../shared/actor.ts';
import { type AttemptId, newId, type RecordingId, type TenantId } from '../../../shared/ids.ts';
import { addMinutes, type Instant } from '../../../shared/time.ts';
import type { CallsTables } from './tables.ts';

export type RecordingRow = Selectable<CallsTables['recordings']>;
const db = (tx: Pick<Tx, 'sql'>) => tables<CallsTables>(tx);
const recordingsOf = (tx: Tx) => db(tx).selectFrom('recordings').selectAll().where('tenant_id', '=', tx.tenantId);

export const recordingById = (tx: Tx, id: RecordingId): Promise<RecordingRow | undefined> =>
  recordingsOf(tx).where('recording_id', '=', id).executeTakeFirst();
export const lockRecording = (tx: Tx, id: RecordingId): Promise<RecordingRow | undefined> =>
  recordingsOf(tx).where('recording_id', '=', id).forUpdate().executeTakeFirst();
export const recordingOfAttempt = (tx: Tx, id: AttemptId): Promise<RecordingRow | undefined> =>
  recordingsOf(tx).where('attempt_id', '=', id).executeTakeFirst();

export const insertRecording = (
  tx: Tx,
  row: Omit<RecordingRow, 'tenant_id' | 'ogg_sha256' | 'ogg_bytes' | 'peaks_bytes' | 'legal_hold'>,
) =>
  db(tx)
    .insertInto('recordings')
    .values({ ...row, gaps: JSON.stringify(row.gaps), tenant_id: tx.tenantId, legal_hold: false } as never)
    .execute();

export const updateRecording = (tx: Tx, id: RecordingId, change: Partial<RecordingRow>) =>
  db(tx)
    .updateTable('recordings')
    .set(change as never)
    .where('tenant_id', '=', tx.tenantId)
    .where('recording_id', '=', id)
    .execute();

/** Notes that somebody listened. A seek within the same ten minutes is the same listening: true only for the first. */
export const insertListen = async (tx: Tx, recordingId: RecordingId, range: { from: number; to: number }): Promise<boolean> => {
  const { kind, id, name } = actorLabel(tx.actor);
  const recent = await db(tx)
    .selectFrom('recording_listens')
    .select('listen_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('recording_id', '=', recordingId)
    .where('listener_name', '=', name)
    .where('at', '>', addMinutes(tx.now, -10))
    .limit(1)
    .executeTakeFirst();
  await db(tx)
    .insertInto('recording_listens')
    .values({
      tenant_id: tx.tenantId,
      recording_id: recordingId,
      listen_id: newId(),
      at: tx.now,
      listener_kind: kind,
      listener_id: id,
      listener_name: name,
      from_byte: range.from,
      to_byte: range.to,
    })
    .execute();
  return !recent;
};

export const listensOf = (tx: Tx, recordingId: RecordingId) =>
  db(tx)
    .selectFrom('recording_listens')
    .select(['at', 'listener_kind as kind', 'listener_id as id', 'listener_name as name'])
    .where('tenant_id', '=', tx.tenantId)
    .where('recording_id', '=', recordingId)
    .orderBy('at')
    .execute();

/** Kept beyond what was signed, or held while nobody says what came of the call: in any organisation. */
export const recordingsDue = (
  system: SystemTx,
  now: Instant,
  heldBefore: Instant,
): Promise<{ tenant_id: TenantId; recording_id: RecordingId }[]> =>
  db(system)
    .selectFrom('recordings')
    .select(['tenant_id', 'recording_id'])
    .where('legal_hold', '=', false)
    .where((either) =>
      either.or([
        either.and([either('status', '=', 'kept'), either('keep_until', '<=', now)]),
        either.and([either('status', '=', 'held'), either('sealed_at', '<', heldBefore)]),
      ]),
    )
    .limit(500)
    .execute();
