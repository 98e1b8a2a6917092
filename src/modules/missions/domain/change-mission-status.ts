import { record, refuse } from '../../../shared/decision.ts';
import {
  type Mission,
  type MissionClosed,
  type MissionPaused,
  type MissionResumed,
  type MissionVerb,
  missionTransitions,
} from './mission.ts';

export type ChangeMissionStatus = { verb: MissionVerb; by: 'owner' | 'client'; reason: string };

/** Pausing stops the dial gate at once; resuming opens it again; closing is for good. */
export const changeMissionStatus = (mission: Mission, { verb, by, reason }: ChangeMissionStatus) => {
  const transition: { from: readonly string[]; by: readonly string[] } = missionTransitions[verb];
  if (!transition.by.includes(by)) return refuse('not_yours_to_change');
  if (!transition.from.includes(mission.status)) return refuse('wrong_mission_state', { status: mission.status });
  if (verb !== 'resume' && !reason.trim()) return refuse('reason_required');
  switch (verb) {
    case 'pause':
      return record<MissionPaused>({ type: 'MissionPaused', missionId: mission.id, reason });
    case 'resume':
      return record<MissionResumed>({ type: 'MissionResumed', missionId: mission.id });
    case 'close':
      return record<MissionClosed>({ type: 'MissionClosed', missionId: mission.id, reason });
  }
};
