import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ClientId, MissionId, ProspectId, UserId } from '../../../shared/ids.ts';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import { prospectStatuses, type ProspectStatus } from '../domain/calling/prospect-state.ts';
import type { ContactClass } from '../domain/row/contact-class.ts';
import type { PhoneKind } from '../domain/row/phone.ts';
import { type FileQuality, type ImportCounts, fileQualityOf, noRows } from '../domain/row/quality.ts';
import type { Zone } from '../domain/row/territory.ts';
import { type ProspectCard, cardColumns } from './prospects.store.ts';

/** All that the dial gate asks of a prospect before the click becomes a call. */
export type DialTarget = {
  prospectId: ProspectId;
  missionId: MissionId;
  clientId: ClientId;
  phone: string;
  phoneKind: PhoneKind;
  phoneCountry: string;
  otherPhone: string | null;
  zone: Zone;
  timeZone: string;
  department: string | null;
  postalCode: string | null;
  contactClass: ContactClass;
  naf: string | null;
  status: ProspectStatus;
  attempts: number;
  lastAttemptAt: Instant | null;
  lastCode: string | null;
  leasedBy: UserId | null;
  leasedUntil: Instant | null;
  callbackOwner: UserId | null;
  callbackAt: Instant | null;
  source: string | null;
  collectedOn: CivilDate | null;
  /** The objection that forbids the call, if any: read from the list itself, not from the prospect's status. */
  suppressed: { scope: 'provider' | 'client' | 'mission'; recordedAt: Instant } | null;
};

/** `lock` holds the prospect until the end of the transaction: one dial at a time. */
export const prospectForDial = async (tx: Tx, id: ProspectId, { lock = false } = {}): Promise<DialTarget | undefined> => {
  const { rows } = await sql<DialTarget & { resumeStatus: ProspectStatus | null; nextAt: Instant }>`
    select p.prospect_id as "prospectId", p.mission_id as "missionId", p.client_id as "clientId", p.phone, p.phone_kind as "phoneKind",
           p.phone_country as "phoneCountry", p.other_phone as "otherPhone", p.zone, p.time_zone as "timeZone", p.department, p.postal_code as "postalCode",
           p.contact_class as "contactClass", p.naf, p.status, p.resume_status as "resumeStatus", p.attempts, p.last_attempt_at as "lastAttemptAt",
           p.last_code as "lastCode", p.leased_by as "leasedBy", p.leased_until as "leasedUntil", p.callback_owner as "callbackOwner",
           p.next_at as "nextAt", p.source, p.collected_on as "collectedOn",
           (select jsonb_build_object('scope', s.scope, 'recordedAt', to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
              from suppressions s
             where s.tenant_id = p.tenant_id and s.phone_hash in (p.phone_hash, p.other_phone_hash)
               and (s.client_id is null or s.client_id = p.client_id) and (s.mission_id is null or s.mission_id = p.mission_id)
             order by s.recorded_at limit 1) as suppressed
      from prospects p where p.tenant_id = ${tx.tenantId} and p.prospect_id = ${id} ${lock ? sql`for update of p` : sql``}`.execute(
    tx.sql,
  );
  const row = rows[0];
  if (!row) return undefined;
  const { resumeStatus, nextAt, ...target } = row;
  const isCallback = target.status === 'callback' || resumeStatus === 'callback';
  return { ...target, callbackAt: isCallback ? nextAt : null };
};

export type ProspectCounts = Record<ProspectStatus, number> & {
  total: number;
  /** Called at least once. */
  called: number;
  /** How many stand at each last outcome. */
  byCode: Record<string, number>;
  /** Lines treated as a person's, which need consent: said before the mission starts. */
  consumerLines: number;
};

/** How the mission's prospects stand, by state and by last outcome. */
export const prospectCounts = async (tx: Tx, missionId: MissionId): Promise<ProspectCounts> => {
  const { rows } = await sql<{ status: ProspectStatus; code: string | null; rows: number; called: number; consumers: number }>`
    select status, last_code as code, count(*)::int as rows, count(*) filter (where attempts > 0)::int as called,
           count(*) filter (where contact_class = 'PERSO')::int as consumers
      from prospects where tenant_id = ${tx.tenantId} and mission_id = ${missionId} group by status, last_code`.execute(tx.sql);
  const counts = {
    ...Object.fromEntries(prospectStatuses.map((status) => [status, 0])),
    total: 0,
    called: 0,
    byCode: {},
    consumerLines: 0,
  } as unknown as ProspectCounts;
  for (const row of rows) {
    counts[row.status] += row.rows;
    counts.total += row.rows;
    counts.called += row.called;
    counts.consumerLines += row.consumers;
    if (row.code) counts.byCode[row.code] = (counts.byCode[row.code] ?? 0) + row.rows;
  }
  return counts;
};

export type MissionFileQuality = FileQuality & {
  counts: ImportCounts;
  files: number;
  /** What the calls then showed: prospects tried, and those whose number was wrong (K01 = 1 − wrongNumbers / tried). */
  tried: number;
  wrongNumbers: number;
};

/** The quality of the mission's files: as imported, all files together, and as the calls found it. */
export const fileQuality = async (tx: Tx, missionId: MissionId): Promise<MissionFileQuality> => {
  const imports = await sql<{ counts: ImportCounts }>`select counts from prospect_imports
    where tenant_id = ${tx.tenantId} and mission_id = ${missionId} and status = 'done'`.execute(tx.sql);
  const { rows } = await sql<{ tried: number; wrong: number }>`
    select count(*) filter (where attempts > 0 or last_code is not null)::int as tried, count(*) filter (where last_code = 'FNX' and status = 'closed')::int as wrong
      from prospects where tenant_id = ${tx.tenantId} and mission_id = ${missionId}`.execute(tx.sql);
  const counts = imports.rows.reduce<ImportCounts>((sum, { counts: next }) => {
    return Object.fromEntries(
      Object.entries(sum).map(([name, value]) => [name, value + next[name as keyof ImportCounts]]),
    ) as ImportCounts;
  }, noRows);
  return { ...fileQualityOf(counts), counts, files: imports.rows.length, tried: rows[0]!.tried, wrongNumbers: rows[0]!.wrong };
};

export type ProspectSort = 'added' | 'company' | 'nextAt';
export type ProspectListAsked = {
  missionId: MissionId;
  status?: ProspectStatus | undefined;
  contactClass?: ContactClass | undefined;
  importId?: string | undefined;
  /** Company, person, town, SIRET or any part of a number. */
  search?: string | undefined;
  sort: ProspectSort;
  /** The `next` of the page before. */
  after?: string | undefined;
  limit: number;
};

const sortKeys: Readonly<Record<ProspectSort, string>> = {
  added: `p.prospect_id::text`,
  company: `lower(coalesce(p.company, '~'))`,
  nextAt: `to_char(p.next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
};

/** One page of a mission's prospects. Pages follow the last key seen, so that a list that moves neither repeats nor skips. */
export const listProspects = async (
  tx: Tx,
  asked: ProspectListAsked,
): Promise<{ prospects: ProspectCard[]; next: string | null }> => {
  const key = sql.raw(sortKeys[asked.sort]);
  const after = asked.after ? readCursor(asked.after) : null;
  const pattern = asked.search ? `%${asked.search.replace(/[\\%_]/g, '\\$&')}%` : null;
  const digits = asked.search?.replace(/\D/g, '').replace(/^0(?=\d)/, '') ?? '';
  // By arrival, the key is the id itself and its index serves the page.
  const follows = !after
    ? sql`true`
    : asked.sort === 'added'
      ? sql`p.prospect_id > ${after.id}`
      : sql`(${key}, p.prospect_id) > (${after.key}, ${after.id}::uuid)`;
  const { rows } = await sql<ProspectCard & { key: string }>`
    select ${cardColumns}, ${key} as key from prospects p
     where p.tenant_id = ${tx.tenantId} and p.mission_id = ${asked.missionId} and ${follows}
       ${asked.status ? sql`and p.status = ${asked.status}` : sql``}
       ${asked.contactClass ? sql`and p.contact_class = ${asked.contactClass}` : sql``}
       ${asked.importId ? sql`and p.import_id = ${asked.importId}` : sql``}
       ${
         pattern
           ? sql`and (p.company ilike ${pattern} or p.last_name ilike ${pattern} or p.city ilike ${pattern} or p.siret like ${pattern}
           ${digits.length >= 4 ? sql`or p.phone like ${`%${digits}%`} or p.other_phone like ${`%${digits}%`}` : sql``})`
           : sql``
       }
     order by ${asked.sort === 'added' ? sql`p.prospect_id` : sql`${key}, p.prospect_id`} limit ${asked.limit + 1}`.execute(
    tx.sql,
  );
  const page = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? page.at(-1) : undefined;
  return { prospects: page.map(({ key: _, ...card }) => card), next: last ? cursor(last.key, last.id) : null };
};

const cursor = (key: string, id: ProspectId): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');

const readCursor = (text: string): { key: string; id: string } | null => {
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [unknown, unknown];
    return typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { key, id } : null;
  } catch {
    return null;
  }
};
