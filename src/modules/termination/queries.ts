/** What other modules may ask of the life of contracts, inside their own transaction. */
export { resiliationInForce, standingOf } from './db/life.store.ts';
