import type { Tx } from '../../../platform/db/index.ts';
import { prospectById } from '../../prospects/queries.ts';
import { bookInTransaction } from '../../appointments/queries.ts';
import type { TermsVersion } from '../../contracts/index.ts';
import type { AttemptRow } from '../db/attempts.store.ts';
import { recordingOfAttempt } from '../db/recordings.store.ts';
import type { AppointmentAsked } from '../domain/record-outcome.ts';

/** Hands what was agreed on the telephone to the appointments, with the second of the call that shows each criterion. */
export const bookFromCall = async (tx: Tx, attempt: AttemptRow, version: TermsVersion, asked: AppointmentAsked) => {
  const recording = await recordingOfAttempt(tx, attempt.attempt_id);
  const prospect = await prospectById(tx, attempt.prospect_id);
  const booking = {
    missionId: attempt.mission_id,
    dossierId: attempt.dossier_id,
    clientId: attempt.client_id,
    attemptId: attempt.attempt_id,
    prospectId: attempt.prospect_id,
    company: prospect?.company ?? '',
    contactName: asked.contactName.trim(),
    contactRole: asked.contactRole.trim() || null,
    phone: attempt.to_number,
    meetingAt: asked.meetingAt,
    meetingPlace: placeOf(asked),
    note: asked.note.trim(),
    marks: asked.criteria
      .filter(({ state }) => state === 'met')
      .map(({ criterionId, momentSeconds }) => ({ criterionId, momentSeconds })),
    bookedBy: attempt.caller_id,
    callerName: attempt.caller_name,
    evidenceLevel: attempt.evidence,
    recordingId: recording && recording.status !== 'purged' ? recording.recording_id : null,
  };
  return bookInTransaction(tx, booking, version);
};

const formats = { phone: 'Par téléphone', video: 'En visioconférence', on_site: 'Sur place' } as const;
const placeOf = ({ format, place }: AppointmentAsked): string => [formats[format], place.trim()].filter(Boolean).join(' : ');
