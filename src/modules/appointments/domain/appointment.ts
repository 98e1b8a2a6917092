import type {
  AppointmentId,
  AttemptId,
  ClientId,
  DossierId,
  MissionId,
  ProspectId,
  RecordingId,
  UserId,
} from '../../../shared/ids.ts';
import type { Cents } from '../../../shared/money.ts';
import type { Instant } from '../../../shared/time.ts';

/** A signed criterion shown at a second of the call; null when the caller vouches for it without a moment. */
export type Mark = { criterionId: string; momentSeconds: number | null };
/** A refusal names a signed criterion and the moment that shows it, or says that it happened outside the call. */
export type Refusal = { criterionId: string; momentSeconds: number | null; text: string; at: Instant; by: string };
export type Contest = { momentSeconds: number | null; text: string; at: Instant; by: string };
export type Ruling = { for: 'caller' | 'client'; text: string; at: Instant; by: string };
export type MeetingOutcome = 'held' | 'no_show' | 'postponed' | 'client_absent';
export type EvidenceLevel = 'server' | 'provider' | 'client' | 'declared' | 'simulated';

/** A meeting obtained for the client, from the call that obtained it to the decision that makes it owed or not. */
export type Appointment = {
  id: AppointmentId;
  missionId: MissionId;
  dossierId: DossierId;
  clientId: ClientId;
  /** 'RDV-07' in its mission. */
  ref: string;
  attemptId: AttemptId;
  prospectId: ProspectId;
  company: string;
  contactName: string;
  contactRole: string | null;
  phone: string;
  meetingAt: Instant;
  meetingPlace: string;
  note: string;
  marks: readonly Mark[];
  bookedAt: Instant;
  bookedBy: UserId;
  callerName: string;
  evidenceLevel: EvidenceLevel;
  recordingId: RecordingId | null;
  /** The version of the signed terms that judges it: the one in force when it was booked. */
  termsVersion: number;
  priceCents: Cents;
  /** The client answers until then; afterwards silence has answered. */
  reviewBy: Instant;
  refusal: Refusal | null;
  contestBy: Instant | null;
  contest: Contest | null;
  ruling: Ruling | null;
  meetingOutcome: MeetingOutcome | null;
  version: number;
} & (
  | { state: 'to_review'; acceptedBy: null; decidedAt: null }
  | { state: 'accepted'; acceptedBy: 'client' | 'silence' | 'ruling'; decidedAt: Instant }
  | { state: 'refused'; acceptedBy: null; decidedAt: Instant }
  | { state: 'contested'; acceptedBy: null; decidedAt: Instant }
);
export type AppointmentState = Appointment['state'];

export type AppointmentBooked = {
  type: 'AppointmentBooked';
  appointmentId: AppointmentId;
  missionId: MissionId;
  ref: string;
  attemptId: AttemptId;
  meetingAt: Instant;
  marks: readonly Mark[];
  evidenceLevel: EvidenceLevel;
  reviewBy: Instant;
  priceCents: Cents;
  termsVersion: number;
};
export type AppointmentAccepted = {
  type: 'AppointmentAccepted';
  appointmentId: AppointmentId;
  missionId: MissionId;
  ref: string;
  by: 'client' | 'silence' | 'ruling';
  acceptedAt: Instant;
  priceCents: Cents;
};
export type AppointmentRefused = {
  type: 'AppointmentRefused';
  appointmentId: AppointmentId;
  missionId: MissionId;
  ref: string;
  by: 'client' | 'silence';
  refusedAt: Instant;
  criterionId: string | null;
  momentSeconds: number | null;
  text: string;
  contestBy: Instant;
};
export type AppointmentContested = {
  type: 'AppointmentContested';
  appointmentId: AppointmentId;
  missionId: MissionId;
  ref: string;
  contestedAt: Instant;
  momentSeconds: number | null;
  text: string;
};
export type AppointmentRuled = {
  type: 'AppointmentRuled';
  appointmentId: AppointmentId;
  missionId: MissionId;
  ref: string;
  ruledAt: Instant;
  for: 'caller' | 'client';
  text: string;
};
export type MeetingReported = {
  type: 'MeetingReported';
  appointmentId: AppointmentId;
  missionId: MissionId;
  ref: string;
  outcome: MeetingOutcome;
};
export type AppointmentFact =
  AppointmentBooked | AppointmentAccepted | AppointmentRefused | AppointmentContested | AppointmentRuled | MeetingReported;

/** Who may do what, from which state. Time limits are in the rules themselves. */
export const appointmentTransitions = {
  accept: { from: ['to_review'], by: ['client'] },
  refuse: { from: ['to_review'], by: ['client'] },
  /** The client takes a refusal back: owed again, and nobody needs an arbiter. */
  concede: { from: ['refused', 'contested'], by: ['client'] },
  contest: { from: ['refused'], by: ['owner', 'caller'] },
  rule: { from: ['contested'], by: ['arbiter'] },
  decideBySilence: { from: ['to_review'], by: ['system'] },
} as const satisfies Record<
  string,
  { from: readonly AppointmentState[]; by: readonly ('client' | 'owner' | 'caller' | 'arbiter' | 'system')[] }
>;
export type AppointmentVerb = keyof typeof appointmentTransitions;
export const may = (verb: AppointmentVerb, state: AppointmentState): boolean =>
  (appointmentTransitions[verb].from as readonly AppointmentState[]).includes(state);
