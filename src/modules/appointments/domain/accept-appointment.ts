import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import { type Appointment, type AppointmentAccepted, type AppointmentRefused, may } from './appointment.ts';
import { contestDeadline } from './deadlines.ts';
import type { Terms } from '../../contracts/index.ts';

const accepted = (appointment: Appointment, by: AppointmentAccepted['by'], acceptedAt: Instant): AppointmentAccepted => ({
  type: 'AppointmentAccepted',
  appointmentId: appointment.id,
  missionId: appointment.missionId,
  ref: appointment.ref,
  by,
  acceptedAt,
  priceCents: appointment.priceCents,
});

/** The client says yes: from here the appointment is owed, at the price in the terms signed when it was booked. */
export const acceptAppointment = (appointment: Appointment, { now }: { now: Instant }) => {
  if (!may('accept', appointment.state)) return refuse('already_decided', { ref: appointment.ref, state: appointment.state });
  if (now >= appointment.reviewBy)
    return refuse('review_deadline_passed', { ref: appointment.ref, reviewBy: appointment.reviewBy });
  return record(accepted(appointment, 'client', now));
};

/** The client takes its refusal back, before or after a contest. */
export const concedeAppointment = (appointment: Appointment, { now }: { now: Instant }) => {
  if (!may('concede', appointment.state) || appointment.ruling) return refuse('nothing_to_concede', { ref: appointment.ref });
  return record(accepted(appointment, 'client', now));
};

/** Nobody answered: at the signed deadline silence decides what the contract says it means, dated at the deadline itself. */
export const decideBySilence = (appointment: Appointment, { terms, now }: { terms: Terms['appointments']; now: Instant }) => {
  if (!may('decideBySilence', appointment.state))
    return refuse('already_decided', { ref: appointment.ref, state: appointment.state });
  if (now < appointment.reviewBy) return refuse('still_under_review', { ref: appointment.ref, reviewBy: appointment.reviewBy });
  if (terms.review.silence === 'accepted') return record(accepted(appointment, 'silence', appointment.reviewBy));
  return record<AppointmentRefused>({
    type: 'AppointmentRefused',
    appointmentId: appointment.id,
    missionId: appointment.missionId,
    ref: appointment.ref,
    by: 'silence',
    refusedAt: appointment.reviewBy,
    criterionId: null,
    momentSeconds: null,
    text: '',
    contestBy: contestDeadline(appointment.reviewBy, terms),
  });
};
