/** What other modules may ask of vigilance, inside their own transaction. */
export { vigilanceOfMission } from './db/standing.queries.ts';
export { vigilanceDocuments } from './db/vigilance.store.ts';
