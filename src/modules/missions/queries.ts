export { closeMission } from './app/close-mission.ts';
export {
  callersOf,
  followPeriod,
  lockMission,
  missionById,
  missionList,
  missionOfQuote,
  missionsNotClosed,
} from './db/missions.store.ts';
