import { addMinutes, type Instant } from '../../../shared/time.ts';
import { refuse } from '../../../shared/decision.ts';
import type { Terms } from '../../contracts/index.ts';

export type RecordingPolicy = Terms['calling']['recording'];

/** What the line does when the person answers: nothing, record, or wait to be asked. What is recorded is not yet what is kept. */
export const recordingAtAnswer = ({ policy }: RecordingPolicy): 'off' | 'on' | 'armed' => {
  switch (policy) {
    case 'none':
      return 'off';
    case 'on_demand':
    case 'from_qualification':
      return 'armed';
    case 'appointments_only':
    case 'sample':
    case 'all':
      return 'on';
  }
};

/** The caller may start a recording only where the contract leaves it to this moment, and never against the person's refusal. */
export const mayStartRecording = (policy: RecordingPolicy | null, call: { objected: boolean }) => {
  if (!policy || recordingAtAnswer(policy) !== 'armed') return refuse('recording_not_on_demand', { term: 'calling.recording' });
  return call.objected ? refuse('recording_objected') : { ok: true as const };
};

/** The first signed criterion noted during the call opens the qualification, and with it the recording that waits for it. */
export const startsWithQualification = ({ policy }: RecordingPolicy): boolean => policy === 'from_qualification';

export type Keeping = { keep: true; until: Instant } | { keep: false; reason: PurgeReason };
export type PurgeReason =
  'no_appointment' | 'not_in_sample' | 'callee_objected' | 'not_qualified' | 'retention_over' | 'policy_none' | 'ordered';

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
    // Started knowingly, by the caller or by the qualification: what was recorded is what the contract wanted kept.
    case 'on_demand':
    case 'from_qualification':
      return kept;
    case 'appointments_only':
      return call.hasAppointment ? kept : { keep: false, reason: 'no_appointment' };
    case 'sample':
      return call.hasAppointment || isDrawn(call.attemptId) ? kept : { keep: false, reason: 'not_in_sample' };
  }
};

const isDrawn = (attemptId: string): boolean => Number.parseInt(attemptId.slice(-6), 16) % sampleEvery === 0;
