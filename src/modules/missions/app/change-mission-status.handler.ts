import type { Database } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { refuse } from '../../../shared/decision.ts';
import type { MissionId, TenantId } from '../../../shared/ids.ts';
import { lockMission, updateMissionStatus } from '../db/missions.store.ts';
import { changeMissionStatus } from '../domain/change-mission-status.ts';
import { type MissionFact, type MissionVerb, missionTransitions } from '../domain/mission.ts';

type Asker = Extract<Actor, { kind: 'member' | 'client' }>;
export type ChangeMission = { missionId: MissionId; verb: MissionVerb; reason: string };

export const changeMissionStatusHandler =
  ({ db }: { db: Database }) =>
  (actor: Asker & { tenantId: TenantId }, { missionId, verb, reason }: ChangeMission) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await lockMission(tx, missionId);
      if (!mission || (actor.kind === 'client' && mission.clientId !== actor.clientId)) return refuse('unknown_mission');
      const decision = changeMissionStatus(mission, { verb, by: actor.kind === 'client' ? 'client' : 'owner', reason });
      if (!decision.ok) return decision;
      const { version } = await recordFacts<MissionFact>(tx, {
        dossierId: mission.dossierId,
        stream: { type: 'mission', id: mission.id },
        facts: decision.facts,
      });
      await updateMissionStatus(tx, mission.id, { status: missionTransitions[verb].to, statusReason: reason || null, version });
      announce(tx, { topic: `mission:${mission.id}` });
      return decision;
    });
