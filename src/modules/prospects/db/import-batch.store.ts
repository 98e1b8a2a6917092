import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId, ImportId, MissionId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { type AcceptedColumn, type AsideColumn, acceptedColumns, asideColumns } from '../app/import-protocol.ts';

export type BatchPlace = {
  importId: ImportId;
  missionId: MissionId;
  clientId: ClientId;
  /** Whether a prospect that another mission of the client already has counts as a duplicate. */
  refuseClientDuplicates: boolean;
  source: string | null;
  collectedOn: CivilDate | null;
};

/** What the database found in a batch that the file alone could not tell, to correct the counts with. */
export type Discovered = { code: string; rows: number; corrected: number; warned: number; filled: number; withSiret: number };

const arrays = <Name extends string>(types: Record<Name, string>, columns: Record<Name, string>) =>
  sql.join((Object.keys(types) as Name[]).map((name) => sql`${columns[name]}::${sql.raw(`${types[name]}[]`)}`));
const names = (types: Record<string, string>) => sql.raw(Object.keys(types).join(', '));

/** Two imports into one mission come one after the other, or each would miss the other's duplicates. */
export const lockMissionFile = (tx: Tx, missionId: MissionId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`prospects:${missionId}`}, 0))`.execute(tx.sql);

/**
 * Keeps a batch: one statement looks every row up in the suppression list, the mission and the client's other missions,
 * makes prospects of the rest and files what it set aside.
 */
export const insertBatch = async (tx: Tx, place: BatchPlace, columns: Record<AcceptedColumn, string>): Promise<Discovered[]> => {
  const { rows } = await sql<Discovered>`
    with incoming as materialized (
      select * from unnest(${arrays(acceptedColumns, columns)}) as row(${names(acceptedColumns)})
    ),
    judged as materialized (
      select i.*, case
        when exists (select 1 from suppressions s
                      where s.tenant_id = ${tx.tenantId} and s.phone_hash in (decode(i.phone_hash, 'hex'), decode(i.other_phone_hash, 'hex'))
                        and (s.client_id is null or s.client_id = ${place.clientId}) and (s.mission_id is null or s.mission_id = ${place.missionId}))
          then 'suppressed'
        when same_siret.in_mission then 'duplicate_siret_in_mission'
        when same_phone.in_mission then 'duplicate_phone_in_mission'
        when ${place.refuseClientDuplicates}::boolean and same_siret.in_mission is not null then 'duplicate_siret_in_client'
        when ${place.refuseClientDuplicates}::boolean and same_phone.in_mission is not null then 'duplicate_phone_in_client'
      end as code
      from incoming i
      left join lateral (
        select p.mission_id = ${place.missionId} as in_mission from prospects p
         where p.tenant_id = ${tx.tenantId} and p.phone = i.phone and p.client_id = ${place.clientId} and p.import_id is distinct from ${place.importId}
         order by 1 desc limit 1) same_phone on true
      left join lateral (
        select p.mission_id = ${place.missionId} as in_mission from prospects p
         where p.tenant_id = ${tx.tenantId} and p.siret = i.siret and p.client_id = ${place.clientId} and p.import_id is distinct from ${place.importId}
         order by 1 desc limit 1) same_siret on true
    ),
    kept as (
      insert into prospects (tenant_id, prospect_id, mission_id, client_id, import_id, row_no, company, siret, siren, civility, first_name, last_name,
        job_title, phone, phone_kind, phone_country, other_phone, phone_hash, other_phone_hash, email, address, postal_code, city, department, zone,
        time_zone, naf, headcount, comment, extra, contact_class, import_notes, source, collected_on, added_at, next_at)
      select ${tx.tenantId}, prospect_id, ${place.missionId}, ${place.clientId}, ${place.importId}, row_no, company, siret, siren, civility, first_name,
        last_name, job_title, phone, phone_kind, phone_country, other_phone, decode(phone_hash, 'hex'), decode(other_phone_hash, 'hex'), email, address,
        postal_code, city, department, zone, time_zone, naf, headcount, comment, extra::jsonb, contact_class, import_notes::text[],
        ${place.source}, ${place.collectedOn}::date, ${tx.now}::timestamptz, ${tx.now}::timestamptz
      from judged where code is null
    ),
    set_aside as (
      insert into prospect_import_rows (tenant_id, import_id, row_no, line_no, verdict, code, field, given)
      select ${tx.tenantId}, ${place.importId}, row_no, line_no, case when code = 'suppressed' then 'suppressed' else 'duplicate' end, code, null, null
      from judged where code is not null
    )
    select code, count(*)::int as rows, sum(corrected::int)::int as corrected, sum(warned::int)::int as warned, sum(filled)::int as filled,
           count(siret)::int as "withSiret"
      from judged where code is not null group by code`.execute(tx.sql);
  return rows;
};

/** Files the rows that the file alone condemned, with what was written in the faulty cell. */
export const insertAside = (tx: Tx, importId: ImportId, columns: Record<AsideColumn, string>) =>
  sql`insert into prospect_import_rows (tenant_id, import_id, row_no, line_no, verdict, code, field, given, first_row)
      select ${tx.tenantId}, ${importId}, row_no, line_no, verdict, code, field, given, first_row
        from unnest(${arrays(asideColumns, columns)}) as row(${names(asideColumns)})`.execute(tx.sql);
