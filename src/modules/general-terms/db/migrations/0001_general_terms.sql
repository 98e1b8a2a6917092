-- Editions of an organisation's general terms (C. com. L441-1). Published once, never changed: what was annexed to a signed
-- document stays readable as it was, whatever is published after.
create table general_terms_editions (
  tenant_id uuid not null,
  edition int not null check (edition > 0),
  published_at timestamptz not null,
  published_on date not null,
  -- What changes since the edition before, in a sentence.
  note text not null,
  content jsonb not null,
  content_sha256 text not null,
  file_id uuid not null,
  file_sha256 text not null,
  byte_length int not null,
  primary key (tenant_id, edition)
);
select cadran_protect('general_terms_editions', append_only => true);
