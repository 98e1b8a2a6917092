import { record, refuse } from '../../../shared/decision.ts';
import type { AppointmentId, AttemptId, MissionId } from '../../../shared/ids.ts';
import { cents } from '../../../shared/money.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import { allowedVolume, type Terms } from '../../contracts/index.ts';
import type { AppointmentBooked, EvidenceLevel, Mark } from './appointment.ts';
import { reviewDeadline } from './deadlines.ts';

export type BookAppointment = {
  appointmentId: AppointmentId;
  missionId: MissionId;
  attemptId: AttemptId;
  ref: string;
  meetingAt: Instant;
  marks: readonly Mark[];
  evidenceLevel: EvidenceLevel;
};
export type BookingContext = {
  terms: Terms;
  termsVersion: number;
  /** Booked so far in the period that the volume is bought by. */ bookedInPeriod: number;
  now: Instant;
};

/** An appointment is submitted with every signed criterion vouched for; the client then has until the signed deadline. */
export const bookAppointment = (
  { appointmentId, missionId, attemptId, ref, meetingAt, marks, evidenceLevel }: BookAppointment,
  { terms, termsVersion, bookedInPeriod, now }: BookingContext,
) => {
  if (meetingAt <= now) return refuse('meeting_in_the_past');
  const missing = terms.appointments.criteria.filter(({ id }) => !marks.some((mark) => mark.criterionId === id));
  if (missing.length) return refuse('criteria_missing', { criteria: missing.map(({ label }) => label) });
  const unknown = marks.filter(({ criterionId }) => !terms.appointments.criteria.some(({ id }) => id === criterionId));
  if (unknown.length) return refuse('criterion_not_signed', { criterion: unknown[0]!.criterionId });
  const limit = allowedVolume(terms, 'appointments', civilDateOf(now));
  if (limit !== null && bookedInPeriod >= limit) return refuse('appointment_volume_used_up', { limit });

  return record<AppointmentBooked>({
    type: 'AppointmentBooked',
    appointmentId,
    missionId,
    ref,
    attemptId,
    meetingAt,
    marks,
    evidenceLevel,
    termsVersion,
    reviewBy: reviewDeadline(now, terms.appointments),
    priceCents: terms.price.lines.find(({ kind }) => kind === 'appointment')?.unitPriceCents ?? cents(0),
  });
};
