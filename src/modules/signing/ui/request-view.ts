import type { Instant } from '../../../shared/time.ts';
import type { SigningState, SigningVerb } from '../index.ts';

type Person = { name: string; capacity: string; organisation: string; maskedEmail: string; signedAt: Instant | null };
export type CodeState = { sentTo: string; sentAt: Instant; expiresAt: Instant; attemptsLeft: number; resendAt: Instant } | null;

/** What the API says of a request. */
export type RequestView = {
  requestId: string;
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
  client: Person;
  provider: Person;
  can: Partial<Record<SigningVerb, { allowed: boolean; code?: string; message?: string }>>;
  files: { signed: boolean; evidence: boolean };
  code: CodeState;
};

export type OwnerRequestView = RequestView & {
  dossierId: string;
  subject: { type: string; id: string };
  countersignText: string;
  refusalReason: string | null;
  paper: { signedOn: string; signatoryName: string } | null;
  timeline: { at: Instant; party: 'client' | 'provider' | null; kind: string; ip: string | null; screen: string | null }[];
};

export type Screen = 'summary' | 'document' | 'consent' | 'code';
export const screens: readonly Screen[] = ['summary', 'document', 'consent', 'code'];

/** Where someone who comes back goes on. */
export const firstScreen = (view: RequestView): Screen =>
  view.state === 'consented' ? 'code' : view.state === 'read' ? 'consent' : 'summary';
