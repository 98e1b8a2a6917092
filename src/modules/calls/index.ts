export type { CallFactsRow, CallVolumes } from './domain/call-facts.ts';
export type { GateCheck, GateVerdict } from './domain/dial-gate.ts';
export type * from './domain/facts.ts';
export type { EvidenceLevel, LineId } from './domain/line.ts';
export { type Outcome, type OutcomeCode, outcomes } from './domain/outcomes.ts';
export type { AppointmentAsked, CriterionSeen, OutcomeRecorded } from './domain/record-outcome.ts';
