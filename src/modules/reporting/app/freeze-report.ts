import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Tx } from '../../../platform/db/index.ts';
import { enqueue, jobNamed } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { newId, type ReportId } from '../../../shared/ids.ts';
import { outcomeCounts } from '../../calls/queries.ts';
import type { Terms } from '../../contracts/index.ts';
import type { Mission } from '../../missions/index.ts';
import { insertReport } from '../db/reports.store.ts';
import { refusalReasons } from '../domain/refusal-reasons.ts';
import type { ReportFrozen } from '../domain/report-frozen.ts';
import type { ReportPeriod } from '../domain/report-period.ts';
import { snapshotOf } from '../domain/report-snapshot.ts';
import { readFigures } from './read-figures.ts';

export const renderReportPdf = jobNamed<{ reportId: ReportId }>('render-report-pdf');

/** Freezes a period's figures under a hash; the worker prints and sends them. A period already frozen stays as it is. */
export const freezeReport = async (
  tx: Tx,
  mission: Mission,
  terms: Terms,
  period: ReportPeriod,
  notes: string[] = [],
): Promise<ReportId | null> => {
  const reasons = refusalReasons(await outcomeCounts(tx, mission.id, period.from, period.to));
  const snapshot = snapshotOf(terms, await readFigures(tx, mission), period, tx.now, reasons);
  // What JSON would drop is dropped before hashing, so that the stored figures hash the same.
  const kept = JSON.parse(JSON.stringify(snapshot)) as typeof snapshot;
  const snapshotSha256 = createHash('sha256').update(canonicalize(kept)!).digest('hex');
  const reportId = newId<ReportId>();
  const isNew = await insertReport(tx, {
    id: reportId,
    missionId: mission.id,
    dossierId: mission.dossierId,
    clientId: mission.clientId,
    kind: period.kind,
    label: period.label,
    from: period.from,
    to: period.to,
    snapshot: kept,
    snapshotSha256,
    notes,
    frozenAt: tx.now,
  });
  if (!isNew) return null;
  const fact: ReportFrozen = {
    type: 'ReportFrozen',
    reportId,
    missionId: mission.id,
    kind: period.kind,
    from: period.from,
    to: period.to,
    snapshotSha256,
  };
  await recordFacts(tx, {
    dossierId: mission.dossierId,
    stream: { type: 'report', id: reportId },
    expectedVersion: 0,
    facts: [fact],
  });
  await enqueue(tx, renderReportPdf, { reportId }, { singletonKey: `render:${reportId}` });
  announce(tx, { topic: `mission:${mission.id}` });
  return reportId;
};
