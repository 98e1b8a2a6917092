import { sql } from 'kysely';
import { actorLabel } from '../../../shared/actor.ts';
import { type ClientId, type MissionId, type ProspectId, newId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { SuppressionScope, SuppressionSource } from '../domain/prospect-facts.ts';

export type SuppressionPlace = { scope: SuppressionScope; clientId: ClientId | null; missionId: MissionId | null };
export type NewSuppressions = SuppressionPlace & {
  hashes: readonly string[];
  reason: string;
  source: SuppressionSource;
  at: Instant;
};

/** Adds objections; those already on the list stay as they were. Answers how many are new. */
export const insertSuppressions = async (tx: Tx, s: NewSuppressions): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into suppressions (tenant_id, suppression_id, scope, client_id, mission_id, phone_hash, reason, source, recorded_at, recorded_by)
    select ${tx.tenantId}, id, ${s.scope}, ${s.clientId}, ${s.missionId}, decode(hash, 'hex'), ${s.reason}, ${s.source}, ${s.at}, ${JSON.stringify(actorLabel(tx.actor))}::jsonb
      from unnest(${s.hashes.map(() => newId())}::uuid[], ${[...s.hashes]}::text[]) as n (id, hash)
    on conflict do nothing`.execute(tx.sql);
  return Number(numAffectedRows ?? 0n);
};

/** Every prospect that one of these numbers reaches stops here, whatever its state, even on somebody's desk. */
export const markSuppressed = async (tx: Tx, phones: readonly string[], place: SuppressionPlace): Promise<ProspectId[]> => {
  const { rows } = await sql<{ id: ProspectId }>`
    update prospects p
       set status = 'suppressed', suppressed_at = ${tx.now}, leased_by = null, leased_until = null, resume_status = null, callback_owner = null
     where p.tenant_id = ${tx.tenantId} and p.status <> 'suppressed'
       and p.prospect_id in (
         select prospect_id from prospects where tenant_id = ${tx.tenantId} and phone = any(${[...phones]}::text[])
         union select prospect_id from prospects where tenant_id = ${tx.tenantId} and other_phone = any(${[...phones]}::text[]))
       and (${place.clientId}::uuid is null or p.client_id = ${place.clientId}) and (${place.missionId}::uuid is null or p.mission_id = ${place.missionId})
    returning p.prospect_id as id`.execute(tx.sql);
  return rows.map((row) => row.id);
};

export type Suppression = {
  scope: SuppressionScope;
  clientId: ClientId | null;
  missionId: MissionId | null;
  reason: string;
  recordedAt: Instant;
};

/** The objections that cover these hashes, for a client or a mission when told; any otherwise, on the prudent side. */
export const suppressionsOf = async (
  tx: Tx,
  hashes: readonly string[],
  place: { clientId?: ClientId; missionId?: MissionId } = {},
): Promise<Suppression[]> => {
  const { rows } = await sql<Suppression>`
    select scope, client_id as "clientId", mission_id as "missionId", reason, recorded_at as "recordedAt" from suppressions
     where tenant_id = ${tx.tenantId} and phone_hash in (select decode(hash, 'hex') from unnest(${[...hashes]}::text[]) as h (hash))
       and (client_id is null or ${place.clientId ?? null}::uuid is null or client_id = ${place.clientId ?? null})
       and (mission_id is null or ${place.missionId ?? null}::uuid is null or mission_id = ${place.missionId ?? null})
     order by recorded_at`.execute(tx.sql);
  return rows;
};

export type SuppressionCount = SuppressionPlace & { source: SuppressionSource; numbers: number; lastAt: Instant };

export const suppressionCounts = async (tx: Tx): Promise<SuppressionCount[]> => {
  const { rows } = await sql<SuppressionCount>`
    select scope, client_id as "clientId", mission_id as "missionId", source, count(*)::int as numbers, max(recorded_at) as "lastAt"
      from suppressions where tenant_id = ${tx.tenantId} group by 1, 2, 3, 4 order by max(recorded_at) desc`.execute(tx.sql);
  return rows;
};

/** The numbers that must never be called again for a client or a mission, as keyed hashes: what is handed over at the end. */
export const suppressionHashes = async (
  tx: Tx,
  { clientId, missionId }: { clientId: ClientId; missionId: MissionId },
): Promise<{ hash: string; recordedAt: Instant; reason: string }[]> => {
  const { rows } = await sql<{ hash: string; recordedAt: Instant; reason: string }>`
    select encode(phone_hash, 'hex') as hash, recorded_at as "recordedAt", reason from suppressions
     where tenant_id = ${tx.tenantId} and (client_id is null or client_id = ${clientId}) and (mission_id is null or mission_id = ${missionId})
     order by recorded_at, 1`.execute(tx.sql);
  return rows;
};
