export { bookInTransaction, type Booked, type NewAppointment } from './app/book-appointment.ts';
export { appointmentById, appointmentList, attachRecording } from './db/appointments.store.ts';
