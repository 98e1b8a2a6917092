-- Points of friction met in missions, each waiting for the clause that answers it.
create table frictions (
  tenant_id         uuid        not null,
  id                uuid        not null,
  -- The same point met again is the same row.
  key               text        not null,
  title             text        not null check (title <> ''),
  risk              text        not null check (risk in ('unpaid', 'drift', 'results', 'data')),
  term_path         text,
  state             text        not null check (state in ('open', 'worded', 'settled', 'set_aside')),
  clause_id         text,
  clause_version    integer,
  set_aside_reason  text,
  first_seen_at     timestamptz not null,
  last_seen_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  check ((state in ('worded', 'settled')) <= (clause_id is not null)),
  check ((state = 'set_aside') = (set_aside_reason is not null))
);
create index frictions_by_state on frictions (tenant_id, state, last_seen_at desc);
create index frictions_of_clause on frictions (tenant_id, clause_id) where clause_id is not null;
select cadran_protect('frictions');

-- Each time it showed, in the words of that day. Never changed.
create table friction_occurrences (
  tenant_id     uuid        not null,
  friction_id   uuid        not null,
  occurrence_id uuid        not null,
  origin        text        not null check (origin in ('refusal', 'dispute', 'ruling', 'offer_refused', 'out_of_scope', 'noted')),
  at            timestamptz not null,
  words         text        not null,
  ref           text,
  dossier_id    uuid,
  mission_id    uuid,
  client_id     uuid,
  primary key (tenant_id, friction_id, occurrence_id),
  foreign key (tenant_id, friction_id) references frictions (tenant_id, id)
);
create index friction_occurrences_by_time on friction_occurrences (tenant_id, friction_id, at desc);
select cadran_protect('friction_occurrences', append_only => true);
