-- Who else will be asked to sign a document that is still a draft.
create table signature_plans (
  tenant_id    uuid        not null,
  subject_type text        not null,
  subject_id   uuid        not null,
  people       jsonb       not null,
  changed_at   timestamptz not null,
  primary key (tenant_id, subject_type, subject_id)
);
select cadran_protect('signature_plans');
