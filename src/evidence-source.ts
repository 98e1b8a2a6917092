import { billingState } from './modules/appointments/index.ts';
import { appointmentList } from './modules/appointments/queries.ts';
import { callFacts, callVolumes } from './modules/calls/queries.ts';
import type { EvidenceSource } from './modules/invoicing/wire.ts';
import { missionById } from './modules/missions/queries.ts';
import { resiliationInForce } from './modules/termination/queries.ts';
import { finalReportOf } from './modules/reporting/queries.ts';
import type { Tx } from './platform/db/index.ts';
import type { MissionId } from './shared/ids.ts';
import { addMilliseconds, civilDateOf } from './shared/time.ts';

const workedDays = async (tx: Tx, missionId: MissionId) => {
  const mission = (await missionById(tx, missionId))!;
  return (await callFacts(tx, missionId, civilDateOf(mission.openedAt), civilDateOf(tx.now))).filter(
    (row) => row.hoursMinutes > 0,
  );
};

/** What invoices rest on, read from the modules that own it. */
export const evidenceSource: EvidenceSource = {
  callsReached: async (tx, missionId) => (await callVolumes(tx, missionId)).calls,
  appointments: async (tx, missionId) =>
    (await appointmentList(tx, { missionId })).map(
      ({ id, ref, acceptedBy, decidedAt, priceCents, meetingAt, company, evidenceLevel, recordingId, ...rest }) => ({
        id,
        ref,
        acceptedBy,
        decidedAt,
        priceCents,
        meetingAt,
        company,
        evidenceLevel,
        recorded: recordingId !== null,
        state: billingState(rest),
      }),
    ),
  finalReport: async (tx, missionId) => {
    const report = await finalReportOf(tx, missionId);
    return report ? { id: report.id, label: report.label, frozenOn: civilDateOf(report.frozenAt) } : null;
  },
  hours: async (tx, missionId) =>
    (await workedDays(tx, missionId)).map(({ day, hoursMinutes }) => ({
      id: `${missionId}:${day}`,
      on: day,
      quantity: String(Math.round((hoursMinutes / 60) * 10_000) / 10_000),
    })),
  days: async (tx, missionId) =>
    (await workedDays(tx, missionId)).map(({ day }) => ({ id: `${missionId}:${day}`, on: day, quantity: '1' })),
  // Expenses are quoted as lines of their own; none is charged on proof yet.
  expenses: async () => [],
  earlyEnd: async (tx, missionId) => {
    const ending = await resiliationInForce(tx, missionId);
    if (!ending?.effectiveAt || ending.effectiveAt > tx.now) return null;
    // A notice is over at midnight: the last day of execution is the one that ends then.
    return { lastDay: civilDateOf(addMilliseconds(ending.effectiveAt, -1)) };
  },
};
