import { sql, type Selectable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import type { AppointmentId, ClientId, MissionId, RecordingId } from '../../../shared/ids.ts';
import { cents } from '../../../shared/money.ts';
import type { Appointment, Contest, Mark, Refusal, Ruling } from '../domain/appointment.ts';
import type { AppointmentsTables } from './tables.ts';

type Row = Selectable<AppointmentsTables['appointments']>;

export const refOf = (ordinal: number): string => `RDV-${String(ordinal).padStart(2, '0')}`;

const appointmentFrom = (row: Row): Appointment =>
  ({
    id: row.id,
    missionId: row.mission_id,
    dossierId: row.dossier_id,
    clientId: row.client_id,
    ref: refOf(row.ordinal),
    attemptId: row.attempt_id,
    prospectId: row.prospect_id,
    company: row.company,
    contactName: row.contact_name,
    contactRole: row.contact_role,
    phone: row.phone,
    meetingAt: row.meeting_at,
    meetingPlace: row.meeting_place,
    note: row.note,
    marks: row.marks as Mark[],
    bookedAt: row.booked_at,
    bookedBy: row.booked_by,
    callerName: row.caller_name,
    evidenceLevel: row.evidence_level,
    recordingId: row.recording_id,
    termsVersion: row.terms_version,
    priceCents: cents(row.price_cents),
    reviewBy: row.review_by,
    refusal: row.refusal as Refusal | null,
    contestBy: row.contest_by,
    contest: row.contest as Contest | null,
    ruling: row.ruling as Ruling | null,
    meetingOutcome: row.meeting_outcome,
    version: row.version,
    // The table's checks hold the three together, as the union does.
    state: row.state,
    acceptedBy: row.accepted_by,
    decidedAt: row.decided_at,
  }) as Appointment;

const appointmentsOf = (tx: Tx) =>
  tables<AppointmentsTables>(tx).selectFrom('appointments').selectAll().where('tenant_id', '=', tx.tenantId);

export const appointmentById = async (tx: Tx, id: AppointmentId): Promise<Appointment | undefined> => {
  const row = await appointmentsOf(tx).where('id', '=', id).executeTakeFirst();
  return row && appointmentFrom(row);
};

/** The same, held until the end of the transaction: of two tabs, one accepting and one refusing, the second is told. */
export const lockAppointment = async (tx: Tx, id: AppointmentId): Promise<Appointment | undefined> => {
  const row = await appointmentsOf(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && appointmentFrom(row);
};

export type AppointmentFilter = { missionId?: MissionId; clientId?: ClientId; states?: readonly Appointment['state'][] };

/** Appointments by deadline while they wait, then by booking. */
export const appointmentList = async (tx: Tx, { missionId, clientId, states }: AppointmentFilter): Promise<Appointment[]> => {
  let query = appointmentsOf(tx).orderBy('review_by').orderBy('ordinal').limit(1000);
  if (missionId) query = query.where('mission_id', '=', missionId);
  if (clientId) query = query.where('client_id', '=', clientId);
  if (states?.length) query = query.where('state', 'in', [...states]);
  return (await query.execute()).map(appointmentFrom);
};

/** How many were booked on the mission, with the mission's counter held until commit so that refs have no gap. */
export const lockBookings = async (tx: Tx, missionId: MissionId): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`appointments:${tx.tenantId}:${missionId}`}, 0))`.execute(tx.sql);
  const row = await tables<AppointmentsTables>(tx)
    .selectFrom('appointments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
};

export const insertAppointment = (tx: Tx, appointment: Appointment, ordinal: number) =>
  tables<AppointmentsTables>(tx)
    .insertInto('appointments')
    .values({ tenant_id: tx.tenantId, ordinal, ...rowOf(appointment) })
    .execute();

export const saveAppointment = (tx: Tx, appointment: Appointment) =>
  tables<AppointmentsTables>(tx)
    .updateTable('appointments')
    .set(rowOf(appointment))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', appointment.id)
    .execute();

/** The sealed sound arrives after the call ended. */
export const attachRecording = (tx: Tx, id: AppointmentId, recordingId: RecordingId) =>
  tables<AppointmentsTables>(tx)
    .updateTable('appointments')
    .set({ recording_id: recordingId })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

const rowOf = (appointment: Appointment) => ({
  id: appointment.id,
  mission_id: appointment.missionId,
  dossier_id: appointment.dossierId,
  client_id: appointment.clientId,
  attempt_id: appointment.attemptId,
  prospect_id: appointment.prospectId,
  company: appointment.company,
  contact_name: appointment.contactName,
  contact_role: appointment.contactRole,
  phone: appointment.phone,
  meeting_at: appointment.meetingAt,
  meeting_place: appointment.meetingPlace,
  note: appointment.note,
  marks: JSON.stringify(appointment.marks),
  booked_at: appointment.bookedAt,
  booked_by: appointment.bookedBy,
  caller_name: appointment.callerName,
  evidence_level: appointment.evidenceLevel,
  recording_id: appointment.recordingId,
  terms_version: appointment.termsVersion,
  price_cents: appointment.priceCents,
  state: appointment.state,
  review_by: appointment.reviewBy,
  accepted_by: appointment.acceptedBy,
  decided_at: appointment.decidedAt,
  refusal: json(appointment.refusal),
  contest_by: appointment.contestBy,
  contest: json(appointment.contest),
  ruling: json(appointment.ruling),
  meeting_outcome: appointment.meetingOutcome,
  version: appointment.version,
});
