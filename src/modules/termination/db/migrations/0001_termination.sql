-- How a contract ends early: by notice, or for a breach after a formal demand. One procedure at a time for one mission or framework.
create table resiliations (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  subject_type text not null check (subject_type in ('mission', 'framework')),
  subject_id uuid not null,
  path text not null check (path in ('at_will', 'breach')),
  by_party text not null check (by_party in ('provider', 'client')),
  state text not null check (state in ('demanded', 'cure_running', 'uncured', 'cured', 'notified', 'notice_running', 'effective', 'withdrawn')),
  -- What is held against the other side: term, article, words, evidence.
  breach jsonb,
  notice_days integer not null check (notice_days between 0 and 730),
  reasons text not null default '',
  cure_until timestamptz,
  -- From this instant nothing is executed any more; set when the letter is served.
  effective_at timestamptz,
  consequences jsonb,
  opened_at timestamptz not null,
  version integer not null,
  primary key (tenant_id, id),
  check ((path = 'breach') = (breach is not null)),
  check (state not in ('notice_running', 'effective') or effective_at is not null)
);
create unique index one_resiliation_at_a_time on resiliations (tenant_id, subject_type, subject_id) where state not in ('cured', 'withdrawn');
create index resiliations_of_dossier on resiliations (tenant_id, dossier_id);
select cadran_protect('resiliations');

-- The letters. What they say never changes; being filed and being served are added once.
create table notices (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  about_type text not null check (about_type in ('resiliation', 'suspension')),
  about_id uuid not null,
  kind text not null check (kind in ('mise_en_demeure', 'resiliation', 'suspension', 'resumption')),
  from_party text not null check (from_party in ('provider', 'client')),
  content jsonb not null,
  sent_at timestamptz not null,
  document_id uuid,
  served_on date,
  served_at timestamptz,
  served_how text check (served_how in ('read', 'registered')),
  served_to text,
  registered_number text,
  primary key (tenant_id, id),
  check ((served_on is null) = (served_how is null))
);
create index notices_about on notices (tenant_id, about_type, about_id);
create index notices_of_subject on notices (tenant_id, subject_type, subject_id);
select cadran_protect('notices');

create table suspensions (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  mission_id uuid not null,
  by_party text not null check (by_party in ('provider', 'client')),
  ground text not null check (ground in ('receivable_cap', 'non_performance')),
  reason text not null,
  overdue_cents bigint,
  cap_cents bigint,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  check (ended_at is null or ended_at >= began_at)
);
create unique index one_suspension_at_a_time on suspensions (tenant_id, mission_id) where ended_at is null;
select cadran_protect('suspensions');

create table handovers (
  tenant_id uuid not null,
  mission_id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  ended_on date not null,
  due_on date not null,
  opened_at timestamptz not null,
  attested_at timestamptz,
  document_id uuid,
  primary key (tenant_id, mission_id)
);
select cadran_protect('handovers');

create table handover_items (
  tenant_id uuid not null,
  mission_id uuid not null,
  item text not null check (item in ('enriched_file', 'scripts', 'recordings', 'final_report', 'deliverables', 'suppression_list')),
  owner text not null check (owner in ('client', 'provider')),
  delivered_at timestamptz,
  delivered_by text,
  sha256 text,
  -- Nothing is destroyed without the word of the one it belongs to.
  destruction_ordered_at timestamptz,
  destruction_ordered_by text,
  destroyed_at timestamptz,
  destroyed_by text,
  method text,
  primary key (tenant_id, mission_id, item),
  foreign key (tenant_id, mission_id) references handovers (tenant_id, mission_id),
  check (destroyed_at is null or destruction_ordered_at is not null)
);
select cadran_protect('handover_items');

-- One alarm per deadline and step, however often it is watched.
create table deadline_alarms (
  tenant_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  kind text not null,
  due_on date not null,
  step integer not null,
  sent_at timestamptz not null,
  primary key (tenant_id, subject_type, subject_id, kind, due_on, step)
);
select cadran_protect('deadline_alarms', append_only => true);

-- A calendar that a person subscribes to; only the hash of its token is kept.
create table calendar_feeds (
  tenant_id uuid not null,
  id uuid not null,
  token_hash text not null,
  person text not null,
  client_id uuid,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash)
);
select cadran_protect('calendar_feeds');
