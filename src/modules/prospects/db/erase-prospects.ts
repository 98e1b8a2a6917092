import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { MissionId } from '../../../shared/ids.ts';

/**
 * Forgets who the prospects of an ended mission are, on the order of the one the file belongs to: names, numbers and remarks go,
 * what was counted stays. Nobody can be called from it any more; objections are kept apart, as hashes. Returns how many.
 */
export const eraseProspects = async (tx: Tx, missionId: MissionId): Promise<number> => {
  const { numAffectedRows } = await sql`
    with numbered as (
      select prospect_id, row_number() over (order by prospect_id) as n from prospects
       where tenant_id = ${tx.tenantId} and mission_id = ${missionId})
    update prospects p set company = null, siret = null, siren = null, civility = null, first_name = null, last_name = null, job_title = null,
           phone = '+9990' || lpad(n::text, 10, '0'), other_phone = null, phone_hash = sha256(p.prospect_id::text::bytea), other_phone_hash = null,
           email = null, address = null, comment = null, extra = null, callback_note = null, callback_owner = null, source = null,
           status = case when status = 'suppressed' then status else 'closed' end, closed_at = coalesce(closed_at, ${tx.now}),
           leased_by = null, leased_until = null, resume_status = null
      from numbered where p.tenant_id = ${tx.tenantId} and p.prospect_id = numbered.prospect_id`.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
};
