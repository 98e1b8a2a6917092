-- Framework agreements: the rules of a lasting relation, completed by an order for each mission.
create table frameworks (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  title text not null,
  status text not null check (status in ('draft', 'sent', 'signed', 'refused', 'expired', 'withdrawn', 'ended')),
  -- What the editor holds; it stops changing at sending, when `content` is frozen.
  draft jsonb not null,
  selection jsonb,
  revision integer not null,
  valid_until date,
  number text,
  content jsonb,
  content_sha256 text,
  sent_at timestamptz,
  document_id uuid,
  signature_request_id uuid,
  signed_at timestamptz,
  -- The last day, moved by each renewal; the signed content keeps the first one.
  ends_on date,
  renewals integer not null default 0,
  -- A party said in time that it would not be renewed.
  renewal_stopped_on date,
  closed_at timestamptz,
  closed_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  check ((status = 'draft') = (number is null)),
  check (number is null or (content is not null and content_sha256 is not null and sent_at is not null)),
  check ((status in ('signed', 'ended')) = (signed_at is not null and ends_on is not null))
);
create index frameworks_by_dossier on frameworks (tenant_id, dossier_id, created_at desc);
create index frameworks_ending on frameworks (tenant_id, ends_on) where status = 'signed';
create index frameworks_awaiting_answer on frameworks (tenant_id, valid_until) where status = 'sent';
select cadran_protect('frameworks');
