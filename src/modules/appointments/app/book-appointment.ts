import type { Tx } from '../../../platform/db/index.ts';
import { recordFacts } from '../../../platform/journal/index.ts';
import { announce } from '../../../platform/live/index.ts';
import {
  type AppointmentId,
  newId,
  type AttemptId,
  type ClientId,
  type DossierId,
  type MissionId,
  type ProspectId,
  type RecordingId,
  type UserId,
} from '../../../shared/ids.ts';
import { civilDateOf, type Instant } from '../../../shared/time.ts';
import { type Terms, type TermsVersion, volumePeriodAt } from '../../contracts/index.ts';
import { appointmentList, insertAppointment, lockBookings, refOf } from '../db/appointments.store.ts';
import type { AppointmentBooked, EvidenceLevel, Mark } from '../domain/appointment.ts';
import { bookAppointment } from '../domain/book-appointment.ts';

export type NewAppointment = {
  missionId: MissionId;
  dossierId: DossierId;
  clientId: ClientId;
  attemptId: AttemptId;
  prospectId: ProspectId;
  company: string;
  contactName: string;
  contactRole: string | null;
  phone: string;
  meetingAt: Instant;
  meetingPlace: string;
  note: string;
  marks: readonly Mark[];
  bookedBy: UserId;
  callerName: string;
  evidenceLevel: EvidenceLevel;
  recordingId: RecordingId | null;
};

/** Books an appointment inside the transaction that ends the call: both are kept, or neither. */
export const bookInTransaction = async (tx: Tx, booking: NewAppointment, { version, content }: TermsVersion) => {
  const alreadyBooked = await lockBookings(tx, booking.missionId);
  const ref = refOf(alreadyBooked + 1);
  const appointmentId = newId<AppointmentId>();
  const decision = bookAppointment(
    { appointmentId, ref, ...booking },
    {
      terms: content.terms,
      termsVersion: version,
      bookedInPeriod: await bookedInPeriod(tx, booking.missionId, content.terms, alreadyBooked),
      now: tx.now,
    },
  );
  if (!decision.ok) return decision;

  const [fact] = decision.facts as [AppointmentBooked];
  await insertAppointment(
    tx,
    {
      ...booking,
      id: appointmentId,
      ref,
      bookedAt: tx.now,
      termsVersion: version,
      priceCents: fact.priceCents,
      reviewBy: fact.reviewBy,
      refusal: null,
      contestBy: null,
      contest: null,
      ruling: null,
      meetingOutcome: null,
      version: 1,
      state: 'to_review',
      acceptedBy: null,
      decidedAt: null,
    },
    alreadyBooked + 1,
  );
  await recordFacts<AppointmentBooked>(tx, {
    dossierId: booking.dossierId,
    stream: { type: 'appointment', id: appointmentId },
    expectedVersion: 0,
    facts: [fact],
  });
  announce(tx, { topic: `mission:${booking.missionId}` });
  return { ...decision, appointmentId };
};

const bookedInPeriod = async (tx: Tx, missionId: MissionId, terms: Terms, ever: number): Promise<number> => {
  if (terms.volumes.period === 'mission') return ever;
  const { from, to } = volumePeriodAt(terms, civilDateOf(tx.now));
  const booked = await appointmentList(tx, { missionId });
  return booked.map(({ bookedAt }) => civilDateOf(bookedAt)).filter((day) => day >= from && day <= to).length;
};

/** For the calls module: a refusal there means that nothing of the call's outcome is kept either. */
export type Booked = Awaited<ReturnType<typeof bookInTransaction>>;
