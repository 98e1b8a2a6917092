import { record, refuse } from '../../../shared/decision.ts';
import type { Instant } from '../../../shared/time.ts';
import {
  type Appointment,
  type AppointmentAccepted,
  type AppointmentContested,
  type AppointmentRuled,
  may,
} from './appointment.ts';

/** The caller disagrees, once, within the signed delay, pointing at the recording. What is contested waits; the rest is billed. */
export const contestRefusal = (
  appointment: Appointment,
  { momentSeconds, text }: { momentSeconds: number | null; text: string },
  { now }: { now: Instant },
) => {
  if (appointment.contest) return refuse('already_contested', { ref: appointment.ref });
  if (!may('contest', appointment.state)) return refuse('nothing_to_contest', { ref: appointment.ref });
  if (appointment.contestBy && now > appointment.contestBy)
    return refuse('contest_deadline_passed', { ref: appointment.ref, contestBy: appointment.contestBy });
  if (momentSeconds === null && !text.trim()) return refuse('moment_or_reason_required');
  return record<AppointmentContested>({
    type: 'AppointmentContested',
    appointmentId: appointment.id,
    missionId: appointment.missionId,
    ref: appointment.ref,
    contestedAt: now,
    momentSeconds,
    text: text.trim(),
  });
};

/** The arbiter named in the contract decides, for good. For the caller, the appointment becomes owed from that moment. */
export const ruleOnContest = (
  appointment: Appointment,
  { inFavourOf, text }: { inFavourOf: 'caller' | 'client'; text: string },
  { now }: { now: Instant },
) => {
  if (!may('rule', appointment.state)) return refuse('nothing_to_rule', { ref: appointment.ref });
  if (!text.trim()) return refuse('reason_required');
  const { id: appointmentId, missionId, ref, priceCents } = appointment;
  const ruled: AppointmentRuled = {
    type: 'AppointmentRuled',
    appointmentId,
    missionId,
    ref,
    ruledAt: now,
    for: inFavourOf,
    text: text.trim(),
  };
  if (inFavourOf === 'client') return record<AppointmentRuled | AppointmentAccepted>(ruled);
  return record<AppointmentRuled | AppointmentAccepted>(ruled, {
    type: 'AppointmentAccepted',
    appointmentId,
    missionId,
    ref,
    by: 'ruling',
    acceptedAt: now,
    priceCents,
  });
};
