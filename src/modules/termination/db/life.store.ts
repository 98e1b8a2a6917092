import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { type SystemTx, type Tx, tables } from '../../../platform/db/index.ts';
import type { MissionId, TenantId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import type { LifeSubject, Resiliation, ResiliationId } from '../domain/resiliation.ts';
import { type Standing, standingAt } from '../domain/standing.ts';
import type { Suspension } from '../domain/suspension.ts';
import type { TerminationTables } from './tables.ts';

const db = (tx: Tx) => tables<TerminationTables>(tx);

const resiliationFrom = (row: Selectable<TerminationTables['resiliations']>): Resiliation => ({
  id: row.id,
  dossierId: row.dossier_id,
  clientId: row.client_id,
  subject: { type: row.subject_type, id: row.subject_id },
  path: row.path,
  by: row.by_party,
  state: row.state,
  breach: row.breach,
  noticeDays: row.notice_days,
  reasons: row.reasons,
  cureUntil: row.cure_until,
  effectiveAt: row.effective_at,
  consequences: row.consequences,
  openedAt: row.opened_at,
  version: row.version,
});

const resiliations = (tx: Tx) => db(tx).selectFrom('resiliations').selectAll().where('tenant_id', '=', tx.tenantId);

/** Held until the end of the transaction: two clicks come one after the other. */
export const lockResiliation = async (tx: Tx, id: ResiliationId): Promise<Resiliation | undefined> => {
  const row = await resiliations(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && resiliationFrom(row);
};

/** Every procedure about a mission or a framework, the latest first. */
export const resiliationsOf = async (tx: Tx, subject: LifeSubject): Promise<Resiliation[]> =>
  (
    await resiliations(tx)
      .where('subject_type', '=', subject.type)
      .where('subject_id', '=', subject.id)
      .orderBy('opened_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
  ).map(resiliationFrom);

/** Procedures that still wait for something, of the whole organisation. */
export const openResiliations = async (tx: Tx): Promise<Resiliation[]> =>
  (await resiliations(tx).where('state', 'not in', ['cured', 'withdrawn', 'effective']).execute()).map(resiliationFrom);

const valuesOf = (tx: Tx, one: Resiliation) => ({
  tenant_id: tx.tenantId,
  id: one.id,
  dossier_id: one.dossierId,
  client_id: one.clientId,
  subject_type: one.subject.type,
  subject_id: one.subject.id,
  path: one.path,
  by_party: one.by,
  state: one.state,
  breach: one.breach && JSON.stringify(one.breach),
  notice_days: one.noticeDays,
  reasons: one.reasons,
  cure_until: one.cureUntil,
  effective_at: one.effectiveAt,
  consequences: one.consequences && JSON.stringify(one.consequences),
  opened_at: one.openedAt,
  version: one.version,
});

export const saveResiliation = (tx: Tx, one: Resiliation) => {
  const { tenant_id: _, id: __, ...changed } = valuesOf(tx, one);
  return db(tx)
    .insertInto('resiliations')
    .values(valuesOf(tx, one))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(changed))
    .execute();
};

const suspensionFrom = (row: Selectable<TerminationTables['suspensions']>): Suspension => ({
  id: row.id,
  dossierId: row.dossier_id,
  clientId: row.client_id,
  missionId: row.mission_id,
  by: row.by_party,
  ground: row.ground,
  reason: row.reason,
  overdueCents: row.overdue_cents,
  capCents: row.cap_cents,
  beganAt: row.began_at,
  endedAt: row.ended_at,
});

/** The suspensions of a mission, the latest first. */
export const suspensionsOf = async (tx: Tx, missionId: MissionId): Promise<Suspension[]> => {
  const rows = await db(tx)
    .selectFrom('suspensions')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('mission_id', '=', missionId)
    .orderBy('began_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(suspensionFrom);
};

export const insertSuspension = (tx: Tx, one: Suspension) =>
  db(tx)
    .insertInto('suspensions')
    .values({
      tenant_id: tx.tenantId,
      id: one.id,
      dossier_id: one.dossierId,
      client_id: one.clientId,
      mission_id: one.missionId,
      by_party: one.by,
      ground: one.ground,
      reason: one.reason,
      overdue_cents: one.overdueCents,
      cap_cents: one.capCents,
      began_at: one.beganAt,
      ended_at: one.endedAt,
    })
    .execute();

export const endSuspension = (tx: Tx, id: string, endedAt: Instant) =>
  db(tx)
    .updateTable('suspensions')
    .set({ ended_at: endedAt })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute();

/** The termination that ends a mission, or has ended it: the one whose letter is served. */
export const resiliationInForce = async (tx: Tx, missionId: MissionId): Promise<Resiliation | undefined> => {
  const row = await resiliations(tx)
    .where('subject_type', '=', 'mission')
    .where('subject_id', '=', missionId)
    .where('state', 'in', ['notice_running', 'effective'])
    .executeTakeFirst();
  return row && resiliationFrom(row);
};

/** What a suspension or a termination says of a mission at a moment: the dial gate asks it before every call. */
export const standingOf = async (tx: Tx, missionId: MissionId, at: Instant = tx.now): Promise<Standing> => {
  const ending = await resiliationInForce(tx, missionId);
  return standingAt(await suspensionsOf(tx, missionId), ending?.effectiveAt ?? null, at);
};

/** Procedures whose notice is over, of every organisation. */
export const resiliationsDue = async (system: SystemTx, now: Instant): Promise<{ tenantId: TenantId; id: ResiliationId }[]> => {
  const { rows } = await sql<{ tenantId: TenantId; id: ResiliationId }>`
    select tenant_id as "tenantId", id from resiliations where state = 'notice_running' and effective_at <= ${now}`.execute(
    system.sql,
  );
  return rows;
};
