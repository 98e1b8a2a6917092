-- Issued invoices and credit notes. Append-only: an issued invoice is never edited nor deleted, a credit note cancels it.
-- `content` is everything that was printed, `cii` the XML that was sent: both are what the hash in the journal covers.
create table invoices (
  tenant_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  client_id uuid not null,
  mission_id uuid not null,
  kind text not null check (kind in ('deposit', 'intermediate', 'final', 'complementary', 'credit_note')),
  -- BR-FR-01 and 02: at most 35 characters of this alphabet.
  number text not null check (number ~ '^[A-Za-z0-9+_/-]{1,35}$'),
  client_name text not null,
  milestone_id text,
  issued_on date not null,
  due_on date,
  net_cents bigint not null,
  vat_cents bigint not null,
  gross_cents bigint not null,
  prepaid_cents bigint not null,
  payable_cents bigint not null,
  -- The invoice that this credit note cancels, whole.
  credits_id uuid,
  content jsonb not null,
  cii text not null,
  cii_sha256 text not null check (length(cii_sha256) = 64),
  issued_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, credits_id),
  foreign key (tenant_id, credits_id) references invoices (tenant_id, id),
  check (net_cents + vat_cents = gross_cents),
  check (gross_cents - prepaid_cents = payable_cents),
  check ((kind = 'credit_note') = (credits_id is not null)),
  check (kind = 'credit_note' or due_on is not null)
);
-- The list and its totals read narrow rows: the XML and the printed content rest apart (TOAST).
alter table invoices set (toast_tuple_target = 256);
-- One index per way of sorting the list; the id, which grows with time, settles ties and is the keyset's second half.
create index invoices_by_issue on invoices (tenant_id, issued_on desc, id desc);
create index invoices_by_due on invoices (tenant_id, due_on desc, id desc);
create index invoices_by_amount on invoices (tenant_id, payable_cents desc, id desc);
create index invoices_by_client_name on invoices (tenant_id, client_name desc, id desc);
create index invoices_of_client on invoices (tenant_id, client_id, issued_on desc, id desc);
create index invoices_of_mission on invoices (tenant_id, mission_id, issued_on desc, id desc);
select cadran_protect('invoices', append_only => true);

create table invoice_lines (
  tenant_id uuid not null,
  invoice_id uuid not null,
  position integer not null check (position > 0),
  kind text not null,
  label text not null,
  detail text,
  quantity numeric(19, 4) not null,
  unit text not null check (unit in ('C62', 'HUR', 'DAY')),
  unit_price_cents bigint not null check (unit_price_cents >= 0),
  net_cents bigint not null,
  vat_category text not null check (vat_category in ('S', 'E')),
  vat_rate_bp integer not null,
  primary key (tenant_id, invoice_id, position),
  foreign key (tenant_id, invoice_id) references invoices (tenant_id, id)
);
select cadran_protect('invoice_lines', append_only => true);

-- What each line rests on. `mission_id` is repeated so that « already billed? » is one index range.
create table invoice_evidence (
  tenant_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  ordinal integer not null,
  mission_id uuid not null,
  type text not null check (type in ('agreement', 'calls', 'report', 'appointment', 'hours', 'days', 'expense', 'invoice')),
  reference_id text not null,
  label text not null,
  primary key (tenant_id, invoice_id, position, ordinal),
  foreign key (tenant_id, invoice_id, position) references invoice_lines (tenant_id, invoice_id, position)
);
create index invoice_evidence_of_mission on invoice_evidence (tenant_id, mission_id, type, reference_id);
select cadran_protect('invoice_evidence', append_only => true);
