-- A change of the signed conditions: a draft, then a frozen content that both sign. The terms it puts in force are in terms_versions.
create table amendments (
  tenant_id       uuid        not null,
  id              uuid        not null,
  mission_id      uuid        not null,
  dossier_id      uuid        not null,
  client_id       uuid        not null,
  status          text        not null check (status in ('draft', 'discarded', 'sent', 'signed', 'refused', 'expired', 'withdrawn', 'overtaken')),
  subject         text        not null,
  reason          text        not null default '',
  -- null: from the last signature
  effective_at    timestamptz,
  valid_until     date,
  base_version    integer     not null check (base_version > 0),
  draft           jsonb       not null,
  clauses         jsonb       not null default '[]',
  origin_kind     text        not null check (origin_kind in ('manual', 'volume', 'hypothesis', 'request')),
  origin_ref      text,
  computation     jsonb       not null default '[]',
  revision        integer     not null default 1,
  number          text,
  rank            integer,
  content         jsonb,
  content_sha256  text        check (content_sha256 ~ '^[0-9a-f]{64}$'),
  sent_at         timestamptz,
  document_id     uuid,
  consolidated_id uuid,
  signature_request_id uuid,
  signed_at       timestamptz,
  -- the order of the last signatures within the mission: it settles two that begin to rule at the same instant
  sign_order      integer,
  rules_from      timestamptz,
  announced_at    timestamptz,
  closed_at       timestamptz,
  closed_reason   text,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, mission_id, rank),
  -- What was sent keeps its number and its content whatever is answered.
  check (status in ('draft', 'discarded') or (number is not null and rank is not null and content is not null and content_sha256 is not null and sent_at is not null)),
  -- No retroactivity: it rules from its signature at the earliest.
  check (status <> 'signed' or (signed_at is not null and rules_from is not null and sign_order is not null and rules_from >= signed_at))
);
create index amendments_of_mission on amendments (tenant_id, mission_id, created_at);
-- One draft prepared by the product for one reason at one version of the terms.
create unique index amendments_prepared_once on amendments (tenant_id, mission_id, origin_kind, origin_ref, base_version) where origin_kind in ('volume', 'hypothesis');
create index amendments_to_announce on amendments (rules_from) where status = 'signed' and announced_at is null;
create index amendments_to_expire on amendments (valid_until) where status = 'sent';
select cadran_protect('amendments');

-- What a party asks beyond what was signed, and what it was answered: the proof of who asked what, and when.
create table change_requests (
  tenant_id    uuid        not null,
  id           uuid        not null,
  mission_id   uuid        not null,
  dossier_id   uuid        not null,
  client_id    uuid        not null,
  kind         text        not null check (kind in ('calls', 'hours', 'appointments', 'slots', 'target', 'script', 'task')),
  description  text        not null,
  quantity     numeric,
  asked_by     text        not null,
  asked_by_side text       not null check (asked_by_side in ('client', 'provider')),
  asked_at     timestamptz not null,
  reply_by     timestamptz not null,
  article      text,
  answer       text        check (answer in ('amendment', 'included', 'refused')),
  answer_text  text,
  answered_by  text,
  answered_at  timestamptz,
  overdue_at   timestamptz,
  amendment_id uuid,
  primary key (tenant_id, id),
  check ((answer is null) = (answered_at is null))
);
create index change_requests_of_mission on change_requests (tenant_id, mission_id, asked_at);
create index change_requests_waiting on change_requests (reply_by) where answer is null and overdue_at is null;
select cadran_protect('change_requests');
