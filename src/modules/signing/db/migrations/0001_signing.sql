-- A frozen document waiting for two signatures.
create table signature_requests (
  tenant_id       uuid        not null,
  request_id      uuid        not null,
  dossier_id      uuid        not null,
  subject_type    text        not null,
  subject_id      uuid        not null,
  number          text        not null,
  title           text        not null,
  -- A demonstration's documents say so.
  demo            boolean     not null default false,
  state           text        not null check (state in ('preparing', 'sent', 'read', 'consented', 'client_signed', 'signed', 'signed_on_paper', 'refused', 'withdrawn')),
  content_sha256  text        not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  document_id     uuid,
  file_id         uuid,
  document_sha256 text        check (document_sha256 ~ '^[0-9a-f]{64}$'),
  -- Where each mark goes on the page: { client: {page,x,y,width,height}, provider: … }
  places          jsonb       not null default '{}',
  -- What a person reads first, on a phone: [{ label, value }]
  summary         jsonb       not null default '[]',
  -- Which texts are accepted: { cgvVersion, templates… }, for the evidence.
  versions        jsonb       not null default '{}',
  consent_text    text        not null,
  opened_at       timestamptz not null,
  expires_at      timestamptz not null,
  -- Codes are counted from the last link that left.
  link_sent_at    timestamptz,
  closed_at       timestamptz,
  refusal_reason  text,
  paper           jsonb,
  -- Sealing happens behind, one party after the other: the file as sealed so far.
  sealed_file_id  uuid,
  sealed_parties  smallint    not null default 0 check (sealed_parties between 0 and 2),
  final_document_id    uuid,
  evidence_document_id uuid,
  version         integer     not null default 0,
  primary key (tenant_id, request_id),
  -- Outside these two states there is a document, and its hash.
  check (state in ('preparing', 'withdrawn', 'signed_on_paper') or (document_id is not null and document_sha256 is not null and file_id is not null)),
  check (state <> 'refused' or refusal_reason is not null)
);
-- One living request by subject: a new version withdraws the old one first.
create unique index signature_requests_living on signature_requests (tenant_id, subject_type, subject_id)
  where state not in ('refused', 'withdrawn');
create index signature_requests_waiting on signature_requests (tenant_id, state) where state = 'client_signed';
select cadran_protect('signature_requests');

create table signatories (
  tenant_id    uuid not null,
  request_id   uuid not null,
  signatory_id uuid not null,
  party        text not null check (party in ('client', 'provider')),
  name         text not null,
  capacity     text not null,
  email        text not null,
  phone        text,
  organisation text not null,
  siren        text,
  signed_at    timestamptz,
  -- How the person was recognised at that moment.
  method       text check (method in ('email_code', 'password')),
  ip           text,
  user_agent   text,
  primary key (tenant_id, signatory_id),
  unique (tenant_id, request_id, party),
  foreign key (tenant_id, request_id) references signature_requests (tenant_id, request_id)
);
select cadran_protect('signatories');

-- Six digits, slow-hashed: guessing them from a copy of this table takes longer than they live.
create table signing_codes (
  tenant_id       uuid        not null,
  code_id         uuid        not null,
  request_id      uuid        not null,
  party           text        not null check (party in ('client', 'provider')),
  code_hash       text        not null,
  sent_at         timestamptz not null,
  expires_at      timestamptz not null,
  failed_attempts smallint    not null default 0 check (failed_attempts between 0 and 5),
  used_at         timestamptz,
  primary key (tenant_id, code_id),
  foreign key (tenant_id, request_id) references signature_requests (tenant_id, request_id)
);
create index signing_codes_of_request on signing_codes (tenant_id, request_id, party, sent_at);
select cadran_protect('signing_codes');

-- What a judge would ask: who did what, when, from where, with which words on the screen. Never changed, never removed.
create table signing_evidence (
  tenant_id   uuid        not null,
  evidence_id uuid        not null,
  request_id  uuid        not null,
  at          timestamptz not null,
  party       text        check (party in ('client', 'provider')),
  kind        text        not null,
  ip          text,
  user_agent  text,
  detail      jsonb       not null default '{}',
  primary key (tenant_id, evidence_id),
  foreign key (tenant_id, request_id) references signature_requests (tenant_id, request_id)
);
create index signing_evidence_of_request on signing_evidence (tenant_id, request_id, at, evidence_id);
select cadran_protect('signing_evidence', append_only => true);
