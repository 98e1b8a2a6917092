-- What two parties discuss on a document before they sign it: one row by article or condition under discussion.
create table negotiation_items (
  tenant_id    uuid        not null,
  item_id      uuid        not null,
  dossier_id   uuid        not null,
  subject_type text        not null check (subject_type in ('quote', 'framework')),
  subject_id   uuid        not null,
  -- The revision of the document on which it was opened, and the one that brings it in.
  revision     integer     not null check (revision >= 1),
  included_in  integer,
  target       jsonb       not null,
  label        text        not null,
  article      text,
  status       text        not null check (status in ('open', 'accepted', 'declined', 'withdrawn')),
  opened_by    text        not null check (opened_by in ('client', 'provider')),
  proposal     jsonb,
  proposed_by  text        check (proposed_by in ('client', 'provider')),
  answered_by  text        check (answered_by in ('client', 'provider')),
  opened_at    timestamptz not null,
  updated_at   timestamptz not null,
  version      integer     not null default 0,
  primary key (tenant_id, item_id),
  check ((proposal is null) = (proposed_by is null)),
  -- Only an accepted change enters a revision.
  check (included_in is null or (status = 'accepted' and included_in > revision - 1))
);
create index negotiation_items_by_subject on negotiation_items (tenant_id, subject_type, subject_id, opened_at);
create index negotiation_items_open on negotiation_items (tenant_id, subject_type, subject_id) where status = 'open';
select cadran_protect('negotiation_items');

-- The thread: what was said, by whom, when. Nothing in it is edited or erased.
create table negotiation_messages (
  tenant_id  uuid        not null,
  item_id    uuid        not null,
  seq        integer     not null,
  at         timestamptz not null,
  party      text        not null check (party in ('client', 'provider')),
  name       text        not null,
  verb       text        not null check (verb in ('comment', 'propose', 'counter', 'accept', 'decline', 'withdraw', 'reopen')),
  text       text        not null,
  proposal   jsonb,
  primary key (tenant_id, item_id, seq),
  foreign key (tenant_id, item_id) references negotiation_items (tenant_id, item_id)
);
select cadran_protect('negotiation_messages', append_only => true);

-- News that wait to be told: gathered by person, so that nobody receives more than one mail an hour.
create table negotiation_news (
  tenant_id    uuid        not null,
  news_id      uuid        not null,
  subject_type text        not null,
  subject_id   uuid        not null,
  party        text        not null check (party in ('client', 'provider')),
  email        text        not null,
  line         text        not null,
  at           timestamptz not null,
  sent_at      timestamptz,
  primary key (tenant_id, news_id)
);
create index negotiation_news_waiting on negotiation_news (tenant_id, email, at) where sent_at is null;
create index negotiation_news_sent on negotiation_news (tenant_id, email, sent_at desc) where sent_at is not null;
select cadran_protect('negotiation_news');
