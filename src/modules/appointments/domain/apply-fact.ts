import { assertNever } from '../../../shared/decision.ts';
import type { Appointment, AppointmentFact } from './appointment.ts';

/** What an appointment becomes once a fact about it is recorded; `by` is the person's name. The booking itself makes the first state. */
export const applyFact = (
  appointment: Appointment,
  fact: Exclude<AppointmentFact, { type: 'AppointmentBooked' }>,
  by: string,
): Appointment => {
  switch (fact.type) {
    case 'AppointmentAccepted':
      return { ...appointment, state: 'accepted', acceptedBy: fact.by, decidedAt: fact.acceptedAt };
    case 'AppointmentRefused':
      return {
        ...appointment,
        state: 'refused',
        acceptedBy: null,
        decidedAt: fact.refusedAt,
        contestBy: fact.contestBy,
        refusal:
          fact.criterionId === null
            ? null
            : { criterionId: fact.criterionId, momentSeconds: fact.momentSeconds, text: fact.text, at: fact.refusedAt, by },
      };
    case 'AppointmentContested':
      return {
        ...appointment,
        state: 'contested',
        acceptedBy: null,
        decidedAt: fact.contestedAt,
        contest: { momentSeconds: fact.momentSeconds, text: fact.text, at: fact.contestedAt, by },
      };
    case 'AppointmentRuled':
      return {
        ...appointment,
        state: 'refused',
        acceptedBy: null,
        decidedAt: fact.ruledAt,
        ruling: { for: fact.for, text: fact.text, at: fact.ruledAt, by },
      };
    case 'MeetingReported':
      return { ...appointment, meetingOutcome: fact.outcome };
    default:
      return assertNever(fact);
  }
};

/** How invoices and indicators read an appointment. A refusal is settled once nobody can contest it or the arbiter has ruled. */
export const billingState = (appointment: Pick<Appointment, 'state'>): 'accepted' | 'refused' | 'disputed' | 'pending' =>
  (({ to_review: 'pending', accepted: 'accepted', refused: 'refused', contested: 'disputed' }) as const)[appointment.state];
