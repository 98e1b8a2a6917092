import type { Tx } from '../../../platform/db/index.ts';
import { defineSweep } from '../../../platform/jobs/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import { refuse } from '../../../shared/decision.ts';
import { type MissionId, newId, type UserId } from '../../../shared/ids.ts';
import { addMinutes, type Instant } from '../../../shared/time.ts';
import type { Mission } from '../../missions/index.ts';
import { callersOf, missionById } from '../../missions/queries.ts';
import {
  idleSessions,
  insertSession,
  lastWorkIn,
  openSession,
  overlapping,
  sessionById,
  type SessionRow,
  stopSessionRow,
} from '../db/sessions.store.ts';
import type { CallFact } from '../domain/facts.ts';
import { checkDeclaredSession, forgottenSince, idleMinutes, productionMinutes } from '../domain/production.ts';
import type { Deps, Member } from './deps.ts';

/** The journal keeps the reason, so that the caller knows why the clock stopped and may declare what it did not see. */
const forgotten = 'oubliée ouverte';

/** A session left open does not count the night: it stops at the last call made in it. */
export const closeForgottenSessions = defineSweep('close-forgotten-sessions', async (system, now) => {
  const idle = await system.asSystem((tx) => idleSessions(tx, addMinutes(now, -idleMinutes)));
  for (const { tenant_id, session_id } of idle)
    await system.withTenant(tenant_id, async (tx) => {
      const session = await sessionById(tx, session_id);
      if (!session || session.stopped_at !== null) return;
      const stopped_at = forgottenSince(session.started_at, await lastWorkIn(tx, session), tx.now);
      if (stopped_at === null) return;
      const minutes = productionMinutes(session.started_at, stopped_at);
      const stopped = { ...session, stopped_at, minutes, stop_reason: forgotten };
      await stopSessionRow(tx, session_id, stopped);
      await tell(tx, stopped);
    });
});

/** « Prêt » starts the clock of production: the hours that the contract counts. */
export const startSessionHandler =
  ({ db }: Deps) =>
  (actor: Member, { missionId }: { missionId: MissionId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      if (!mission) return refuse('unknown_mission');
      if (await openSession(tx, missionId, actor.userId)) return refuse('session_already_open');
      const session = newSession(mission, actor, { started_at: tx.now, stopped_at: null, minutes: null, evidence: 'measured' });
      await insertSession(tx, session);
      announce(tx, { topic: `mission:${missionId}` });
      return { ok: true as const, session };
    });

export const stopSessionHandler =
  ({ db }: Deps) =>
  (actor: Member, { sessionId, reason }: { sessionId: string; reason: string }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const session = await sessionById(tx, sessionId);
      if (!session || (session.caller_id !== actor.userId && actor.role !== 'owner')) return refuse('unknown_session');
      if (session.stopped_at !== null) return refuse('session_already_stopped');
      const stopped = {
        ...session,
        stopped_at: tx.now,
        minutes: productionMinutes(session.started_at, tx.now),
        stop_reason: reason.trim() || null,
      };
      await stopSessionRow(tx, sessionId, stopped);
      await tell(tx, stopped);
      return { ok: true as const, session: stopped };
    });

export type DeclareSession = { missionId: MissionId; startedAt: Instant; stoppedAt: Instant; callerId?: UserId | undefined };

/** Hours worked away from the screen, entered afterwards and marked as such. */
export const declareSessionHandler =
  ({ db }: Deps) =>
  (actor: Member, { missionId, startedAt, stoppedAt, callerId }: DeclareSession) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await missionById(tx, missionId);
      if (!mission) return refuse('unknown_mission');
      const wrong = checkDeclaredSession(startedAt, stoppedAt, tx.now);
      if (wrong) return wrong;
      const named =
        actor.role === 'owner' && callerId
          ? (await callersOf(tx, missionId)).find(({ userId }) => userId === callerId)
          : undefined;
      const caller = named ?? actor;
      if (await overlapping(tx, caller.userId, startedAt, stoppedAt)) return refuse('session_overlaps');
      const session = newSession(mission, caller, {
        started_at: startedAt,
        stopped_at: stoppedAt,
        minutes: productionMinutes(startedAt, stoppedAt),
        evidence: 'declared',
      });
      await insertSession(tx, session);
      await tell(tx, session);
      return { ok: true as const, session };
    });

const newSession = (
  mission: Mission,
  { userId, displayName }: { userId: UserId; displayName: string },
  times: Pick<SessionRow, 'started_at' | 'stopped_at' | 'minutes' | 'evidence'>,
): Omit<SessionRow, 'tenant_id'> => ({
  session_id: newId<string>(),
  mission_id: mission.id,
  dossier_id: mission.dossierId,
  caller_id: userId,
  caller_name: displayName,
  stop_reason: null,
  ...times,
});

const tell = async (tx: Tx, session: Omit<SessionRow, 'tenant_id'>): Promise<void> => {
  const fact: CallFact = {
    type: 'ProductionStopped',
    sessionId: session.session_id,
    missionId: session.mission_id,
    startedAt: session.started_at,
    stoppedAt: session.stopped_at!,
    minutes: session.minutes!,
    evidence: session.evidence,
  };
  await recordFacts<CallFact>(tx, {
    dossierId: session.dossier_id,
    stream: { type: 'production', id: session.session_id },
    facts: [fact],
  });
  announce(tx, { topic: `mission:${session.mission_id}` });
};
