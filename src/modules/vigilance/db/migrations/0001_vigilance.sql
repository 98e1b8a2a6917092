-- The provider's three documents (C. trav. D8222-5): deposited once for the organisation, never changed; a newer one replaces by its date.
create table vigilance_documents (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('urssaf', 'registration', 'foreign_workers')),
  file_id uuid not null,
  file_name text not null,
  sha256 text not null,
  byte_length bigint not null,
  media_type text not null,
  issued_on date not null,
  valid_through date not null,
  security_code text,
  deposited_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references files (tenant_id, file_id),
  check (issued_on <= valid_through),
  -- The Urssaf's attestation is worth what its code proves.
  check (kind <> 'urssaf' or security_code is not null)
);
create index vigilance_documents_by_kind on vigilance_documents (tenant_id, kind, valid_through desc);
select cadran_protect('vigilance_documents', append_only => true);

-- Each client's own check: the duty of vigilance is the client's, and this is its proof.
create table vigilance_checks (
  tenant_id uuid not null,
  document_id uuid not null,
  client_id uuid not null,
  verdict text not null check (verdict in ('authentic', 'doubtful')),
  checked_by text not null,
  checked_at timestamptz not null,
  primary key (tenant_id, document_id, client_id, checked_at),
  foreign key (tenant_id, document_id) references vigilance_documents (tenant_id, id)
);
select cadran_protect('vigilance_checks', append_only => true);

-- One reminder per document kind, end of validity and step, however often the deadline is watched.
create table vigilance_reminders (
  tenant_id uuid not null,
  kind text not null,
  valid_through date not null,
  step integer not null,
  sent_at timestamptz not null,
  primary key (tenant_id, kind, valid_through, step)
);
select cadran_protect('vigilance_reminders', append_only => true);
