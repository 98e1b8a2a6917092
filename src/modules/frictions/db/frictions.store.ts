import { sql, type Selectable, type Updateable } from 'kysely';
import { type Tx, tables } from '../../../platform/db/index.ts';
import { type FrictionId, newId } from '../../../shared/ids.ts';
import type { Friction, FrictionOrigin, Occurrence } from '../domain/friction.ts';
import type { FrictionsTables } from './tables.ts';

type Row = Selectable<FrictionsTables['frictions']>;
const db = (tx: Tx) => tables<FrictionsTables>(tx);
const rowsOf = (tx: Tx) => db(tx).selectFrom('frictions').selectAll().where('tenant_id', '=', tx.tenantId);

const frictionFrom = (row: Row): Friction => ({
  id: row.id,
  key: row.key,
  title: row.title,
  risk: row.risk,
  termPath: row.term_path,
  state: row.state,
  clause: row.clause_id === null ? null : { id: row.clause_id, version: row.clause_version! },
  setAsideReason: row.set_aside_reason,
  firstSeenAt: row.first_seen_at,
  lastSeenAt: row.last_seen_at,
});

/** Held until the end of the transaction: two answers to one point come one after the other. */
export const lockFriction = async (tx: Tx, id: FrictionId): Promise<Friction | null> => {
  const row = await rowsOf(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? frictionFrom(row) : null;
};
export const lockFrictionByKey = async (tx: Tx, key: string): Promise<Friction | null> => {
  const row = await rowsOf(tx).where('key', '=', key).forUpdate().executeTakeFirst();
  return row ? frictionFrom(row) : null;
};
export const frictionsOfClause = async (tx: Tx, clauseId: string): Promise<Friction[]> =>
  (await rowsOf(tx).where('clause_id', '=', clauseId).where('state', '=', 'worded').forUpdate().execute()).map(frictionFrom);

/** A new point; when two missions meet it in the same instant, the second finds the first's row. */
export const insertFriction = async (tx: Tx, friction: Friction): Promise<Friction> => {
  await db(tx)
    .insertInto('frictions')
    .values({
      tenant_id: tx.tenantId,
      id: friction.id,
      key: friction.key,
      title: friction.title,
      risk: friction.risk,
      term_path: friction.termPath,
      state: friction.state,
      clause_id: null,
      clause_version: null,
      set_aside_reason: null,
      first_seen_at: friction.firstSeenAt,
      last_seen_at: friction.lastSeenAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .execute();
  return (await lockFrictionByKey(tx, friction.key))!;
};

export const updateFriction = (tx: Tx, id: FrictionId, change: Updateable<FrictionsTables['frictions']>) =>
  db(tx).updateTable('frictions').set(change).where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute();

export const insertOccurrence = (tx: Tx, frictionId: FrictionId, occurrence: Occurrence) =>
  db(tx)
    .insertInto('friction_occurrences')
    .values({
      tenant_id: tx.tenantId,
      friction_id: frictionId,
      occurrence_id: newId<string>(),
      origin: occurrence.origin,
      at: occurrence.at,
      words: occurrence.words,
      ref: occurrence.ref,
      dossier_id: occurrence.dossierId,
      mission_id: occurrence.missionId,
      client_id: occurrence.clientId,
    })
    .execute();

export type FrictionLine = Friction & { origins: FrictionOrigin[]; clients: number };

/** Every point with the ways it showed and how many clients it concerned; the latest first. */
export const frictionLines = async (tx: Tx): Promise<FrictionLine[]> => {
  const rows = await db(tx)
    .selectFrom('frictions as f')
    .innerJoin('friction_occurrences as o', (join) =>
      join.onRef('o.tenant_id', '=', 'f.tenant_id').onRef('o.friction_id', '=', 'f.id'),
    )
    .selectAll('f')
    .select([
      sql<FrictionOrigin[]>`array_agg(o.origin order by o.at desc)`.as('origins'),
      sql<number>`count(distinct o.client_id)::int`.as('clients'),
    ])
    .where('f.tenant_id', '=', tx.tenantId)
    .groupBy(['f.tenant_id', 'f.id'])
    .orderBy('f.last_seen_at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...frictionFrom(row), origins: row.origins, clients: row.clients }));
};

export const occurrencesOf = async (tx: Tx, id: FrictionId): Promise<Occurrence[]> => {
  const rows = await db(tx)
    .selectFrom('friction_occurrences')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('friction_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('occurrence_id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    origin: row.origin,
    at: row.at,
    words: row.words,
    ref: row.ref,
    dossierId: row.dossier_id,
    missionId: row.mission_id,
    clientId: row.client_id,
  }));
};
