/** What other modules may ask of calls, inside their own transaction. */
export {
  attemptById,
  type AttemptRow,
  callsOf,
  eventsOf,
  gateLog,
  marksOf,
  verdictById,
  type VerdictRow,
} from './db/attempts.store.ts';
export { callerDay, callFacts, callVolumes, gateCounts, outcomeCounts } from './db/call-facts.queries.ts';
export { holdRecording, recordingFor, recordingsOfDossier, type RecordingSummary } from './db/recordings.queries.ts';
export { type Script, scriptsOf } from './db/scripts.store.ts';
