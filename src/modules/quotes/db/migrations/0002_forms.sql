-- An offer takes the form that the parties are used to: each has its own series of numbers. Every earlier one is a devis.
alter table quotes
  add column form text not null default 'devis' check (form in ('devis', 'contrat', 'lettre-de-mission', 'bon-de-commande')),
  -- The clauses chosen for this document; null: those of the model of its form.
  add column selection jsonb,
  -- The framework agreement that it falls under.
  add column framework_id uuid,
  -- A short mission, capped low, before anything longer is agreed.
  add column trial boolean not null default false,
  -- Optional lines that the client ticked when signing.
  add column chosen_options jsonb,
  -- A call-off has no life of its own: its conditions are those of a framework.
  add constraint quotes_order_has_framework check (form <> 'bon-de-commande' or framework_id is not null);
create index quotes_by_framework on quotes (tenant_id, framework_id, created_at desc) where framework_id is not null;
