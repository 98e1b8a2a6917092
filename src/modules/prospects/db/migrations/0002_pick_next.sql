-- Serves and leases one prospect. A function, because its plans are made once per connection: planned afresh at each
-- question, they take ten times as long as the search itself. It runs as its caller, under row-level security.
create function prospect_pick(of_mission uuid, caller uuid, at timestamptz, until timestamptz, missed_before timestamptz, max_attempts integer)
returns table (prospect_id uuid, reason text, due_at timestamptz, attempts integer, leased_until timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  tenant constant uuid := cadran_tenant();
  picked record;
begin
  -- One that this caller has not finished: a page that reloads costs no prospect.
  select p.prospect_id as id, 'already_yours' as why, p.next_at, p.status, p.resume_status into picked from prospects p
   where p.tenant_id = tenant and p.mission_id = of_mission and p.status = 'leased' and p.leased_by = caller and p.leased_until > at
   order by p.leased_until limit 1 for update skip locked;

  if picked.id is null then
    select p.prospect_id as id, 'own_callback' as why, p.next_at, p.status, p.resume_status into picked from prospects p
     where p.tenant_id = tenant and p.mission_id = of_mission and p.status = 'callback' and p.callback_owner = caller and p.next_at <= at
       and prospect_callable(p)
     order by p.next_at limit 1 for update skip locked;
  end if;

  if picked.id is null then
    select p.prospect_id as id, case when p.callback_owner is null then 'team_callback' else 'missed_callback' end as why, p.next_at, p.status, p.resume_status
      into picked from prospects p
     where p.tenant_id = tenant and p.mission_id = of_mission and p.status = 'callback' and p.next_at <= at
       and (p.callback_owner is null or p.next_at <= missed_before) and prospect_callable(p)
     order by p.next_at limit 1 for update skip locked;
  end if;

  -- The queue is entered once per priority, so that the rows which wait for later are never read, however many they are.
  for level in reverse 9..0 loop
    exit when picked.id is not null;
    select p.prospect_id as id, case p.status when 'to_retry' then 'retry' else 'first_call' end as why, p.next_at, p.status, p.resume_status
      into picked from prospects p
     where p.tenant_id = tenant and p.mission_id = of_mission and p.status in ('to_call', 'to_retry') and p.priority = level and p.next_at <= at
       and p.attempts < max_attempts and prospect_callable(p)
     order by p.next_at limit 1 for update skip locked;
  end loop;

  if picked.id is null then
    return;
  end if;
  return query
    update prospects p
       set status = 'leased', leased_by = caller, leased_until = until,
           resume_status = case when picked.status = 'leased' then picked.resume_status else picked.status end
     where p.tenant_id = tenant and p.prospect_id = picked.id
    returning p.prospect_id, picked.why, picked.next_at, p.attempts, p.leased_until;
end $$;

-- The last guard, whatever the status says: an objection recorded a moment ago.
create function prospect_callable(p prospects) returns boolean language sql stable as $$
  select not exists (select 1 from suppressions s
    where s.tenant_id = p.tenant_id and s.phone_hash in (p.phone_hash, p.other_phone_hash)
      and (s.client_id is null or s.client_id = p.client_id) and (s.mission_id is null or s.mission_id = p.mission_id))
$$;
