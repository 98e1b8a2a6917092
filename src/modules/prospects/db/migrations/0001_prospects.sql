-- Prospect files, the prospects that came out of them, and the people who must not be called again.

create table prospect_imports (
  tenant_id uuid not null,
  import_id uuid not null,
  mission_id uuid not null,
  client_id uuid not null,
  dossier_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  byte_length bigint not null,
  status text not null check (status in ('analysed', 'waiting', 'running', 'done', 'failed', 'undone')),
  -- How the file is read and what its columns hold: what was detected, then what the person confirmed.
  format jsonb not null,
  title_lines text[] not null,
  proposals jsonb not null,
  mapping jsonb not null,
  options jsonb not null,
  rows_done integer not null default 0,
  -- An import that runs says so every second: one that stopped saying it is taken up again.
  heartbeat_at timestamptz,
  counts jsonb,
  quality_score smallint,
  failure_code text,
  uploaded_at timestamptz not null,
  uploaded_by jsonb not null,
  confirmed_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  undo jsonb,
  primary key (tenant_id, import_id)
);
create index prospect_imports_of_mission on prospect_imports (tenant_id, mission_id, uploaded_at desc);
create index prospect_imports_under_way on prospect_imports (heartbeat_at) where status in ('waiting', 'running');
select cadran_protect('prospect_imports');

-- Every row of a file that did not become a prospect, and why. What became one keeps its notes on the prospect.
create table prospect_import_rows (
  tenant_id uuid not null,
  import_id uuid not null,
  row_no integer not null,
  line_no integer not null,
  verdict text not null check (verdict in ('rejected', 'duplicate', 'suppressed')),
  code text not null,
  field text,
  given text,
  first_row integer,
  primary key (tenant_id, import_id, row_no),
  foreign key (tenant_id, import_id) references prospect_imports (tenant_id, import_id)
);
select cadran_protect('prospect_import_rows');

create table prospects (
  tenant_id uuid not null,
  prospect_id uuid not null,
  mission_id uuid not null,
  client_id uuid not null,
  import_id uuid,
  row_no integer,
  company text,
  siret text,
  siren text,
  civility text,
  first_name text,
  last_name text,
  job_title text,
  phone text not null check (phone ~ '^\+[1-9][0-9]{5,14}$'),
  phone_kind text not null check (phone_kind in ('landline', 'mobile', 'special')),
  phone_country text not null,
  other_phone text,
  -- Keyed hashes, compared with the suppression list, which holds no number.
  phone_hash bytea not null,
  other_phone_hash bytea,
  email text,
  address text,
  postal_code text,
  city text,
  department text,
  zone text not null,
  time_zone text not null,
  naf text,
  headcount text,
  comment text,
  extra jsonb,
  contact_class text not null check (contact_class in ('ENTREPRISE', 'EI_PRO', 'PERSO')),
  import_notes text[] not null default '{}',
  source text,
  collected_on date,
  added_at timestamptz not null,
  status text not null default 'to_call' check (status in ('to_call', 'leased', 'to_retry', 'callback', 'closed', 'suppressed')),
  priority smallint not null default 5 check (priority between 0 and 9),
  -- When it may be served: at once for a new one, the hour agreed for a callback.
  next_at timestamptz not null,
  attempts integer not null default 0,
  last_attempt_at timestamptz,
  leased_by uuid,
  leased_until timestamptz,
  -- Where an expired lease puts the prospect back.
  resume_status text check (resume_status in ('to_call', 'to_retry', 'callback')),
  callback_owner uuid,
  callback_note text,
  last_code text,
  closed_at timestamptz,
  suppressed_at timestamptz,
  primary key (tenant_id, prospect_id),
  -- One number is called once per mission, whatever the number of files. Phone first: an objection finds all its prospects.
  unique (tenant_id, phone, mission_id),
  check ((status = 'leased') = (leased_by is not null and leased_until is not null and resume_status is not null)),
  check ((status = 'suppressed') = (suppressed_at is not null))
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

create index prospects_of_mission on prospects (tenant_id, mission_id, prospect_id);
create index prospects_by_siret on prospects (tenant_id, siret) where siret is not null;
create index prospects_by_other_phone on prospects (tenant_id, other_phone) where other_phone is not null;
-- The next one to call: one short descent for each of the ten priorities, whatever waits behind.
create index prospects_next on prospects (tenant_id, mission_id, priority desc, next_at) where status in ('to_call', 'to_retry');
create index prospects_callbacks on prospects (tenant_id, mission_id, next_at) where status = 'callback';
create index prospects_leased on prospects (tenant_id, mission_id, leased_by) where status = 'leased';
select cadran_protect('prospects');
-- With statistics, the planner takes an organisation or a mission it has not counted yet for empty, finds every index as
-- good as the next, and reads all of its rows for each number looked up: an import that doubles takes four times as long.
-- Without, it supposes a fixed share and always takes the index that names the number.
alter table prospects alter column tenant_id set statistics 0, alter column mission_id set statistics 0;

-- What happened to a prospect, in order, for its card and for access requests (GDPR art. 15).
create table prospect_events (
  tenant_id uuid not null,
  prospect_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  type text not null,
  actor jsonb not null,
  details jsonb not null,
  primary key (tenant_id, prospect_id, event_id)
);
select cadran_protect('prospect_events', append_only => true);

-- People who said no. Never removed (GDPR art. 21), and no number is stored: a keyed hash is enough to recognise it.
create table suppressions (
  tenant_id uuid not null,
  suppression_id uuid not null,
  scope text not null check (scope in ('provider', 'client', 'mission')),
  client_id uuid,
  mission_id uuid,
  phone_hash bytea not null check (length(phone_hash) = 16),
  reason text not null,
  source text not null check (source in ('call', 'entry', 'file')),
  recorded_at timestamptz not null,
  recorded_by jsonb not null,
  primary key (tenant_id, suppression_id),
  unique nulls not distinct (tenant_id, phone_hash, scope, client_id, mission_id),
  check ((scope = 'provider') = (client_id is null)),
  check ((scope = 'mission') = (mission_id is not null))
);
select cadran_protect('suppressions', append_only => true);
alter table suppressions alter column tenant_id set statistics 0;

-- Proves at start that the key that hashes numbers is still the one that wrote the list: another key would see no objection.
create table suppression_keys (
  tenant_id uuid primary key,
  check_hash bytea not null,
  first_used_at timestamptz not null
);
select cadran_protect('suppression_keys', append_only => true);
