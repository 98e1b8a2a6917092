-- The journal: what happened, in order, per dossier, each entry sealed with the hash of the one before.
-- Append-only by privilege: the application may insert and read, nothing else.
create table journal_entries (
  tenant_id   uuid        not null,
  dossier_id  uuid        not null,
  seq         bigint      not null check (seq > 0),
  prev        text        not null check (prev ~ '^[0-9a-f]{64}$'),
  hash        text        not null check (hash ~ '^[0-9a-f]{64}$'),
  at          timestamptz not null,
  stream_type text        not null,
  stream_id   uuid        not null,
  version     bigint      not null check (version > 0),
  type        text        not null,
  actor       jsonb       not null,
  body        jsonb       not null,
  primary key (tenant_id, dossier_id, seq),
  -- Two decisions made on the same version cannot both be kept.
  unique (tenant_id, stream_id, version)
);
create index journal_entries_by_type on journal_entries (tenant_id, type, at);
select cadran_protect('journal_entries', append_only => true);

-- The end of each chain; locking the row puts a dossier's writers in a queue.
create table journal_heads (
  tenant_id  uuid   not null,
  dossier_id uuid   not null,
  seq        bigint not null,
  hash       text   not null,
  primary key (tenant_id, dossier_id)
);
select cadran_protect('journal_heads');
revoke delete on journal_heads from cadran_app;

-- One round trip, two statements: the version is read with a snapshot taken after the lock was obtained.
create function journal_lock_head(tenant uuid, dossier uuid, stream uuid, out seq bigint, out hash text, out version bigint)
language plpgsql as $$
begin
  insert into journal_heads as h (tenant_id, dossier_id, seq, hash) values (tenant, dossier, 0, repeat('0', 64))
    on conflict (tenant_id, dossier_id) do update set seq = h.seq
    returning h.seq, h.hash into seq, hash;
  select coalesce(max(e.version), 0) into version from journal_entries e where e.tenant_id = tenant and e.stream_id = stream;
end $$;

create function journal_append(tenant uuid, dossier uuid, entries jsonb) returns void language plpgsql as $$
begin
  insert into journal_entries (tenant_id, dossier_id, seq, prev, hash, at, stream_type, stream_id, version, type, actor, body)
  select tenant, dossier, e.seq, e.prev, e.hash, e.at, e."streamType", e."streamId", e.version, e.type, e.actor, e.body
    from jsonb_to_recordset(entries) as e(seq bigint, prev text, hash text, at timestamptz, "streamType" text, "streamId" uuid,
                                          version bigint, type text, actor jsonb, body jsonb);
  update journal_heads h set seq = last.seq, hash = last.hash
    from (select (entries -> -1 ->> 'seq')::bigint as seq, entries -> -1 ->> 'hash' as hash) last
   where h.tenant_id = tenant and h.dossier_id = dossier;
end $$;
