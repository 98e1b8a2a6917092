import { addMinutes, type Instant } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';

export type RecordingPolicy = Terms['calling']['recording'];

/** Whether the line records at all. What is recorded is not yet what is kept. */
export const isRecorded = ({ policy }: RecordingPolicy): boolean => policy !== 'none';

export type Keeping = { keep: true; until: Instant } | { keep: false; reason: PurgeReason };
export type PurgeReason =
  'no_appointment' | 'not_in_sample' | 'callee_objected' | 'not_qualified' | 'retention_over' | 'policy_none';

/** One call in ten; the draw is on the call's own id, so that nobody chooses and anybody can draw again. */
const sampleEvery = 10;

/**
 * What becomes of a recording once the call has its outcome, by the signed policy. `appointments_only` keeps the sound that
 * an appointment may need and no other (CNIL: neither permanent nor systematic; docs/legal-sources.md#enregistrement).
 */
export const keepRecording = (
  { policy, retentionDays }: RecordingPolicy,
  call: { attemptId: string; hasAppointment: boolean; objected: boolean },
  endedAt: Instant,
): Keeping => {
  const kept: Keeping = { keep: true, until: addMinutes(endedAt, retentionDays * 24 * 60) };
  if (call.objected) return { keep: false, reason: 'callee_objected' };
  switch (policy) {
    case 'none':
      return { keep: false, reason: 'policy_none' };
    case 'all':
      return kept;
    case 'appointments_only':
      return call.hasAppointment ? kept : { keep: false, reason: 'no_appointment' };
    case 'sample':
      return call.hasAppointment || isDrawn(call.attemptId) ? kept : { keep: false, reason: 'not_in_sample' };
  }
};

const isDrawn = (attemptId: string): boolean => Number.parseInt(attemptId.slice(-6), 16) % sampleEvery === 0;
