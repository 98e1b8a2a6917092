import { billingState } from './modules/appointments/index.ts';
import { appointmentList } from './modules/appointments/queries.ts';
import { callFacts, callVolumes } from './modules/calls/queries.ts';
import { versionInForce } from './modules/contracts/index.ts';
import { termsVersions } from './modules/contracts/queries.ts';
import type { EvidenceSource } from './modules/invoicing/wire.ts';
import { missionById } from './modules/missions/queries.ts';
import { resiliationInForce } from './modules/termination/queries.ts';
import { finalReportOf } from './modules/reporting/queries.ts';
import type { Tx } from './platform/db/index.ts';
import type { MissionId } from './shared/ids.ts';
import type { Cents } from './shared/money.ts';
import { addMilliseconds, type CivilDate, civilDateOf, clockTime, momentOf } from './shared/time.ts';

/** The unit price that ruled when a day began, for work paid by the hour or by the day. */
const pricesOfDays = async (tx: Tx, missionId: MissionId, kind: 'hour' | 'day') => {
  const versions = await termsVersions(tx, missionId);
  return (day: CivilDate) => {
    const { content } = versionInForce(versions, momentOf(day, clockTime('00:00'))) ?? versions[0]!;
    return content.terms.price.lines.find((line) => line.kind === kind)?.unitPriceCents;
  };
};
const priced = (unitPriceCents: Cents | undefined) => (unitPriceCents === undefined ? {} : { unitPriceCents });

const workedDays = async (tx: Tx, missionId: MissionId) => {
  const mission = (await missionById(tx, missionId))!;
  return (await callFacts(tx, missionId, civilDateOf(mission.openedAt), civilDateOf(tx.now))).filter(
    (row) => row.hoursMinutes > 0,
  );
};

/** What invoices rest on, read from the modules that own it. */
export const evidenceSource: EvidenceSource = {
  callsReached: async (tx, missionId) => (await callVolumes(tx, missionId)).calls,
  appointments: async (tx, missionId) => {
    const versions = await termsVersions(tx, missionId);
    return (await appointmentList(tx, { missionId })).map(
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
        recordingRequired: versions.find(({ version }) => version === rest.termsVersion)!.content.terms.calling.recording
          .requiredForBilling,
        state: billingState(rest),
      }),
    );
  },
  finalReport: async (tx, missionId) => {
    const report = await finalReportOf(tx, missionId);
    return report ? { id: report.id, label: report.label, frozenOn: civilDateOf(report.frozenAt) } : null;
  },
  hours: async (tx, missionId) => {
    const priceOn = await pricesOfDays(tx, missionId, 'hour');
    return (await workedDays(tx, missionId)).map(({ day, hoursMinutes }) => ({
      id: `${missionId}:${day}`,
      on: day,
      quantity: String(Math.round((hoursMinutes / 60) * 10_000) / 10_000),
      ...priced(priceOn(day)),
    }));
  },
  days: async (tx, missionId) => {
    const priceOn = await pricesOfDays(tx, missionId, 'day');
    return (await workedDays(tx, missionId)).map(({ day }) => ({
      id: `${missionId}:${day}`,
      on: day,
      quantity: '1',
      ...priced(priceOn(day)),
    }));
  },
  // Expenses are quoted as lines of their own; none is charged on proof yet.
  expenses: async () => [],
  earlyEnd: async (tx, missionId) => {
    const ending = await resiliationInForce(tx, missionId);
    if (!ending?.effectiveAt || ending.effectiveAt > tx.now) return null;
    // A notice is over at midnight: the last day of execution is the one that ends then.
    return { lastDay: civilDateOf(addMilliseconds(ending.effectiveAt, -1)) };
  },
};
