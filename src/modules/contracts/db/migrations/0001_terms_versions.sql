-- The signed terms of each mission, one row per version, never changed: what came before is judged by what was signed then.
create table terms_versions (
  tenant_id uuid not null,
  mission_id uuid not null,
  version integer not null check (version > 0),
  dossier_id uuid not null,
  effective_at timestamptz not null,
  content jsonb not null,
  sha256 text not null check (length(sha256) = 64),
  primary key (tenant_id, mission_id, version)
);
select cadran_protect('terms_versions', append_only => true);
