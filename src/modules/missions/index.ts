export type {
  CallerAdmitted,
  Mission,
  MissionClosed,
  MissionFact,
  MissionOpened,
  MissionPaused,
  MissionResumed,
  MissionStatus,
  MissionVerb,
} from './domain/mission.ts';
export { missionTransitions } from './domain/mission.ts';
export { changeMissionStatus } from './domain/change-mission-status.ts';
