-- A mission exists only because signed terms opened it; terms_versions holds those terms.
create table missions (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  quote_id uuid not null,
  name text not null,
  status text not null check (status in ('open', 'paused', 'closed')),
  status_reason text,
  opened_at timestamptz not null,
  starts_on date not null,
  ends_on date not null,
  version integer not null,
  primary key (tenant_id, id),
  -- One signature opens one mission, however often its event is told.
  unique (tenant_id, quote_id)
);
create index missions_by_dossier on missions (tenant_id, dossier_id);
select cadran_protect('missions');

create table mission_callers (
  tenant_id uuid not null,
  mission_id uuid not null,
  user_id uuid not null,
  display_name text not null,
  admitted_at timestamptz not null,
  primary key (tenant_id, mission_id, user_id),
  foreign key (tenant_id, mission_id) references missions (tenant_id, id)
);
select cadran_protect('mission_callers');
