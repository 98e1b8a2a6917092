import type {
  AppointmentId,
  AttemptId,
  ClientId,
  DossierId,
  MissionId,
  ProspectId,
  RecordingId,
  TenantId,
  UserId,
} from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Appointment, EvidenceLevel, MeetingOutcome } from '../domain/appointment.ts';

export type AppointmentsTables = {
  appointments: {
    tenant_id: TenantId;
    id: AppointmentId;
    mission_id: MissionId;
    dossier_id: DossierId;
    client_id: ClientId;
    ordinal: number;
    attempt_id: AttemptId;
    prospect_id: ProspectId;
    company: string;
    contact_name: string;
    contact_role: string | null;
    phone: string;
    meeting_at: Instant;
    meeting_place: string;
    note: string;
    /** jsonb columns: written as JSON text, read as values. */
    marks: unknown;
    booked_at: Instant;
    booked_by: UserId;
    caller_name: string;
    evidence_level: EvidenceLevel;
    recording_id: RecordingId | null;
    terms_version: number;
    price_cents: number;
    state: Appointment['state'];
    review_by: Instant;
    accepted_by: Appointment['acceptedBy'];
    decided_at: Instant | null;
    refusal: unknown;
    contest_by: Instant | null;
    contest: unknown;
    ruling: unknown;
    meeting_outcome: MeetingOutcome | null;
    version: number;
  };
};
