-- A code or a personal link proves who reads it. Where an SMTP server delivers mail, the sender's mailbox page must not show it.
alter table mails add column confidential boolean not null default false;
