-- Calls: what the gate said, what the line saw, what the caller declared, what was kept of the sound.

-- Every verdict, allowed or not, exactly as it was given. Never changed.
create table gate_verdicts (
  tenant_id uuid not null,
  verdict_id uuid not null,
  mission_id uuid not null,
  dossier_id uuid not null,
  prospect_id uuid not null,
  -- Null when the call was refused: there is no attempt.
  attempt_id uuid,
  caller_id uuid not null,
  caller_name text not null,
  line text not null check (line in ('simulated', 'manual')),
  at timestamptz not null,
  allowed boolean not null,
  checks jsonb not null,
  sentence_fr text not null,
  sentence_en text not null,
  next_eligible_at timestamptz,
  terms_version integer,
  terms_sha256 text,
  primary key (tenant_id, verdict_id),
  check (allowed = (attempt_id is not null)),
  check (not allowed or terms_version is not null)
);
create index gate_verdicts_of_mission on gate_verdicts (tenant_id, mission_id, at desc);
select cadran_protect('gate_verdicts', append_only => true);

create table call_attempts (
  tenant_id uuid not null,
  attempt_id uuid not null,
  mission_id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  prospect_id uuid not null,
  verdict_id uuid not null,
  caller_id uuid not null,
  caller_name text not null,
  line text not null check (line in ('simulated', 'manual')),
  evidence text not null check (evidence in ('server', 'provider', 'client', 'declared', 'simulated')),
  to_number text not null,
  from_number text not null,
  terms_version integer not null,
  script_version integer,
  phase text not null check (phase in ('allowed', 'dialing', 'ringing', 'answered', 'ended', 'qualified')),
  requested_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  cause text,
  talk_ms integer not null default 0 check (talk_ms >= 0),
  events_sha256 text,
  outcome text check (outcome in ('NRP', 'OCC', 'REP', 'BAR', 'ABS', 'RAP', 'FNX', 'DBL', 'HC', 'CA-', 'CA0', 'RDV', 'OPP', 'TEC')),
  outcome_at timestamptz,
  outcome_reason text,
  outcome_note text,
  -- What the outcome counts as, copied from the catalogue of that day.
  is_answered boolean,
  is_useful boolean,
  is_argued boolean,
  -- A technical incident is not an attempt on anyone.
  counts boolean not null default true,
  callback_at timestamptz,
  appointment_id uuid,
  -- The person objected to being called: the suppression was written at this moment, before anyone was told.
  opposed_at timestamptz,
  recording_objected boolean not null default false,
  primary key (tenant_id, attempt_id),
  foreign key (tenant_id, verdict_id) references gate_verdicts (tenant_id, verdict_id),
  check ((phase = 'qualified') = (outcome is not null)),
  check (phase not in ('ended', 'qualified') or ended_at is not null)
) with (fillfactor = 85);
create index call_attempts_of_mission on call_attempts (tenant_id, mission_id, requested_at desc);
create index call_attempts_of_prospect on call_attempts (tenant_id, prospect_id, requested_at desc);
create index call_attempts_to_number on call_attempts (tenant_id, to_number, requested_at desc);
create index call_attempts_open on call_attempts (requested_at) where phase in ('allowed', 'dialing', 'ringing', 'answered');
select cadran_protect('call_attempts');

-- What the line said, in its order. Never changed.
create table call_events (
  tenant_id uuid not null,
  attempt_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  media_ms integer,
  source text not null,
  type text not null,
  details jsonb not null,
  primary key (tenant_id, attempt_id, seq),
  foreign key (tenant_id, attempt_id) references call_attempts (tenant_id, attempt_id)
);
select cadran_protect('call_events', append_only => true);

-- A criterion heard during a call, at its second; the last word on each criterion counts.
create table criterion_marks (
  tenant_id uuid not null,
  attempt_id uuid not null,
  mark_id uuid not null,
  criterion_id text not null,
  state text not null check (state in ('met', 'not_met', 'unknown')),
  moment_seconds integer check (moment_seconds >= 0),
  at timestamptz not null,
  primary key (tenant_id, attempt_id, mark_id),
  foreign key (tenant_id, attempt_id) references call_attempts (tenant_id, attempt_id)
);
select cadran_protect('criterion_marks', append_only => true);

create table recordings (
  tenant_id uuid not null,
  recording_id uuid not null,
  attempt_id uuid not null,
  mission_id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  -- held: the call is over, its outcome is not said yet. purged: the key is destroyed, this row is the tombstone.
  status text not null check (status in ('held', 'kept', 'purged')),
  evidence text not null,
  duration_ms integer not null,
  legs_sha256 text not null check (length(legs_sha256) = 64),
  legs_bytes integer not null,
  gaps jsonb not null,
  ogg_sha256 text,
  ogg_bytes integer,
  peaks_bytes integer,
  sealed_at timestamptz not null,
  keep_until timestamptz,
  -- While an appointment is disputed nothing is purged.
  legal_hold boolean not null default false,
  purged_at timestamptz,
  purge_reason text,
  primary key (tenant_id, recording_id),
  unique (tenant_id, attempt_id),
  check ((status = 'purged') = (purged_at is not null and purge_reason is not null)),
  check (status <> 'kept' or keep_until is not null)
);
create index recordings_due on recordings (keep_until) where status = 'kept';
create index recordings_held on recordings (sealed_at) where status = 'held';
select cadran_protect('recordings');

-- Who listened to what, for the callee who asks and for the client who refuses.
create table recording_listens (
  tenant_id uuid not null,
  recording_id uuid not null,
  listen_id uuid not null,
  at timestamptz not null,
  listener_kind text not null,
  listener_id text,
  listener_name text not null,
  from_byte bigint not null,
  to_byte bigint not null,
  primary key (tenant_id, recording_id, listen_id)
);
select cadran_protect('recording_listens', append_only => true);

create table production_sessions (
  tenant_id uuid not null,
  session_id uuid not null,
  mission_id uuid not null,
  dossier_id uuid not null,
  caller_id uuid not null,
  caller_name text not null,
  started_at timestamptz not null,
  stopped_at timestamptz,
  minutes integer check (minutes >= 0),
  -- measured: started and stopped on the screen. declared: typed afterwards.
  evidence text not null check (evidence in ('measured', 'declared')),
  stop_reason text,
  primary key (tenant_id, session_id),
  check ((stopped_at is null) = (minutes is null)),
  check (stopped_at is null or stopped_at >= started_at)
);
create unique index one_open_session on production_sessions (tenant_id, mission_id, caller_id) where stopped_at is null;
create index production_sessions_of_mission on production_sessions (tenant_id, mission_id, started_at);
select cadran_protect('production_sessions');

create table call_scripts (
  tenant_id uuid not null,
  mission_id uuid not null,
  version integer not null check (version > 0),
  body text not null check (length(body) between 1 and 20000),
  sha256 text not null,
  written_at timestamptz not null,
  written_by text not null,
  primary key (tenant_id, mission_id, version)
);
select cadran_protect('call_scripts', append_only => true);

create table script_approvals (
  tenant_id uuid not null,
  mission_id uuid not null,
  version integer not null,
  approved_at timestamptz not null,
  -- client: by the client itself. declared: the provider says that the client agreed.
  evidence text not null check (evidence in ('client', 'declared')),
  approved_by text not null,
  primary key (tenant_id, mission_id, version),
  foreign key (tenant_id, mission_id, version) references call_scripts (tenant_id, mission_id, version)
);
select cadran_protect('script_approvals', append_only => true);
