-- The net and VAT of the deposits that an invoice deducts: a total over several invoices counts each deposit once.
alter table invoices add column prepaid_net_cents bigint not null default 0;
alter table invoices add column prepaid_vat_cents bigint not null default 0;
alter table invoices alter column prepaid_net_cents drop default;
alter table invoices alter column prepaid_vat_cents drop default;
alter table invoices add check (prepaid_net_cents + prepaid_vat_cents = prepaid_cents) not valid;
