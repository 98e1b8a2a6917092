import type { Instant } from '../../../shared/time.ts';
import type { EvidenceLevel, LineId } from './line.ts';
import type { OutcomeCode } from './outcomes.ts';

export type CallPhase = 'allowed' | 'dialing' | 'ringing' | 'answered' | 'ended' | 'qualified';

/** One gate-approved dial, from the click to its outcome. */
export type Attempt = {
  attemptId: string;
  missionId: string;
  prospectId: string;
  callerId: string;
  line: LineId;
  evidence: EvidenceLevel;
  phase: CallPhase;
  requestedAt: Instant;
  answeredAt: Instant | null;
  endedAt: Instant | null;
  endedBy: string | null;
  cause: string | null;
  talkMs: number;
  outcome: OutcomeCode | null;
};

/** What an event of the line changes in the call. Late or repeated events change nothing: an ended call stays ended. */
export type LineEvent = { type: string; at: Instant; by?: string; cause?: string; talkMs?: number };
type Change = Partial<Pick<Attempt, 'phase' | 'answeredAt' | 'endedAt' | 'endedBy' | 'cause' | 'talkMs'>>;

const order: readonly CallPhase[] = ['allowed', 'dialing', 'ringing', 'answered', 'ended', 'qualified'];
const isBefore = (phase: CallPhase, other: CallPhase) => order.indexOf(phase) < order.indexOf(other);

export const applyLineEvent = (attempt: Pick<Attempt, 'phase'>, event: LineEvent): Change => {
  switch (event.type) {
    case 'dialing':
    case 'ringing':
      return isBefore(attempt.phase, event.type) ? { phase: event.type } : {};
    case 'answered':
      return isBefore(attempt.phase, 'answered') ? { phase: 'answered', answeredAt: event.at } : {};
    case 'ended':
      return isBefore(attempt.phase, 'ended')
        ? {
            phase: 'ended',
            endedAt: event.at,
            endedBy: event.by ?? 'system',
            cause: event.cause ?? null,
            talkMs: event.talkMs ?? 0,
          }
        : {};
    default:
      return {};
  }
};

export const isLive = (phase: CallPhase): boolean => isBefore(phase, 'ended');
