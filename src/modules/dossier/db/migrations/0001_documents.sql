-- Every frozen document of a dossier. A row never changes: a signed version is a new row that points at the one it replaces.
create table documents (
  tenant_id    uuid        not null,
  document_id  uuid        not null,
  dossier_id   uuid        not null,
  kind         text        not null check (kind in ('contract', 'evidence', 'report', 'invoice', 'scan')),
  title        text        not null check (title <> ''),
  file_id      uuid        not null,
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_length  bigint      not null check (byte_length > 0),
  media_type   text        not null,
  -- Who the document belongs to in the business: a quote, an invoice, a report, a signature.
  subject_type text        not null,
  subject_id   uuid        not null,
  replaces     uuid,
  frozen_at    timestamptz not null,
  primary key (tenant_id, document_id),
  foreign key (tenant_id, file_id) references files (tenant_id, file_id),
  foreign key (tenant_id, replaces) references documents (tenant_id, document_id),
  -- A version has one successor: two signed files of one original would be two truths.
  unique (tenant_id, replaces)
);
create index documents_of_dossier on documents (tenant_id, dossier_id, frozen_at);
create index documents_of_subject on documents (tenant_id, subject_type, subject_id);
select cadran_protect('documents', append_only => true);
