import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Files } from '../../../platform/files/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { MissionId, ReportId } from '../../../shared/ids.ts';
import { addDays, addMilliseconds, type CivilDate, clockTime, isoWeekOf, momentOf } from '../../../shared/time.ts';
import { articleOf } from '../../contracts/index.ts';
import { termsInForce, termsVersions } from '../../contracts/queries.ts';
import { documentsAbout, documentsOf } from '../../dossier/queries.ts';
import { lockMission, missionsNotClosed } from '../../missions/queries.ts';
import { finalReportOf, reportById, reportList } from '../db/reports.store.ts';
import { mayFreezeFinalReport } from '../domain/final-report.ts';
import { finalPeriod, weeksToReport } from '../domain/report-period.ts';
import { freezeReport } from './freeze-report.ts';
import { missionSeenBy } from './read-board.ts';

type Reader = Extract<Actor, { kind: 'member' | 'client' }>;
type Member = Extract<Actor, { kind: 'member' }>;

export const reportHandlers = ({ db, files }: { db: Database; files: Files }) => ({
  list: (actor: Reader, missionId: MissionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionSeenBy(tx, actor, missionId);
      if (!mission) return null;
      const { content } = (await termsInForce(tx, missionId)) ?? (await termsVersions(tx, missionId))[0]!;
      const printed = new Set(
        (await documentsOf(tx, mission.dossierId))
          .filter(({ subject }) => subject.type === 'report')
          .map(({ subject }) => subject.id),
      );
      const { id, name, status } = mission;
      return {
        mission: { id, name, status, ...content.terms.period },
        now: tx.now,
        channel: content.terms.reporting.channel,
        article: articleOf(content.articles, 'reporting') ?? null,
        reports: (await reportList(tx, missionId)).map(({ snapshot: { headline, totals }, ...report }) => ({
          ...report,
          week: isoWeekOf(report.from).week,
          headline,
          totals,
          isPrinted: printed.has(report.id),
        })),
      };
    }),

  /** Makes the final report: the balance's milestone rests on it. */
  freezeFinal: (actor: Member, { missionId, notes }: { missionId: MissionId; notes: string[] }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await lockMission(tx, missionId);
      if (!mission) return refuse('unknown_mission');
      const { content } = (await termsInForce(tx, missionId)) ?? (await termsVersions(tx, missionId))[0]!;
      const verdict = mayFreezeFinalReport(
        { status: mission.status, hasFinalReport: (await finalReportOf(tx, missionId)) !== undefined },
        { terms: content.terms, now: tx.now },
      );
      if (!verdict.ok) return verdict;
      const reportId = await freezeReport(tx, mission, content.terms, finalPeriod(content.terms.period), notes);
      return reportId ? { ok: true as const, reportId } : refuse('final_report_exists');
    }),

  pdf: (actor: Reader, id: ReportId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const report = await reportById(tx, id);
      if (!report || !(await missionSeenBy(tx, actor, report.missionId))) return refuse('unknown_report');
      const document = (await documentsAbout(tx, { type: 'report', id })).at(-1);
      return document ? { ok: true as const, ...(await files.read(tx, document.fileId)) } : refuse('report_not_printed');
    }),
});
export type ReportHandlers = ReturnType<typeof reportHandlers>;

/** A week is read against the terms of its last moment, whatever was amended before its report was made. */
const termsAtEndOf = async (tx: Tx, missionId: MissionId, day: CivilDate) =>
  (await termsInForce(tx, missionId, addMilliseconds(momentOf(addDays(day, 1), clockTime('00:00')), -1)))?.content.terms;

/** Weekly reports make themselves, on the Monday after each week of the mission. */
export const weeklyReportsSweep = defineSweep('freeze-weekly-reports', async (system, now) => {
  const missions = await system.asSystem((tx) => missionsNotClosed(tx));
  for (const { tenantId, id, startsOn, endsOn } of missions) {
    if (weeksToReport({ startsOn, endsOn }, now).length === 0) continue;
    await system.withTenant(tenantId, async (tx) => {
      const mission = (await lockMission(tx, id))!;
      const { content } = (await termsInForce(tx, id)) ?? (await termsVersions(tx, id))[0]!;
      const judgedBy = async (day: CivilDate) => (await termsAtEndOf(tx, id, day)) ?? content.terms;
      const frozen = new Set((await reportList(tx, id)).filter(({ kind }) => kind === 'weekly').map(({ from }) => from));
      for (const period of weeksToReport(content.terms.period, tx.now))
        if (!frozen.has(period.from)) await freezeReport(tx, mission, await judgedBy(period.to), period);
    });
  }
});
