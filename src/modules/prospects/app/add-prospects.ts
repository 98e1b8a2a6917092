import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type ClientId, type MissionId, type ProspectId, newId } from '../../../shared/ids.ts';
import { lockMissionFile } from '../db/import-batch.store.ts';
import type { FieldName } from '../domain/file/fields.ts';
import { type ProspectDetails, rowJudge } from '../domain/row/judge-row.ts';
import { phoneHasher } from './phone-hash.ts';

/** A prospect typed in one by one, its fields as a file would spell them. */
export type TypedProspect = Partial<Record<FieldName, string>> & { phone: string };
export type AddedProspects = { added: ProspectId[]; refused: { index: number; code: string }[] };

/** Adds a few prospects without a file, judged by the same rules; for larger numbers import a file. */
export const addProspects = async (
  tx: Tx,
  place: { missionId: MissionId; clientId: ClientId; source?: string },
  typed: readonly TypedProspect[],
): Promise<AddedProspects> => {
  await lockMissionFile(tx, place.missionId);
  const hash = await phoneHasher(tx);
  const result: AddedProspects = { added: [], refused: [] };
  for (const [index, fields] of typed.entries()) {
    const names = Object.keys(fields) as FieldName[];
    const judged = rowJudge({ mapping: names, foreignNumbers: 'reject' })(names.map((name) => fields[name] ?? ''));
    if (judged.verdict === 'rejected') {
      result.refused.push({ index, code: judged.fault.code });
      continue;
    }
    const id = newId<ProspectId>();
    const code = await insertOne(tx, place, id, judged.prospect, hash);
    if (code) result.refused.push({ index, code });
    else result.added.push(id);
  }
  return result;
};

const insertOne = async (
  tx: Tx,
  place: { missionId: MissionId; clientId: ClientId; source?: string },
  id: ProspectId,
  p: ProspectDetails,
  hash: (phone: string) => string,
): Promise<string | null> => {
  const other = p.otherPhone === null ? null : hash(p.otherPhone);
  const { rows } = await sql<{ suppressed: boolean }>`select exists (select 1 from suppressions
    where tenant_id = ${tx.tenantId} and phone_hash in (decode(${hash(p.phone)}, 'hex'), decode(${other}, 'hex'))
      and (client_id is null or client_id = ${place.clientId}) and (mission_id is null or mission_id = ${place.missionId})) as suppressed`.execute(
    tx.sql,
  );
  if (rows[0]?.suppressed) return 'suppressed';
  const { numAffectedRows } = await sql`
    insert into prospects (tenant_id, prospect_id, mission_id, client_id, company, siret, siren, civility, first_name, last_name, job_title, phone, phone_kind,
      phone_country, other_phone, phone_hash, other_phone_hash, email, address, postal_code, city, department, zone, time_zone, naf, headcount, comment,
      contact_class, source, added_at, next_at)
    values (${tx.tenantId}, ${id}, ${place.missionId}, ${place.clientId}, ${p.company}, ${p.siret}, ${p.siren}, ${p.civility}, ${p.firstName}, ${p.lastName},
      ${p.jobTitle}, ${p.phone}, ${p.phoneKind}, ${p.phoneCountry}, ${p.otherPhone}, decode(${hash(p.phone)}, 'hex'), decode(${other}, 'hex'), ${p.email},
      ${p.address}, ${p.postalCode}, ${p.city}, ${p.department}, ${p.zone}, ${p.timeZone}, ${p.naf}, ${p.headcount}, ${p.comment}, ${p.contactClass},
      ${place.source ?? null}, ${tx.now}, ${tx.now})
    on conflict (tenant_id, phone, mission_id) do nothing`.execute(tx.sql);
  return numAffectedRows === 1n ? null : 'duplicate_phone_in_mission';
};
