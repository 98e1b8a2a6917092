-- The evidence bundles that were asked for, with their progress; the zip itself is a file.
create table bundles (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  state text not null check (state in ('preparing', 'ready', 'failed')),
  done integer not null default 0,
  total integer not null default 0,
  file_id uuid,
  sha256 text,
  byte_length bigint,
  asked_by text not null,
  asked_at timestamptz not null,
  ready_at timestamptz,
  failure text,
  primary key (tenant_id, id),
  check ((state = 'ready') = (file_id is not null))
);
create index bundles_of_dossier on bundles (tenant_id, dossier_id, asked_at desc);
select cadran_protect('bundles');
