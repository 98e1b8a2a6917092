-- Any number of people sign on each side, in an order; some only receive a copy. One of each side is its principal: the client's
-- contact of the document, and the prestataire, who signs last.
alter table signatories drop constraint signatories_tenant_id_request_id_party_key;
alter table signatories
  add column rank       smallint not null default 1 check (rank between 1 and 1000),
  add column duty       text     not null default 'sign' check (duty in ('sign', 'copy')),
  add column principal  boolean  not null default true,
  -- Key of the rectangle reserved on the page; null where none was.
  add column place      text,
  add column progress   text     not null default 'sent' check (progress in ('sent', 'read', 'consented')),
  -- Articles initialled one by one: [{ id, initials, at }]
  add column initialled jsonb    not null default '[]',
  -- First of the file, second…: seals are laid in this order.
  add column signed_order     smallint,
  add column link_sent_at     timestamptz,
  add column last_reminder_at timestamptz,
  add column reminders        smallint not null default 0,
  -- Who signs instead, for whom, and why: { fromId, fromName, reason, at }
  add column delegation   jsonb,
  add column delegated_to uuid,
  -- The prestataire did not accept this person: their link is dead.
  add column dismissed_at timestamptz;

alter table signature_requests drop constraint signature_requests_sealed_parties_check;
alter table signature_requests
  add column initials         jsonb   not null default '[]',
  add column options          jsonb,
  add column chosen_options   jsonb,
  add column reminders_paused boolean not null default false,
  -- Why it was taken back, as told to the signatories; replaced: a revision follows.
  add column withdrawal       jsonb;

alter table signing_codes add column signatory_id uuid;
alter table signing_evidence add column signatory_id uuid;

-- Requests under way go on where they were. Forced row security would hide their rows from this migration.
alter table signatories no force row level security;
alter table signature_requests no force row level security;
alter table signing_codes no force row level security;
update signatories set rank = 1000 where party = 'provider';
update signatories set place = party;
update signatories s set progress = r.state from signature_requests r
  where r.tenant_id = s.tenant_id and r.request_id = s.request_id and s.party = 'client' and r.state in ('read', 'consented');
update signatories s set link_sent_at = r.link_sent_at from signature_requests r
  where r.tenant_id = s.tenant_id and r.request_id = s.request_id and s.party = 'client';
update signatories set signed_order = case party when 'client' then 1 else 2 end where signed_at is not null;
update signing_codes c set signatory_id = s.signatory_id from signatories s
  where s.tenant_id = c.tenant_id and s.request_id = c.request_id and s.party = c.party;
alter table signatories force row level security;
alter table signature_requests force row level security;
alter table signing_codes force row level security;

alter table signing_codes alter column signatory_id set not null;
create unique index signatories_principal on signatories (tenant_id, request_id, party) where principal;
create index signatories_of_request on signatories (tenant_id, request_id);
create index signing_codes_of_signatory on signing_codes (tenant_id, signatory_id, sent_at);
-- What the sweep of reminders looks at.
create index signature_requests_open on signature_requests (expires_at) where state in ('sent', 'read', 'consented');
