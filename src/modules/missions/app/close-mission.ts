import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import type { MissionId } from '../../../shared/ids.ts';
import { lockMission, updateMissionStatus } from '../db/missions.store.ts';
import { changeMissionStatus } from '../domain/change-mission-status.ts';
import type { MissionFact } from '../domain/mission.ts';

/** Closes a mission that a signed rule ended, in the caller’s transaction. One already closed stays as it is. */
export const closeMission = async (tx: Tx, missionId: MissionId, reason: string): Promise<void> => {
  const mission = await lockMission(tx, missionId);
  if (!mission) return;
  const decision = changeMissionStatus(mission, { verb: 'close', by: 'owner', reason });
  if (!decision.ok) return;
  const { version } = await recordFacts<MissionFact>(tx, {
    dossierId: mission.dossierId,
    stream: { type: 'mission', id: missionId },
    facts: decision.facts,
  });
  await updateMissionStatus(tx, missionId, { status: 'closed', statusReason: reason, version });
  announce(tx, { topic: `mission:${missionId}` });
};
