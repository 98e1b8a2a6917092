import type { ClientId, DossierId, MissionId, QuoteId, UserId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';

export type MissionStatus = 'open' | 'paused' | 'closed';

/** An assignment that signed terms opened. Its rules are not in it: they are the terms in force. */
export type Mission = {
  id: MissionId;
  dossierId: DossierId;
  clientId: ClientId;
  quoteId: QuoteId;
  name: string;
  status: MissionStatus;
  statusReason: string | null;
  openedAt: Instant;
  startsOn: CivilDate;
  endsOn: CivilDate;
  version: number;
};

export type MissionOpened = {
  type: 'MissionOpened';
  missionId: MissionId;
  quoteId: QuoteId;
  clientId: ClientId;
  quoteNumber: string;
  name: string;
  termsSha256: string;
  signedAt: Instant;
};
export type MissionPaused = { type: 'MissionPaused'; missionId: MissionId; reason: string };
export type MissionResumed = { type: 'MissionResumed'; missionId: MissionId };
export type MissionClosed = { type: 'MissionClosed'; missionId: MissionId; reason: string };
export type CallerAdmitted = { type: 'CallerAdmitted'; missionId: MissionId; userId: UserId; displayName: string };
export type MissionFact = MissionOpened | MissionPaused | MissionResumed | MissionClosed | CallerAdmitted;

/** Which verb leads where, and who may say it. Read by the rules, the buttons and the test that walks every pair. */
export const missionTransitions = {
  pause: { from: ['open'], to: 'paused', by: ['owner', 'client'] },
  resume: { from: ['paused'], to: 'open', by: ['owner', 'client'] },
  close: { from: ['open', 'paused'], to: 'closed', by: ['owner'] },
} as const satisfies Record<string, { from: readonly MissionStatus[]; to: MissionStatus; by: readonly ('owner' | 'client')[] }>;
export type MissionVerb = keyof typeof missionTransitions;
