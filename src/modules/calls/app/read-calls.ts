import type { Tx } from '../../../platform/db/index.ts';
import { refuse } from '../../../shared/decision.ts';
import type { AttemptId, MissionId } from '../../../shared/ids.ts';
import { civilDateOf } from '../../../shared/time.ts';
import { allowedVolume, type Terms, volumePeriodAt } from '../../contracts/index.ts';
import { termsInForce } from '../../contracts/queries.ts';
import { missionById } from '../../missions/queries.ts';
import { organisation } from '../../parties/queries.ts';
import { prospectById } from '../../prospects/queries.ts';
import {
  attemptById,
  type AttemptRow,
  type CallFilter,
  callsOf,
  eventsOf,
  gateLog,
  marksOf,
  verdictById,
  type VerdictRow,
} from '../db/attempts.store.ts';
import { callerDay, callVolumes } from '../db/call-facts.queries.ts';
import { recordingFor } from '../db/recordings.queries.ts';
import { scriptsOf } from '../db/scripts.store.ts';
import { openSession } from '../db/sessions.store.ts';
import { isLive } from '../domain/call-state.ts';
import { outcomes, permittedOutcomes } from '../domain/outcomes.ts';
import { evidenceOf } from '../domain/record-outcome.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Deps, Listener, Member } from './deps.ts';

const callOf = (row: AttemptRow) => ({
  id: row.attempt_id,
  missionId: row.mission_id,
  prospectId: row.prospect_id,
  callerId: row.caller_id,
  callerName: row.caller_name,
  line: row.line,
  evidence: row.evidence,
  to: row.to_number,
  phase: row.phase,
  requestedAt: row.requested_at,
  answeredAt: row.answered_at,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
  cause: row.cause,
  talkSeconds: Math.round(row.talk_ms / 1000),
  outcome: row.outcome,
  outcomeReason: row.outcome_reason,
  outcomeNote: row.outcome_note,
  callbackAt: row.callback_at,
  appointmentId: row.appointment_id,
  opposedAt: row.opposed_at,
  termsVersion: row.terms_version,
  scriptVersion: row.script_version,
});

const verdictOf = (row: VerdictRow) => ({
  id: row.verdict_id,
  at: row.at,
  prospectId: row.prospect_id,
  attemptId: row.attempt_id,
  callerName: row.caller_name,
  line: row.line,
  allowed: row.allowed,
  sentence: { fr: row.sentence_fr, en: row.sentence_en },
  checks: row.checks as { rule: string; ok: boolean; term: string; article?: string; law?: string; nextEligibleAt?: Instant }[],
  nextEligibleAt: row.next_eligible_at,
  termsVersion: row.terms_version,
  termsSha256: row.terms_sha256,
});

/** One call with everything known of it: events, criteria, verdict, recording, and the outcomes its evidence permits. */
export const callDetail =
  ({ db }: Deps) =>
  (actor: Listener, attemptId: AttemptId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const row = await attemptById(tx, attemptId);
      if (!row || (actor.kind === 'client' && row.client_id !== actor.clientId)) return null;
      const [events, marks, verdict, recording] = [
        await eventsOf(tx, attemptId),
        await marksOf(tx, attemptId),
        await verdictById(tx, row.verdict_id),
        await recordingFor(tx, attemptId),
      ];
      const measured = evidenceOf(
        { evidence: row.evidence, answeredAt: row.answered_at, talkMs: row.talk_ms, cause: row.cause },
        null,
      );
      // On a declared call the caller says how long it lasted: every code stays open until then.
      const permitted =
        isLive(row.phase) || row.outcome !== null
          ? []
          : row.evidence === 'declared'
            ? (Object.keys(outcomes) as string[])
            : permittedOutcomes(measured);
      return {
        ...callOf(row),
        events: events.map(({ seq, at, media_ms, source, type, details }) => ({
          seq,
          at,
          mediaMs: media_ms,
          source,
          type,
          details: details as Record<string, unknown>,
        })),
        marks,
        criteria: ((await termsInForce(tx, row.mission_id, row.requested_at))?.content.terms.appointments.criteria ?? []).map(
          ({ id, label }) => ({ id, label }),
        ),
        verdict: verdictOf(verdict!),
        recording: recording ?? null,
        permittedOutcomes: permitted,
      };
    });

const missionFor = async (tx: Tx, actor: Listener, missionId: MissionId) => {
  const mission = await missionById(tx, missionId);
  return mission && (actor.kind === 'member' || mission.clientId === actor.clientId) ? mission : undefined;
};

export const missionCalls =
  ({ db }: Deps) =>
  (actor: Listener, missionId: MissionId, filter: CallFilter) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      if (!(await missionFor(tx, actor, missionId))) return refuse('unknown_mission');
      return { ok: true as const, calls: (await callsOf(tx, missionId, filter)).map(callOf) };
    });

export const missionGateLog =
  ({ db }: Deps) =>
  (actor: Listener, missionId: MissionId, filter: { onlyRefused: boolean; before: Instant | undefined; limit: number }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      if (!(await missionFor(tx, actor, missionId))) return refuse('unknown_mission');
      return { ok: true as const, verdicts: (await gateLog(tx, missionId, filter)).map(verdictOf) };
    });

export const missionScripts =
  ({ db }: Deps) =>
  (actor: Listener, missionId: MissionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionFor(tx, actor, missionId);
      if (!mission) return refuse('unknown_mission');
      const versions = await scriptsOf(tx, missionId);
      const current = versions.find(({ approval }) => approval) ?? versions[0] ?? null;
      const terms = (await termsInForce(tx, missionId))?.content.terms;
      return {
        ok: true as const,
        versions,
        currentVersion: current?.version ?? null,
        required: terms?.calling.script.required ?? false,
        approvedByClient: terms?.calling.script.approvedByClient ?? false,
      };
    });

/** All that the call desk shows besides the prospect: the caller's day, the budgets, the criteria, the script, the open session. */
export const deskState =
  ({ db }: Deps) =>
  (actor: Member, missionId: MissionId) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      const version = mission && (await termsInForce(tx, missionId, mission.openedAt > tx.now ? mission.openedAt : tx.now));
      if (!mission || !version) return refuse('unknown_mission');
      const { terms, articles, isDemo } = version.content;
      const scripts = await scriptsOf(tx, missionId);
      const session = await openSession(tx, missionId, actor.userId);
      const seller = await organisation(tx);
      return {
        ok: true as const,
        mission: {
          id: mission.id,
          name: mission.name,
          status: mission.status,
          statusReason: mission.statusReason,
          startsOn: mission.startsOn,
          endsOn: mission.endsOn,
        },
        now: tx.now,
        isDemo,
        lines: isDemo ? (['simulated', 'manual'] as const) : (['manual'] as const),
        slots: terms.calling.slots,
        slotsArticle: articles['calling.slots'] ?? null,
        criteria: terms.appointments.criteria,
        criteriaArticle: articles['appointments.criteria'] ?? articles['appointments'] ?? null,
        recording: {
          policy: terms.calling.recording.policy,
          purpose: terms.calling.recording.purpose,
          retentionDays: terms.calling.recording.retentionDays,
        },
        volumes: await volumesOnDesk(tx, missionId, terms),
        today: await callerDay(tx, missionId, actor.userId, civilDateOf(tx.now)),
        pricePerAppointmentCents: terms.price.lines.find(({ kind }) => kind === 'appointment')?.unitPriceCents ?? null,
        script: scripts.find(({ approval }) => approval) ?? scripts[0] ?? null,
        session: session ? { id: session.session_id, startedAt: session.started_at } : null,
        callerName: actor.displayName,
        providerName: seller.identity.name,
        clientName: String(version.content.client['name'] ?? ''),
      };
    });

/** What may be used in the current period, and what is. */
const volumesOnDesk = async (tx: Tx, missionId: MissionId, terms: Terms) => {
  const today = civilDateOf(tx.now);
  const since = terms.volumes.period === 'mission' ? undefined : volumePeriodAt(terms, today).from;
  return {
    ...terms.volumes,
    calls: allowedVolume(terms, 'calls', today),
    hours: allowedVolume(terms, 'hours', today),
    appointments: allowedVolume(terms, 'appointments', today),
    used: await callVolumes(tx, missionId, since),
  };
};

/** The prospect on the desk, with the calls already made to it. */
export const prospectOnDesk = async (tx: Tx, missionId: MissionId, prospectId: Parameters<typeof prospectById>[1]) => ({
  prospect: await prospectById(tx, prospectId),
  history: (await callsOf(tx, missionId, { prospectId, limit: 20 })).map(callOf),
});
