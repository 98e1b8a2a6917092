export { dialGate, type GateCheck, gateRules, type GateVerdict } from './domain/dial-gate.ts';
export { gateSentence, ruleName, sourceOf } from './domain/gate-sentence.ts';
export type { GateSituation } from './domain/gate-situation.ts';
export type { EvidenceLevel, LineId } from './domain/line.ts';
export {
  type CallEvidence,
  type Outcome,
  type OutcomeCode,
  outcomeCodes,
  outcomes,
  permittedOutcomes,
} from './domain/outcomes.ts';
export type { AppointmentAsked, CriterionSeen, OutcomeRecorded } from './domain/record-outcome.ts';
export { fillScript, scriptVariables, type ScriptValues } from './domain/script.ts';
export type * from './domain/facts.ts';
export type { CallFactsRow, CallVolumes } from './domain/call-facts.ts';
