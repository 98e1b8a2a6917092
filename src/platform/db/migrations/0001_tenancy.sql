-- The rules every table of a tenant obeys, said once.
-- cadran_app runs the application: it owns nothing and is bound by row-level security.
-- cadran_system reads across tenants (deadline sweeps, links looked up by their hash) and may write nothing.
create function cadran_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '')::uuid;
comment on function cadran_tenant is 'The tenant of this transaction; null when none is set, and then no row matches.';

grant usage on schema public to cadran_app, cadran_system;

create function cadran_protect(table_name text, append_only boolean default false) returns void language plpgsql as $$
declare
  target regclass := table_name::regclass;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- The sub-select makes the setting be read once per statement rather than once per row.
  execute format('create policy tenant_rows on %s to cadran_app using (tenant_id = (select cadran_tenant())) with check (tenant_id = (select cadran_tenant()))', target);
  execute format('create policy system_reads on %s for select to cadran_system using (true)', target);
  execute format('revoke all on %s from public, cadran_app, cadran_system', target);
  execute format('grant select, insert on %s to cadran_app', target);
  if not append_only then
    execute format('grant update, delete on %s to cadran_app', target);
  end if;
  execute format('grant select on %s to cadran_system', target);
end $$;
comment on function cadran_protect is 'Call it after creating any table that has a tenant_id. append_only: rows are never changed nor removed by the application.';

create function cadran_shared(table_name text) returns void language plpgsql as $$
declare
  target regclass := table_name::regclass;
begin
  execute format('grant select, insert, update, delete on %s to cadran_app', target);
  execute format('grant select on %s to cadran_system', target);
end $$;
comment on function cadran_shared is 'For the few tables that belong to no tenant: sign-in accounts, sessions.';
