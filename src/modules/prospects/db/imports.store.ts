import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ImportId, MissionId, TenantId } from '../../../shared/ids.ts';
import { actorLabel } from '../../../shared/actor.ts';
import type { SystemTx } from '../../../platform/db/index.ts';
import type { ColumnMapping } from '../domain/file/fields.ts';
import type { ImportOptions, ProspectImport } from '../domain/importing/prospect-import.ts';
import { type ImportCounts, fileQualityOf } from '../domain/row/quality.ts';

const columns =
  sql.raw(`import_id as id, mission_id as "missionId", client_id as "clientId", dossier_id as "dossierId", file_id as "fileId",
  file_name as "fileName", byte_length as "byteLength", status, format, title_lines as "titleLines", proposals, mapping, options, rows_done as "rowsDone",
  counts, quality_score as "qualityScore", failure_code as "failureCode", uploaded_at as "uploadedAt", uploaded_by ->> 'name' as "uploadedBy",
  confirmed_at as "confirmedAt", finished_at as "finishedAt", undone_at as "undoneAt", undo`);

const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;

export const importById = async (tx: Tx, id: ImportId, { lock = false } = {}): Promise<ProspectImport | undefined> => {
  const { rows } =
    await sql<ProspectImport>`select ${columns} from prospect_imports where tenant_id = ${tx.tenantId} and import_id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(tx.sql);
  return rows[0];
};

export const importsOfMission = async (tx: Tx, missionId: MissionId): Promise<ProspectImport[]> => {
  const { rows } = await sql<ProspectImport>`select ${columns} from prospect_imports
    where tenant_id = ${tx.tenantId} and mission_id = ${missionId} order by uploaded_at desc, import_id desc limit 200`.execute(
    tx.sql,
  );
  return rows;
};

export type NewImport = Pick<
  ProspectImport,
  | 'id'
  | 'missionId'
  | 'clientId'
  | 'dossierId'
  | 'fileId'
  | 'fileName'
  | 'byteLength'
  | 'format'
  | 'titleLines'
  | 'proposals'
  | 'mapping'
  | 'options'
>;

export const insertImport = (tx: Tx, i: NewImport) =>
  sql`insert into prospect_imports (tenant_id, import_id, mission_id, client_id, dossier_id, file_id, file_name, byte_length, status, format, title_lines,
        proposals, mapping, options, uploaded_at, uploaded_by)
      values (${tx.tenantId}, ${i.id}, ${i.missionId}, ${i.clientId}, ${i.dossierId}, ${i.fileId}, ${i.fileName}, ${i.byteLength}, 'analysed', ${json(i.format)},
        ${i.titleLines}, ${json(i.proposals)}, ${json(i.mapping)}, ${json(i.options)}, ${tx.now}, ${json(actorLabel(tx.actor))})`.execute(
    tx.sql,
  );

export const saveMapping = (tx: Tx, id: ImportId, mapping: ColumnMapping, options: ImportOptions) =>
  sql`update prospect_imports set mapping = ${json(mapping)}, options = ${json(options)} where tenant_id = ${tx.tenantId} and import_id = ${id}`.execute(
    tx.sql,
  );

export const markWaiting = (tx: Tx, id: ImportId) =>
  sql`update prospect_imports set status = 'waiting', confirmed_at = ${tx.now}, heartbeat_at = clock_timestamp(), failure_code = null, rows_done = 0
      where tenant_id = ${tx.tenantId} and import_id = ${id}`.execute(tx.sql);

/**
 * Takes an import that waits, or one whose runner went silent; false when another is on it or it is finished.
 * The heartbeat is the machine's time, not the clock of the mission, which a demo may hold still.
 */
export const takeImport = async (tx: Tx, id: ImportId): Promise<boolean> => {
  const { numAffectedRows } =
    await sql`update prospect_imports set status = 'running', rows_done = 0, heartbeat_at = clock_timestamp()
    where tenant_id = ${tx.tenantId} and import_id = ${id}
      and (status = 'waiting' or (status = 'running' and heartbeat_at < clock_timestamp() - interval '15 seconds'))`.execute(
      tx.sql,
    );
  return numAffectedRows === 1n;
};

/** After a failure, until the next try. */
export const markWaitingAgain = (tx: Tx, id: ImportId) =>
  sql`update prospect_imports set status = 'waiting', rows_done = 0, heartbeat_at = clock_timestamp()
      where tenant_id = ${tx.tenantId} and import_id = ${id} and status = 'running'`.execute(tx.sql);

export const reportProgress = (tx: Tx, id: ImportId, rowsDone: number) =>
  sql`update prospect_imports set rows_done = ${rowsDone}, heartbeat_at = clock_timestamp()
      where tenant_id = ${tx.tenantId} and import_id = ${id} and status = 'running'`.execute(tx.sql);

export const markDone = async (tx: Tx, id: ImportId, counts: ImportCounts): Promise<boolean> => {
  const { numAffectedRows } = await sql`update prospect_imports
    set status = 'done', counts = ${json(counts)}, quality_score = ${fileQualityOf(counts).score}, rows_done = ${counts.read}, finished_at = ${tx.now}
    where tenant_id = ${tx.tenantId} and import_id = ${id} and status = 'running'`.execute(tx.sql);
  return numAffectedRows === 1n;
};

export const markFailed = (tx: Tx, id: ImportId, code: string) =>
  sql`update prospect_imports set status = 'failed', failure_code = ${code}, finished_at = ${tx.now}
      where tenant_id = ${tx.tenantId} and import_id = ${id} and status in ('waiting', 'running')`.execute(tx.sql);

export const markUndone = (tx: Tx, id: ImportId, undo: { removed: number; kept: number }) =>
  sql`update prospect_imports set status = 'undone', undone_at = ${tx.now}, undo = ${json(undo)}
      where tenant_id = ${tx.tenantId} and import_id = ${id}`.execute(tx.sql);

/** Imports whose runner went silent (a server killed in the middle), in every organisation. */
export const silentImports = async (tx: SystemTx): Promise<{ tenantId: TenantId; importId: ImportId }[]> => {
  const { rows } = await sql<{
    tenantId: TenantId;
    importId: ImportId;
  }>`select tenant_id as "tenantId", import_id as "importId" from prospect_imports
    where status in ('waiting', 'running') and heartbeat_at < clock_timestamp() - interval '15 seconds' limit 100`.execute(
    tx.sql,
  );
  return rows;
};

/** Prospects of an import that may still leave: never called, on nobody's desk. They are held until the undo is decided. */
export const lockUndoable = async (tx: Tx, id: ImportId): Promise<{ removable: number; called: number }> => {
  const { rows } = await sql<{ removable: number; called: number }>`
    with held as (select * from prospects where tenant_id = ${tx.tenantId} and mission_id = (${missionOf(tx, id)}) and import_id = ${id} for update)
    select count(*) filter (where ${neverCalled})::int as removable, count(*) filter (where not (${neverCalled}))::int as called from held`.execute(
    tx.sql,
  );
  return rows[0]!;
};

export const removeUncalled = async (tx: Tx, id: ImportId): Promise<number> => {
  const { numAffectedRows } = await sql`delete from prospects
    where tenant_id = ${tx.tenantId} and mission_id = (${missionOf(tx, id)}) and import_id = ${id} and ${neverCalled}`.execute(
    tx.sql,
  );
  return Number(numAffectedRows);
};

/** The mission's index leads to an import's prospects; they have none of their own. */
const missionOf = (tx: Tx, id: ImportId) =>
  sql`select mission_id from prospect_imports where tenant_id = ${tx.tenantId} and import_id = ${id}`;

const neverCalled = sql`(attempts = 0 and last_code is null and status in ('to_call', 'suppressed'))`;

export type AsideRow = {
  row: number;
  line: number;
  verdict: 'rejected' | 'duplicate' | 'suppressed';
  code: string;
  field: string | null;
  given: string | null;
  firstRow: number | null;
};

export const asideRows = async (tx: Tx, id: ImportId, limit: number | null = null): Promise<AsideRow[]> => {
  const { rows } = await sql<AsideRow>`select row_no as row, line_no as line, verdict, code, field, given, first_row as "firstRow"
    from prospect_import_rows where tenant_id = ${tx.tenantId} and import_id = ${id} order by row_no ${limit === null ? sql`` : sql`limit ${limit}`}`.execute(
    tx.sql,
  );
  return rows;
};

/** How many rows were set aside, reason by reason, the commonest first. */
export const asideReasons = async (
  tx: Tx,
  id: ImportId,
): Promise<{ code: string; verdict: AsideRow['verdict']; rows: number }[]> => {
  const { rows } = await sql<{
    code: string;
    verdict: AsideRow['verdict'];
    rows: number;
  }>`select code, verdict, count(*)::int as rows
    from prospect_import_rows where tenant_id = ${tx.tenantId} and import_id = ${id} group by code, verdict order by 3 desc, code`.execute(
    tx.sql,
  );
  return rows;
};

/** What was put right or doubted among the prospects kept, note by note. */
export const importNotes = async (tx: Tx, id: ImportId): Promise<{ code: string; rows: number }[]> => {
  const { rows } = await sql<{ code: string; rows: number }>`select note as code, count(*)::int as rows
    from prospects, unnest(import_notes) as note
    where tenant_id = ${tx.tenantId} and mission_id = (${missionOf(tx, id)}) and import_id = ${id} group by note order by 2 desc, 1`.execute(
    tx.sql,
  );
  return rows;
};
