import type { Terms } from '../../contracts/index.ts';
import type { Instant } from '../../../shared/time.ts';
import type { CriterionSeen } from '../domain/record-outcome.ts';
import type { OutcomeCode } from '../domain/outcomes.ts';
import type { LineId } from '../domain/line.ts';

export type Words = { fr: string; en: string };
export type Check = {
  rule: string;
  ok: boolean;
  term: string;
  article?: string;
  law?: string;
  details?: Record<string, unknown>;
  nextEligibleAt?: Instant;
};

export type Desk = {
  mission: {
    id: string;
    name: string;
    status: 'open' | 'paused' | 'closed';
    statusReason: string | null;
    startsOn: string;
    endsOn: string;
  };
  now: Instant;
  isDemo: boolean;
  lines: LineId[];
  criteria: { id: string; label: string; definition: string }[];
  criteriaArticle: string | null;
  recording: { policy: Terms['calling']['recording']['policy']; purpose: string; retentionDays: number };
  volumes: {
    period: 'mission' | 'month' | 'week';
    calls: number | null;
    hours: number | null;
    appointments: number | null;
    warnAtPercent: number;
    used: { calls: number; hoursMinutes: number; appointments: number };
  };
  today: { calls: number; answered: number; useful: number; argued: number; appointments: number; minutes: number };
  pricePerAppointmentCents: number | null;
  script: { version: number; body: string; approval: { at: Instant } | null } | null;
  session: { id: string; startedAt: Instant } | null;
  callerName: string;
  providerName: string;
  clientName: string;
};

export type Prospect = {
  id: string;
  company: string | null;
  civility: string | null;
  firstName: string | null;
  lastName: string | null;
  jobTitle: string | null;
  phone: string;
  otherPhone: string | null;
  email: string | null;
  address: string | null;
  postalCode: string | null;
  city: string | null;
  department: string | null;
  timeZone: string;
  siret: string | null;
  headcount: string | null;
  comment: string | null;
  extra: Record<string, string> | null;
  contactClass: 'ENTREPRISE' | 'EI_PRO' | 'PERSO';
  callbackNote: string | null;
};

export type Call = {
  id: string;
  prospectId: string;
  callerName: string;
  line: LineId;
  evidence: 'server' | 'provider' | 'client' | 'declared' | 'simulated';
  phase: 'allowed' | 'dialing' | 'ringing' | 'answered' | 'ended' | 'qualified';
  requestedAt: Instant;
  answeredAt: Instant | null;
  endedAt: Instant | null;
  endedBy: string | null;
  cause: string | null;
  talkSeconds: number;
  outcome: OutcomeCode | null;
  outcomeReason: string | null;
  outcomeNote: string | null;
  callbackAt: Instant | null;
  appointmentId: string | null;
  opposedAt: Instant | null;
};
export type Verdict = {
  id: string;
  at: Instant;
  prospectId: string;
  attemptId: string | null;
  callerName: string;
  line: LineId;
  allowed: boolean;
  sentence: Words;
  checks: Check[];
  nextEligibleAt: Instant | null;
  termsVersion: number | null;
};
export type Recording = {
  recordingId: string;
  status: 'held' | 'kept' | 'purged';
  durationMs: number;
  legsSha256: string;
  keepUntil: Instant | null;
  purgedAt: Instant | null;
  purgeReason: string | null;
  oggSha256: string | null;
};
export type CallDetail = Call & {
  events: { seq: number; at: Instant; mediaMs: number | null; type: string; details: Record<string, unknown> }[];
  marks: CriterionSeen[];
  /** The signed criteria that this call was to show. */
  criteria: { id: string; label: string }[];
  verdict: Verdict;
  recording: Recording | null;
  permittedOutcomes: OutcomeCode[];
};

export type Served =
  | { found: false; because: Words }
  | {
      found: true;
      prospect: Prospect;
      because: Words;
      leasedUntil: Instant;
      preview: { allowed: boolean; checks: Check[]; nextEligibleAt?: Instant; sentences: Words };
      history: Call[];
      /** A call of this caller that still waits for its outcome, with its prospect. */
      unfinishedCallId: string | null;
    };

export const personOf = ({ civility, firstName, lastName }: Pick<Prospect, 'civility' | 'firstName' | 'lastName'>): string =>
  [civility, firstName, lastName].filter(Boolean).join(' ');
