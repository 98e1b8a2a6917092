-- Every mail is a row, written with the facts that caused it and delivered after the commit. Without SMTP this table is
-- the mailbox itself, shown on a page. Bodies may hold links and codes meant for their reader: they are never logged.
create table mails (
  tenant_id uuid not null,
  id uuid not null,
  to_email text not null,
  to_name text,
  reply_to text,
  subject text not null check (char_length(subject) between 1 and 78),
  body_text text not null,
  body_html text not null,
  -- Attached files of this tenant: [{ "fileId": …, "name": … }].
  attachments jsonb not null default '[]',
  -- What it is about, for example ('quote', its id).
  about_type text,
  about_id text,
  state text not null check (state in ('pending', 'sent', 'failed')),
  -- 'outbox': kept here only, because no SMTP server is configured.
  channel text check (channel in ('smtp', 'outbox')),
  failure text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  check ((state = 'sent') = (sent_at is not null))
);
create index mails_latest on mails (tenant_id, created_at desc, id desc);
create index mails_about on mails (tenant_id, about_type, about_id);
select cadran_protect('mails');
