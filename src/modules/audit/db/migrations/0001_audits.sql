-- An audit is kept only when somebody files it in a dossier: then with the text that was read, so that its findings can be
-- computed again, and the risks that were accepted, each with its reason.
create table audits (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  title text not null,
  documents jsonb not null,
  findings jsonb not null,
  accepted jsonb not null,
  score int not null check (score between 0 and 100),
  document_id uuid not null,
  filed_at timestamptz not null,
  primary key (tenant_id, id)
);
create index audits_by_dossier on audits (tenant_id, dossier_id, filed_at);
select cadran_protect('audits', append_only => true);
