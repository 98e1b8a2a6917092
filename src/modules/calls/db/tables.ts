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
import type { CallPhase } from '../domain/call-state.ts';
import type { EvidenceLevel, LineId } from '../domain/line.ts';
import type { OutcomeCode } from '../domain/outcomes.ts';

/** Columns as they are read; jsonb columns are written as JSON text. */
export type CallsTables = {
  gate_verdicts: {
    tenant_id: TenantId;
    verdict_id: string;
    mission_id: MissionId;
    dossier_id: DossierId;
    prospect_id: ProspectId;
    attempt_id: AttemptId | null;
    caller_id: UserId;
    caller_name: string;
    line: LineId;
    at: Instant;
    allowed: boolean;
    checks: unknown;
    sentence_fr: string;
    sentence_en: string;
    next_eligible_at: Instant | null;
    terms_version: number | null;
    terms_sha256: string | null;
  };
  call_attempts: {
    tenant_id: TenantId;
    attempt_id: AttemptId;
    mission_id: MissionId;
    dossier_id: DossierId;
    client_id: ClientId;
    prospect_id: ProspectId;
    verdict_id: string;
    caller_id: UserId;
    caller_name: string;
    line: LineId;
    evidence: EvidenceLevel;
    to_number: string;
    from_number: string;
    terms_version: number;
    script_version: number | null;
    phase: CallPhase;
    requested_at: Instant;
    answered_at: Instant | null;
    ended_at: Instant | null;
    ended_by: string | null;
    cause: string | null;
    talk_ms: number;
    events_sha256: string | null;
    outcome: OutcomeCode | null;
    outcome_at: Instant | null;
    outcome_reason: string | null;
    outcome_note: string | null;
    is_answered: boolean | null;
    is_useful: boolean | null;
    is_argued: boolean | null;
    counts: boolean;
    callback_at: Instant | null;
    appointment_id: AppointmentId | null;
    opposed_at: Instant | null;
    recording_objected: boolean;
  };
  call_events: {
    tenant_id: TenantId;
    attempt_id: AttemptId;
    seq: number;
    at: Instant;
    media_ms: number | null;
    source: string;
    type: string;
    details: unknown;
  };
  criterion_marks: {
    tenant_id: TenantId;
    attempt_id: AttemptId;
    mark_id: string;
    criterion_id: string;
    state: 'met' | 'not_met' | 'unknown';
    moment_seconds: number | null;
    at: Instant;
  };
  recordings: {
    tenant_id: TenantId;
    recording_id: RecordingId;
    attempt_id: AttemptId;
    mission_id: MissionId;
    dossier_id: DossierId;
    client_id: ClientId;
    status: 'held' | 'kept' | 'purged';
    evidence: EvidenceLevel;
    duration_ms: number;
    legs_sha256: string;
    legs_bytes: number;
    gaps: unknown;
    ogg_sha256: string | null;
    ogg_bytes: number | null;
    peaks_bytes: number | null;
    sealed_at: Instant;
    keep_until: Instant | null;
    legal_hold: boolean;
    purged_at: Instant | null;
    purge_reason: string | null;
  };
  recording_listens: {
    tenant_id: TenantId;
    recording_id: RecordingId;
    listen_id: string;
    at: Instant;
    listener_kind: string;
    listener_id: string | null;
    listener_name: string;
    from_byte: number;
    to_byte: number;
  };
  production_sessions: {
    tenant_id: TenantId;
    session_id: string;
    mission_id: MissionId;
    dossier_id: DossierId;
    caller_id: UserId;
    caller_name: string;
    started_at: Instant;
    stopped_at: Instant | null;
    minutes: number | null;
    evidence: 'measured' | 'declared';
    stop_reason: string | null;
  };
  call_scripts: {
    tenant_id: TenantId;
    mission_id: MissionId;
    version: number;
    body: string;
    sha256: string;
    written_at: Instant;
    written_by: string;
  };
  script_approvals: {
    tenant_id: TenantId;
    mission_id: MissionId;
    version: number;
    approved_at: Instant;
    evidence: 'client' | 'declared';
    approved_by: string;
  };
};
