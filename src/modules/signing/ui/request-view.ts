import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { ClauseToInitial, OptionsAsked, SigningState, SigningVerb } from '../index.ts';

type Person = { name: string; capacity: string; organisation: string; maskedEmail: string; signedAt: Instant | null };
export type CodeState = { sentTo: string; sentAt: Instant; expiresAt: Instant; attemptsLeft: number; resendAt: Instant } | null;

/** One person asked: where they stand, and when they are reminded. */
export type Seat = Person & {
  signatoryId: string;
  party: 'client' | 'provider';
  principal: boolean;
  rank: number;
  duty: 'sign' | 'copy';
  standing: 'waiting' | 'sent' | 'read' | 'consented' | 'signed' | 'copy' | 'delegated' | 'dismissed' | 'none';
  linkSentAt: Instant | null;
  initialled: number;
  delegation: { fromName: string; reason: string; at: Instant } | null;
  reminders: number;
  lastReminderAt: Instant | null;
  nextReminderAt: Instant | null;
};
export type ToInitial = ClauseToInitial & { initialled: { initials: string; at: Instant } | null };
export type Sender = { organisation: string; email: string; phone: string | null };

/** What the API says of a request. */
export type RequestView = {
  requestId: string;
  subject: { type: string; id: string };
  number: string;
  title: string;
  demo: boolean;
  state: SigningState;
  expiresAt: Instant;
  now: Instant;
  documentSha256: string | null;
  summary: { label: string; value: string }[];
  versions: Record<string, string>;
  consentText: string;
  me: Person;
  signatories: Seat[];
  initials: ToInitial[];
  mustInitial: number;
  suggestedInitials: string;
  options: OptionsAsked | null;
  chosenOptions: readonly string[] | null;
  optionsSettled: boolean;
  client: Person;
  provider: Person;
  can: Partial<Record<SigningVerb, { allowed: boolean; code?: string; message?: string }>>;
  files: { signed: boolean; evidence: boolean };
  code: CodeState;
};

/** The same, for one of those who sign. */
export type SignerView = RequestView & { closedBecause: { reason: string | null; replaced: boolean } | null; sender: Sender };

export type OwnerRequestView = RequestView & {
  withdrawal: { reason: string | null; replaced: boolean; voided: string[] } | null;
  reminders: { paused: boolean; mostPerPerson: number };
  proposedExtension: CivilDate;
  dossierId: string;
  countersignText: string;
  refusalReason: string | null;
  paper: { signedOn: string; signatoryName: string } | null;
  timeline: {
    at: Instant;
    party: 'client' | 'provider' | null;
    kind: string;
    ip: string | null;
    screen: string | null;
    who: string | null;
    article: string | null;
    said: string | null;
  }[];
};

export type Screen = 'summary' | 'document' | 'initials' | 'consent' | 'code';

/** The path of this request: no step that has nothing to ask. */
export const screensOf = (view: RequestView): Screen[] => [
  'summary',
  'document',
  ...(view.initials.length > 0 && view.signatories.find((one) => one.name === view.me.name)?.party !== 'provider'
    ? (['initials'] as const)
    : []),
  'consent',
  'code',
];

/** Where someone who comes back goes on. */
export const firstScreen = (view: RequestView): Screen =>
  view.state === 'consented' ? 'code' : view.state === 'read' ? (view.mustInitial > 0 ? 'initials' : 'consent') : 'summary';
