import type { ClientId, DossierId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { TermPath } from '../../contracts/index.ts';
import type { Consequences } from './consequences.ts';

export type ResiliationId = string;
export type Party = 'provider' | 'client';
/** What is ended: a mission or a framework agreement. */
export type LifeSubject = { type: 'mission' | 'framework'; id: string };

/** What the breach rests on, as the dossier names it: a call, a refusal, an unpaid invoice. */
export type BreachEvidence = { type: 'invoice' | 'call' | 'appointment' | 'document'; id: string; label: string };
export type Breach = {
  term: TermPath;
  article: string;
  title: string;
  words: string;
  cureDays: number;
  evidence: BreachEvidence[];
};

export const resiliationStates = [
  'demanded',
  'cure_running',
  'uncured',
  'cured',
  'notified',
  'notice_running',
  'effective',
  'withdrawn',
] as const;
export type ResiliationState = (typeof resiliationStates)[number];

export type Resiliation = {
  id: ResiliationId;
  dossierId: DossierId;
  clientId: ClientId;
  subject: LifeSubject;
  path: 'at_will' | 'breach';
  by: Party;
  state: ResiliationState;
  breach: Breach | null;
  noticeDays: number;
  reasons: string;
  /** End of the time left to cure, once the formal demand is served. */
  cureUntil: Instant | null;
  effectiveAt: Instant | null;
  /** As they were computed and written in the letter. */
  consequences: Consequences | null;
  openedAt: Instant;
  version: number;
};

/** Who acts in a procedure: the side that opened it, the other one, or the passing of time. */
export type ProcedureRole = 'author' | 'other' | 'system';

/** Which verb leads where, and whose it is. Read by the rules, the buttons and the test that walks every pair. */
export const resiliationTransitions = {
  serve_demand: { from: ['demanded'], to: 'cure_running', by: ['author', 'other'] },
  cure: { from: ['demanded', 'cure_running', 'uncured'], to: 'cured', by: ['author'] },
  declare_uncured: { from: ['cure_running'], to: 'uncured', by: ['author'] },
  notify: { from: ['uncured'], to: 'notified', by: ['author'] },
  serve_notice: { from: ['notified'], to: 'notice_running', by: ['author', 'other'] },
  take_effect: { from: ['notice_running'], to: 'effective', by: ['system'] },
  withdraw: { from: ['demanded', 'cure_running', 'uncured', 'notified'], to: 'withdrawn', by: ['author'] },
} as const satisfies Record<string, { from: readonly ResiliationState[]; to: ResiliationState; by: readonly ProcedureRole[] }>;
export type ResiliationVerb = keyof typeof resiliationTransitions;

export type MiseEnDemeureSent = {
  type: 'MiseEnDemeureSent';
  resiliationId: ResiliationId;
  subject: LifeSubject;
  by: Party;
  article: string;
  cureDays: number;
};
export type NoticeServed = {
  type: 'NoticeServed';
  noticeId: string;
  how: 'read' | 'registered';
  servedOn: CivilDate;
  servedTo: string;
  registeredNumber: string | null;
};
export type BreachCured = { type: 'BreachCured'; resiliationId: ResiliationId; reason: string };
export type BreachNotCured = { type: 'BreachNotCured'; resiliationId: ResiliationId; reason: string };
export type ResiliationNotified = {
  type: 'ResiliationNotified';
  resiliationId: ResiliationId;
  subject: LifeSubject;
  by: Party;
  path: Resiliation['path'];
  noticeDays: number;
  payableCents: number | null;
};
export type ResiliationWithdrawn = { type: 'ResiliationWithdrawn'; resiliationId: ResiliationId; reason: string };
export type ResiliationTookEffect = {
  type: 'ResiliationTookEffect';
  resiliationId: ResiliationId;
  subject: LifeSubject;
  effectiveAt: Instant;
};
