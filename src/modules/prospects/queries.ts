/** What other modules may ask of prospects, inside their own transaction. */
export { addProspects, type AddedProspects, type TypedProspect } from './app/add-prospects.ts';
export { applyOutcome, type ApplyOutcome } from './app/apply-outcome.ts';
export { extendLease, nextProspect, type NextProspect, type NextProspectAsked } from './app/next-prospect.ts';
export { usePhoneKey } from './app/phone-hash.ts';
export { isSuppressed, suppress, type SuppressCommand } from './app/suppress.ts';
export {
  type DialTarget,
  fileQuality,
  listProspects,
  type MissionFileQuality,
  type ProspectCounts,
  prospectCounts,
  prospectForDial,
} from './db/prospects.queries.ts';
export { type ProspectCard, prospectById, recordAttempt, releaseLease } from './db/prospects.store.ts';
export { suppressionHashes } from './db/suppressions.store.ts';
export { eraseProspects } from './db/erase-prospects.ts';
