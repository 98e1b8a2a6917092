import { sql } from 'kysely';
import { type Actor, actorLabel } from '../../../shared/actor.ts';
import { type ClientId, type ImportId, type MissionId, type ProspectId, type UserId, newId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { ProspectMove } from '../domain/calling/apply-outcome.ts';
import type { ProspectStatus } from '../domain/calling/prospect-state.ts';
import type { ContactClass } from '../domain/row/contact-class.ts';
import { type PhoneKind, readPhone } from '../domain/row/phone.ts';
import type { Zone } from '../domain/row/territory.ts';

/** Everything known of a prospect, as its card shows it. */
export type ProspectCard = {
  id: ProspectId;
  missionId: MissionId;
  clientId: ClientId;
  importId: ImportId | null;
  rowNumber: number | null;
  company: string | null;
  siret: string | null;
  siren: string | null;
  civility: string | null;
  firstName: string | null;
  lastName: string | null;
  jobTitle: string | null;
  phone: string;
  phoneKind: PhoneKind;
  phoneCountry: string;
  otherPhone: string | null;
  email: string | null;
  address: string | null;
  postalCode: string | null;
  city: string | null;
  department: string | null;
  zone: Zone;
  timeZone: string;
  naf: string | null;
  headcount: string | null;
  comment: string | null;
  /** The columns of the file that feed no field, by heading. */
  extra: Record<string, string> | null;
  contactClass: ContactClass;
  importNotes: string[];
  source: string | null;
  collectedOn: CivilDate | null;
  addedAt: Instant;
  status: ProspectStatus;
  priority: number;
  nextAt: Instant;
  attempts: number;
  lastAttemptAt: Instant | null;
  leasedBy: UserId | null;
  leasedUntil: Instant | null;
  callbackOwner: UserId | null;
  callbackNote: string | null;
  lastCode: string | null;
  closedAt: Instant | null;
  suppressedAt: Instant | null;
};

export const cardColumns =
  sql.raw(`p.prospect_id as id, p.mission_id as "missionId", p.client_id as "clientId", p.import_id as "importId",
  p.row_no as "rowNumber", p.company, p.siret, p.siren, p.civility, p.first_name as "firstName", p.last_name as "lastName", p.job_title as "jobTitle",
  p.phone, p.phone_kind as "phoneKind", p.phone_country as "phoneCountry", p.other_phone as "otherPhone", p.email, p.address,
  p.postal_code as "postalCode", p.city, p.department, p.zone, p.time_zone as "timeZone", p.naf, p.headcount, p.comment, p.extra,
  p.contact_class as "contactClass", p.import_notes as "importNotes", p.source, p.collected_on as "collectedOn", p.added_at as "addedAt",
  p.status, p.priority, p.next_at as "nextAt", p.attempts, p.last_attempt_at as "lastAttemptAt", p.leased_by as "leasedBy",
  p.leased_until as "leasedUntil", p.callback_owner as "callbackOwner", p.callback_note as "callbackNote", p.last_code as "lastCode",
  p.closed_at as "closedAt", p.suppressed_at as "suppressedAt"`);

export const prospectById = async (tx: Tx, id: ProspectId, { lock = false } = {}): Promise<ProspectCard | undefined> => {
  const { rows } =
    await sql<ProspectCard>`select ${cardColumns} from prospects p where p.tenant_id = ${tx.tenantId} and p.prospect_id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(tx.sql);
  return rows[0];
};

/** Prolongs a lease that is still this caller's and has not run out. */
export const setLease = async (
  tx: Tx,
  asked: { prospectId: ProspectId; callerId: UserId; now: Instant; until: Instant },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`update prospects set leased_until = greatest(leased_until, ${asked.until}::timestamptz)
    where tenant_id = ${tx.tenantId} and prospect_id = ${asked.prospectId} and status = 'leased' and leased_by = ${asked.callerId}
      and leased_until > ${asked.now}`.execute(tx.sql);
  return numAffectedRows === 1n;
};

/** Puts a leased prospect back where it was, untouched: the caller passed, or the dial was refused. */
export const releaseLease = async (tx: Tx, asked: { prospectId: ProspectId; callerId: UserId }): Promise<boolean> => {
  const { numAffectedRows } =
    await sql`update prospects set status = resume_status, leased_by = null, leased_until = null, resume_status = null
    where tenant_id = ${tx.tenantId} and prospect_id = ${asked.prospectId} and status = 'leased' and leased_by = ${asked.callerId}`.execute(
      tx.sql,
    );
  return numAffectedRows === 1n;
};

/** One more attempt on this prospect, at this instant. */
export const recordAttempt = (tx: Tx, { prospectId, at }: { prospectId: ProspectId; at: Instant }) =>
  sql`update prospects set attempts = attempts + 1, last_attempt_at = ${at} where tenant_id = ${tx.tenantId} and prospect_id = ${prospectId}`.execute(
    tx.sql,
  );

/** Retries come before first calls of the same priority: five is where files arrive. */
const RETRY_PRIORITY = 6;

export const saveMove = (tx: Tx, prospectId: ProspectId, code: string, move: Exclude<ProspectMove, { verb: 'suppress' }>) => {
  const free = sql`leased_by = null, leased_until = null, resume_status = null, last_code = ${code}`;
  const where = sql`where tenant_id = ${tx.tenantId} and prospect_id = ${prospectId}`;
  switch (move.verb) {
    case 'retry':
      return sql`update prospects set status = 'to_retry', next_at = ${move.nextAt}, priority = greatest(priority, ${RETRY_PRIORITY}),
        callback_owner = null, callback_note = null, ${free} ${where}`.execute(tx.sql);
    case 'switch_number':
      return sql`update prospects set status = 'to_retry', next_at = ${tx.now}, priority = greatest(priority, ${RETRY_PRIORITY}),
        phone = other_phone, phone_hash = other_phone_hash, other_phone = null, other_phone_hash = null, callback_owner = null, callback_note = null,
        phone_kind = ${kindOf(move.phone)},
        ${free} ${where}`.execute(tx.sql);
    case 'call_back':
      return sql`update prospects set status = 'callback', next_at = ${move.nextAt}, callback_owner = ${move.owner}, callback_note = ${move.note}, ${free} ${where}`.execute(
        tx.sql,
      );
    case 'close':
      return sql`update prospects set status = 'closed', closed_at = ${tx.now}, callback_owner = null, ${free} ${where}`.execute(
        tx.sql,
      );
  }
};

/** Whether another prospect of the mission already has this number. */
export const numberTaken = async (tx: Tx, missionId: MissionId, phone: string): Promise<boolean> => {
  const { rows } =
    await sql`select 1 from prospects where tenant_id = ${tx.tenantId} and phone = ${phone} and mission_id = ${missionId}`.execute(
      tx.sql,
    );
  return rows.length > 0;
};

export const saveLastCode = (tx: Tx, prospectId: ProspectId, code: string) =>
  sql`update prospects set last_code = ${code} where tenant_id = ${tx.tenantId} and prospect_id = ${prospectId}`.execute(tx.sql);

const kindOf = (e164: string): PhoneKind => {
  const phone = readPhone(e164);
  return phone.ok ? phone.kind : 'special';
};

export type ProspectEvent = { id: string; at: Instant; type: string; actor: string; details: Record<string, unknown> };

export const addEvent = (
  tx: Tx,
  prospectIds: readonly ProspectId[],
  type: string,
  details: Record<string, unknown>,
  actor: Actor = tx.actor,
) =>
  prospectIds.length === 0
    ? Promise.resolve()
    : sql`insert into prospect_events (tenant_id, prospect_id, event_id, at, type, actor, details)
        select ${tx.tenantId}, prospect_id, event_id, ${tx.now}, ${type}, ${JSON.stringify(actorLabel(actor))}::jsonb, ${JSON.stringify(details)}::jsonb
          from unnest(${[...prospectIds]}::uuid[], ${prospectIds.map(() => newId())}::uuid[]) as e (prospect_id, event_id)`.execute(
        tx.sql,
      );

export const eventsOf = async (tx: Tx, prospectId: ProspectId): Promise<ProspectEvent[]> => {
  const { rows } =
    await sql<ProspectEvent>`select event_id as id, at, type, actor ->> 'name' as actor, details from prospect_events
    where tenant_id = ${tx.tenantId} and prospect_id = ${prospectId} order by event_id`.execute(tx.sql);
  return rows;
};
