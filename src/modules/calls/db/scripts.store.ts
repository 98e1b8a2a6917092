import { type Tx, tables } from '../../../platform/db/index.ts';
import type { MissionId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { CallsTables } from './tables.ts';

export type Script = {
  version: number;
  body: string;
  sha256: string;
  writtenAt: Instant;
  writtenBy: string;
  approval: { at: Instant; evidence: 'client' | 'declared'; by: string } | null;
};
const db = (tx: Tx) => tables<CallsTables>(tx);

/** Every version of a mission's script, the latest first. */
export const scriptsOf = async (tx: Tx, missionId: MissionId): Promise<Script[]> => {
  const rows = await db(tx)
    .selectFrom('call_scripts as s')
    .leftJoin('script_approvals as a', (join) =>
      join
        .onRef('a.tenant_id', '=', 's.tenant_id')
        .onRef('a.mission_id', '=', 's.mission_id')
        .onRef('a.version', '=', 's.version'),
    )
    .select(['s.version', 's.body', 's.sha256', 's.written_at', 's.written_by', 'a.approved_at', 'a.evidence', 'a.approved_by'])
    .where('s.tenant_id', '=', tx.tenantId)
    .where('s.mission_id', '=', missionId)
    .orderBy('s.version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    body: row.body,
    sha256: row.sha256,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
    approval: row.approved_at ? { at: row.approved_at, evidence: row.evidence!, by: row.approved_by! } : null,
  }));
};

export const insertScript = (
  tx: Tx,
  missionId: MissionId,
  script: { version: number; body: string; sha256: string; writtenBy: string },
) =>
  db(tx)
    .insertInto('call_scripts')
    .values({
      tenant_id: tx.tenantId,
      mission_id: missionId,
      version: script.version,
      body: script.body,
      sha256: script.sha256,
      written_at: tx.now,
      written_by: script.writtenBy,
    })
    .execute();

export const insertApproval = (
  tx: Tx,
  missionId: MissionId,
  approval: { version: number; evidence: 'client' | 'declared'; by: string },
) =>
  db(tx)
    .insertInto('script_approvals')
    .values({
      tenant_id: tx.tenantId,
      mission_id: missionId,
      version: approval.version,
      approved_at: tx.now,
      evidence: approval.evidence,
      approved_by: approval.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
