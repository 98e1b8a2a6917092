import type { Selectable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { ClientId, DossierId, MissionId, ReportId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { ReportSnapshot } from '../domain/report-snapshot.ts';
import type { ReportingTables } from './tables.ts';

export type Report = {
  id: ReportId;
  missionId: MissionId;
  dossierId: DossierId;
  clientId: ClientId;
  kind: 'weekly' | 'final';
  label: string;
  from: CivilDate;
  to: CivilDate;
  snapshot: ReportSnapshot;
  snapshotSha256: string;
  notes: string[];
  frozenAt: Instant;
};

const reportFrom = (row: Selectable<ReportingTables['reports']>): Report => ({
  id: row.id,
  missionId: row.mission_id,
  dossierId: row.dossier_id,
  clientId: row.client_id,
  kind: row.kind,
  label: row.label,
  from: row.period_from,
  to: row.period_to,
  snapshot: row.snapshot as ReportSnapshot,
  snapshotSha256: row.snapshot_sha256,
  notes: row.notes as string[],
  frozenAt: row.frozen_at,
});

const reportsOf = (tx: Tx) => tables<ReportingTables>(tx).selectFrom('reports').selectAll().where('tenant_id', '=', tx.tenantId);

export const reportById = async (tx: Tx, id: ReportId): Promise<Report | undefined> => {
  const row = await reportsOf(tx).where('id', '=', id).executeTakeFirst();
  return row && reportFrom(row);
};

export const reportList = async (tx: Tx, missionId: MissionId): Promise<Report[]> =>
  (await reportsOf(tx).where('mission_id', '=', missionId).orderBy('frozen_at').execute()).map(reportFrom);

/** The frozen final report of a mission: a payment milestone may rest on it. */
export const finalReportOf = async (tx: Tx, missionId: MissionId): Promise<Report | undefined> => {
  const row = await reportsOf(tx).where('mission_id', '=', missionId).where('kind', '=', 'final').executeTakeFirst();
  return row && reportFrom(row);
};

/** Keeps the report unless its period is already frozen; says which. */
export const insertReport = async (tx: Tx, report: Report): Promise<boolean> => {
  const rows = await tables<ReportingTables>(tx)
    .insertInto('reports')
    .values({
      tenant_id: tx.tenantId,
      id: report.id,
      mission_id: report.missionId,
      dossier_id: report.dossierId,
      client_id: report.clientId,
      kind: report.kind,
      label: report.label,
      period_from: report.from,
      period_to: report.to,
      snapshot: JSON.stringify(report.snapshot),
      snapshot_sha256: report.snapshotSha256,
      notes: JSON.stringify(report.notes),
      frozen_at: report.frozenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length > 0;
};
