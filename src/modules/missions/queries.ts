export { callersOf, missionById, missionList, missionOfQuote } from './db/missions.store.ts';
