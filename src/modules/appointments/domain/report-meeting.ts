import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Appointment, MeetingOutcome, MeetingReported } from './appointment.ts';

/** What became of the meeting. It can be postponed beforehand; whether anyone came is known once its hour has passed. */
export const reportMeeting = (appointment: Appointment, outcome: MeetingOutcome, { now }: { now: Instant }) => {
  if (outcome !== 'postponed' && now < appointment.meetingAt)
    return refuse('meeting_not_held_yet', { ref: appointment.ref, meetingAt: appointment.meetingAt });
  return record<MeetingReported>({
    type: 'MeetingReported',
    appointmentId: appointment.id,
    missionId: appointment.missionId,
    ref: appointment.ref,
    outcome,
  });
};
