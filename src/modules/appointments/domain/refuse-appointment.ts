import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Terms } from '../../contracts/index.ts';
import { type Appointment, type AppointmentRefused, may } from './appointment.ts';
import { contestDeadline } from './deadlines.ts';

export type RefuseAppointment = { criterionId: string; momentSeconds: number | null; text: string };

/** The client says no: only on a criterion that was signed, with the moment of the call that shows it, or why there is none. */
export const refuseAppointment = (
  appointment: Appointment,
  { criterionId, momentSeconds, text }: RefuseAppointment,
  { terms, now }: { terms: Terms['appointments']; now: Instant },
) => {
  if (!may('refuse', appointment.state)) return refuse('already_decided', { ref: appointment.ref, state: appointment.state });
  if (now >= appointment.reviewBy)
    return refuse('review_deadline_passed', { ref: appointment.ref, reviewBy: appointment.reviewBy });
  if (!terms.criteria.some(({ id }) => id === criterionId)) return refuse('criterion_not_signed', { criterion: criterionId });
  if (momentSeconds === null && !text.trim()) return refuse('moment_or_reason_required');
  return record<AppointmentRefused>({
    type: 'AppointmentRefused',
    appointmentId: appointment.id,
    missionId: appointment.missionId,
    ref: appointment.ref,
    by: 'client',
    refusedAt: now,
    criterionId,
    momentSeconds,
    text: text.trim(),
    contestBy: contestDeadline(now, terms),
  });
};
