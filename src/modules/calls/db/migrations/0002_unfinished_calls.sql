-- A caller who comes back finds the call that still waits for its outcome, before any other prospect.
create index call_attempts_unfinished on call_attempts (tenant_id, mission_id, caller_id, requested_at desc) where phase <> 'qualified';
