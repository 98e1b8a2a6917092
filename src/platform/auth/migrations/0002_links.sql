-- Doors for people without a password: a signer, a client, an invited member. Only the hash of a token is kept.
create table access_links (
  tenant_id uuid not null,
  id uuid not null,
  token_hash text not null,
  purpose text not null check (purpose in ('sign', 'review', 'portal', 'sign-in', 'invite')),
  -- What the link opens, for example ('quote', its id).
  subject_type text,
  subject_id text,
  client_id uuid,
  contact_id uuid,
  signer_id text,
  user_id uuid,
  display_name text not null,
  email text not null,
  single_use boolean not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  first_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  -- Each purpose names the person it lets in.
  check (case purpose when 'sign' then signer_id is not null when 'sign-in' then user_id is not null
         when 'invite' then user_id is not null else client_id is not null end)
);
create index access_links_by_subject on access_links (tenant_id, subject_type, subject_id);
select cadran_protect('access_links');

-- Sessions opened by a link: clients and signers. They end with their link.
create table guest_sessions (
  tenant_id uuid not null,
  id uuid not null,
  token_hash text not null,
  link_id uuid not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, link_id) references access_links (tenant_id, id)
);
select cadran_protect('guest_sessions');
