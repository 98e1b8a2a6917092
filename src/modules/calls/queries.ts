/** What other modules may ask of calls, inside their own transaction. */
export { attemptById, type AttemptRow, callsOf, eventsOf, gateLog, type VerdictRow } from './db/attempts.store.ts';
export { callFacts, callVolumes, outcomeCounts } from './db/call-facts.queries.ts';
export { recordingFor, recordingsOfDossier, type RecordingSummary } from './db/recordings.queries.ts';
export { scriptsOf } from './db/scripts.store.ts';
export { destroyRecordingsOf } from './app/destroy-recordings.ts';
