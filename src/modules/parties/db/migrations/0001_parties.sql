-- The provider's organisation is the tenant itself: one row per tenant.
create table organisations (
  tenant_id uuid primary key,
  name text not null,
  -- ProviderIdentity (domain/identity.ts), checked before it comes here; frozen copies live in quotes and invoices.
  identity jsonb not null,
  -- A demonstration organisation: its documents say so, and its simulated calls may be billed. Chosen once, at sign-up.
  is_demo boolean not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select cadran_protect('organisations');

create table members (
  tenant_id uuid not null references organisations (tenant_id),
  user_id uuid not null,
  email text not null,
  display_name text not null,
  role text not null check (role in ('owner', 'caller', 'reader')),
  state text not null check (state in ('invited', 'active', 'removed')),
  invited_at timestamptz not null,
  joined_at timestamptz,
  primary key (tenant_id, user_id),
  unique (tenant_id, email)
);
select cadran_protect('members');
-- Sign-in asks the other way round: which organisations does this person work for.
create index members_by_user on members (user_id) where state <> 'removed';

create table clients (
  tenant_id uuid not null references organisations (tenant_id),
  id uuid not null,
  dossier_id uuid not null,
  name text not null,
  siret text,
  -- ClientIdentity (domain/identity.ts).
  identity jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  -- Two dossiers for one establishment would split its history.
  unique (tenant_id, siret)
);
create index clients_by_name on clients (tenant_id, name);
select cadran_protect('clients');

-- The people of a client, so that a link or a session can name one of them.
create table contacts (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null check (kind in ('signatory', 'billing', 'dpo')),
  name text not null,
  role text,
  email text not null,
  phone text,
  primary key (tenant_id, id),
  unique (tenant_id, client_id, kind),
  foreign key (tenant_id, client_id) references clients (tenant_id, id)
);
select cadran_protect('contacts');

-- Everything about one client, in one place; the journal is chained per dossier.
create table dossiers (
  tenant_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  opened_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, client_id),
  foreign key (tenant_id, client_id) references clients (tenant_id, id)
);
select cadran_protect('dossiers');
