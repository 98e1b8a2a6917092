-- What a person searches in a client's file: the words of its documents, exchanges and facts. Made from them, and can be made again.
create table dossier_words (
  tenant_id  uuid        not null,
  dossier_id uuid        not null,
  source     text        not null check (source in ('document', 'mail', 'fact')),
  source_id  text        not null,
  at         timestamptz not null,
  title      text        not null,
  body       text        not null,
  -- Without accents or capitals, as the question is folded too (domain/search-words.ts).
  folded     text        not null,
  words      tsvector    generated always as (to_tsvector('simple', folded)) stored,
  primary key (tenant_id, dossier_id, source, source_id)
);
create index dossier_words_of_dossier on dossier_words (tenant_id, dossier_id, at desc);
create index dossier_words_found on dossier_words using gin (words);
select cadran_protect('dossier_words');

-- How far each journal has been read for that.
create table dossier_words_marks (
  tenant_id  uuid   not null,
  dossier_id uuid   not null,
  seq        bigint not null,
  primary key (tenant_id, dossier_id)
);
select cadran_protect('dossier_words_marks');
