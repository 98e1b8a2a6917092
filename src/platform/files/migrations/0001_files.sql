-- What is known of each kept file; the bytes are on disk, named by their SHA-256.
create table files (
  tenant_id   uuid        not null,
  file_id     uuid        not null,
  sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_length bigint      not null check (byte_length >= 0),
  name        text        not null,
  media_type  text        not null,
  stored_at   timestamptz not null,
  erased_at   timestamptz,
  primary key (tenant_id, file_id)
);
create index files_by_content on files (tenant_id, sha256);
select cadran_protect('files', append_only => true);
-- A file's bytes may be forgotten; nothing else about it ever changes.
grant update (erased_at) on files to cadran_app;
