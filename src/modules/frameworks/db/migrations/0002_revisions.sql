-- What was sent under the same number before the revision in force. Frozen and readable for ever; no longer signed.
create table framework_revisions (
  tenant_id            uuid        not null,
  framework_id         uuid        not null,
  revision             integer     not null check (revision >= 1),
  content              jsonb       not null,
  content_sha256       text        not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  document_id          uuid        not null,
  signature_request_id uuid,
  sent_at              timestamptz not null,
  replaced_at          timestamptz not null,
  -- Who had already signed it: [{ party, name, signedAt }]. The revision voids these signatures in the open.
  voids                jsonb       not null default '[]',
  primary key (tenant_id, framework_id, revision),
  foreign key (tenant_id, framework_id) references frameworks (tenant_id, id)
);
select cadran_protect('framework_revisions', append_only => true);

-- The revision that is offered now.
alter table frameworks add column sent_revision integer not null default 1 check (sent_revision >= 1);
