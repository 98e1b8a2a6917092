-- The client's file shows its exchanges: a mail belongs to the dossier of what it is about.
alter table mails add column dossier_id uuid;
create index mails_of_dossier on mails (tenant_id, dossier_id, created_at desc) where dossier_id is not null;
-- Mails already sent: `about_id` is the stream of a fact, and a stream lies in one dossier.
update mails m set dossier_id = (
  select e.dossier_id from journal_entries e
   where e.tenant_id = m.tenant_id and e.stream_id::text = m.about_id and e.version = 1 limit 1
) where m.about_id is not null;
