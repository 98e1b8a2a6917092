import type { Instant } from '../../../shared/time.ts';
import type { EvidenceLevel, LineId } from './line.ts';
import type { OutcomeRecorded } from './record-outcome.ts';

/** What the journal keeps of calls. Numbers and names of people stay out of it: it is never erased. */
export type DialAllowed = {
  type: 'DialAllowed';
  attemptId: string;
  missionId: string;
  prospectId: string;
  verdictId: string;
  line: LineId;
  termsVersion: number;
  termsSha256: string;
};
export type DialRefused = {
  type: 'DialRefused';
  missionId: string;
  prospectId: string;
  verdictId: string;
  line: LineId;
  rules: { rule: string; source: string | null }[];
  termsSha256: string | null;
};
export type CallEnded = {
  type: 'CallEnded';
  attemptId: string;
  missionId: string;
  evidence: EvidenceLevel;
  answeredAt: Instant | null;
  endedAt: Instant;
  talkMs: number;
  by: string;
  cause: string | null;
  /** SHA-256 of the canonical JSON of the call's events, in order. */
  eventsSha256: string;
};
export type RecordingSealed = {
  type: 'RecordingSealed';
  recordingId: string;
  attemptId: string;
  sha256: string;
  byteLength: number;
  durationMs: number;
  evidence: EvidenceLevel;
};
export type ListeningCopyMade = { type: 'ListeningCopyMade'; recordingId: string; sha256: string; byteLength: number };
export type RecordingPurged = {
  type: 'RecordingPurged';
  recordingId: string;
  attemptId: string;
  sha256: string;
  durationMs: number;
  reason: string;
};
export type RecordingListened = { type: 'RecordingListened'; recordingId: string; attemptId: string };
export type ProductionStopped = {
  type: 'ProductionStopped';
  sessionId: string;
  missionId: string;
  startedAt: Instant;
  stoppedAt: Instant;
  minutes: number;
  evidence: 'measured' | 'declared';
};
export type ScriptVersioned = { type: 'ScriptVersioned'; missionId: string; version: number; sha256: string };
export type ScriptApproved = { type: 'ScriptApproved'; missionId: string; version: number; evidence: 'client' | 'declared' };
/** Written in the transaction that puts the number on the list: whoever reads the acknowledgement can rely on it. */
export type CalleeObjected = { type: 'CalleeObjected'; attemptId: string; missionId: string; prospectId: string };

export type CallFact =
  | DialAllowed
  | DialRefused
  | CallEnded
  | OutcomeRecorded
  | RecordingSealed
  | ListeningCopyMade
  | RecordingPurged
  | RecordingListened
  | ProductionStopped
  | ScriptVersioned
  | ScriptApproved
  | CalleeObjected;
