-- A report freezes the figures of a period; what is corrected afterwards appears in the next one.
create table reports (
  tenant_id uuid not null,
  id uuid not null,
  mission_id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('weekly', 'final')),
  label text not null,
  period_from date not null,
  period_to date not null,
  snapshot jsonb not null,
  snapshot_sha256 text not null check (length(snapshot_sha256) = 64),
  notes jsonb not null,
  frozen_at timestamptz not null,
  primary key (tenant_id, id),
  -- One report a period: asked twice, it is the same one.
  unique (tenant_id, mission_id, kind, period_from)
);
create index reports_by_mission on reports (tenant_id, mission_id, frozen_at);
select cadran_protect('reports', append_only => true);
