export type {
  Appointment,
  AppointmentAccepted,
  AppointmentBooked,
  AppointmentContested,
  AppointmentFact,
  AppointmentRefused,
  AppointmentRuled,
  AppointmentState,
  AppointmentVerb,
  Mark,
  MeetingOutcome,
  MeetingReported,
} from './domain/appointment.ts';
export { appointmentTransitions } from './domain/appointment.ts';
export { acceptAppointment, concedeAppointment } from './domain/accept-appointment.ts';
export { contestRefusal, ruleOnContest } from './domain/contest-refusal.ts';
export { refuseAppointment } from './domain/refuse-appointment.ts';
export { reportMeeting } from './domain/report-meeting.ts';
export { bookAppointment } from './domain/book-appointment.ts';
export { billingState } from './domain/apply-fact.ts';
export { reviewDeadline } from './domain/deadlines.ts';
export { refusals as appointmentRefusals } from './refusals.ts';
