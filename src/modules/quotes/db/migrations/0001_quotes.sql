create table quotes (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  title text not null,
  status text not null check (status in ('draft', 'sent', 'signed', 'refused', 'expired', 'withdrawn')),
  -- What the editor holds; it stops changing at sending, when `content` is frozen.
  draft jsonb not null,
  revision integer not null,
  valid_until date,
  number text,
  content jsonb,
  content_sha256 text,
  sent_at timestamptz,
  document_id uuid,
  signature_request_id uuid,
  closed_at timestamptz,
  closed_reason text,
  net_cents bigint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  -- A draft has no number; what was sent keeps its number, its content and their hash for ever.
  check ((status = 'draft') = (number is null)),
  check (number is null or (content is not null and content_sha256 is not null and sent_at is not null))
);
create index quotes_by_dossier on quotes (tenant_id, dossier_id, created_at desc);
create index quotes_awaiting_answer on quotes (tenant_id, valid_until) where status = 'sent';
select cadran_protect('quotes');
