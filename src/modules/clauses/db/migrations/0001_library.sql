-- Clauses and document models that an organisation writes for itself; those that come with the product are files.
create table library_texts (
  tenant_id uuid not null references organisations (tenant_id),
  kind text not null check (kind in ('clause', 'model')),
  -- Stable for ever: references, selections and signed documents cite it.
  id text not null,
  -- The family of a clause, the form of a model.
  shelf text not null,
  copied_from text,
  created_at timestamptz not null,
  primary key (tenant_id, kind, id)
);
select cadran_protect('library_texts');

create table library_versions (
  tenant_id uuid not null,
  kind text not null,
  id text not null,
  version integer not null check (version > 0),
  title text not null,
  -- The whole file: front matter and text of a clause, YAML of a model.
  source text not null,
  sha256 text not null,
  state text not null check (state in ('draft', 'reviewed', 'pilot', 'published', 'retired')),
  -- Who read it again, in what capacity, on which day, and until when that holds.
  review jsonb,
  -- Grows with each saved change: two people cannot overwrite each other.
  revision integer not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, kind, id, version),
  foreign key (tenant_id, kind, id) references library_texts (tenant_id, kind, id),
  -- Published for everyone only after someone read it again.
  constraint library_published_was_reviewed check (state <> 'published' or review is not null)
);
-- One version in use for everyone, one on trial: a document never has to choose.
create unique index library_one_published on library_versions (tenant_id, kind, id) where state = 'published';
create unique index library_one_pilot on library_versions (tenant_id, kind, id) where state = 'pilot';
create unique index library_one_draft on library_versions (tenant_id, kind, id) where state in ('draft', 'reviewed');
select cadran_protect('library_versions');

-- Signed documents cite a version by its hash: words that left the draft never change, whoever asks.
create function library_keeps_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then raise exception 'version % of % has been used: it is kept', old.version, old.id; end if;
    return old;
  end if;
  if old.state <> 'draft' and (new.source <> old.source or new.sha256 <> old.sha256 or new.version <> old.version or new.id <> old.id) then
    raise exception 'version % of % is no longer a draft: its words do not change', old.version, old.id;
  end if;
  return new;
end $$;
create trigger library_keeps_words before update or delete on library_versions
  for each row execute function library_keeps_words();

-- The clients on whom a version is tried before it is published.
create table library_pilots (
  tenant_id uuid not null,
  kind text not null,
  id text not null,
  client_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, kind, id, client_id),
  foreign key (tenant_id, kind, id) references library_texts (tenant_id, kind, id),
  foreign key (tenant_id, client_id) references clients (tenant_id, id)
);
select cadran_protect('library_pilots');

-- An organisation's own review of a clause that comes with the product: the file does not change, the review is added beside it.
create table library_reviews (
  tenant_id uuid not null,
  clause_id text not null,
  version integer not null,
  at timestamptz not null,
  review jsonb not null,
  primary key (tenant_id, clause_id, version, at)
);
select cadran_protect('library_reviews', append_only => true);

-- What was done to each text, by whom.
create table library_events (
  tenant_id uuid not null,
  kind text not null,
  id text not null,
  version integer not null,
  at timestamptz not null,
  verb text not null,
  by_name text not null,
  detail jsonb not null default '{}',
  primary key (tenant_id, kind, id, at, verb)
);
select cadran_protect('library_events', append_only => true);
