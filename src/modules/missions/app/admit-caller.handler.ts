import type { Database } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import { record, refuse } from '../../../shared/decision.ts';
import type { MissionId, UserId } from '../../../shared/ids.ts';
import { memberNamed } from '../../parties/queries.ts';
import { admitCaller, lockMission } from '../db/missions.store.ts';
import type { CallerAdmitted } from '../domain/mission.ts';

/** Lets a member of the organisation call on a mission: without it the dial gate refuses every call of theirs. */
export const admitCallerHandler =
  ({ db }: { db: Database }) =>
  (actor: Extract<Actor, { kind: 'member' }>, { missionId, userId }: { missionId: MissionId; userId: UserId }) =>
    db.withTenant(actor.tenantId, actor, async (tx) => {
      const mission = await lockMission(tx, missionId);
      if (!mission) return refuse('unknown_mission');
      const member = await memberNamed(tx, userId);
      if (!member) return refuse('unknown_caller');
      await admitCaller(tx, missionId, { userId, displayName: member.displayName });
      const fact: CallerAdmitted = { type: 'CallerAdmitted', missionId, userId, displayName: member.displayName };
      await recordFacts(tx, { dossierId: mission.dossierId, stream: { type: 'mission', id: missionId }, facts: [fact] });
      return record(fact);
    });
