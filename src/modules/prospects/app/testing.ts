import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { testDatabase } from '../../../platform/db/testing.ts';
import { diskFiles } from '../../../platform/files/index.ts';
import { jobWorker } from '../../../platform/jobs/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import {
  type ClientId,
  type DossierId,
  type MissionId,
  type QuoteId,
  type TenantId,
  type UserId,
  newId,
} from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { chooseMappingHandler } from './choose-mapping.handler.ts';
import { confirmImportHandler } from './confirm-import.handler.ts';
import { readImports } from './read-imports.ts';
import { readProspects } from './read-prospects.ts';
import { recordSuppressionHandler, uploadSuppressionsHandler } from './record-suppressions.handler.ts';
import { runImportJob } from './run-import.job.ts';
import { releaseLeases, resumeImports } from './sweeps.ts';
import { undoImportHandler } from './undo-import.handler.ts';
import { uploadFileHandler } from './upload-file.handler.ts';

/** Tuesday 10 March 2026, 10:00 in Paris. */
export const tuesday = instant('2026-03-10T09:00:00Z');

/** One client with two missions, an owner and two callers, and the module's handlers over a real PostgreSQL. */
export const prospectWorld = async () => {
  const database = await testDatabase({ now: tuesday });
  const { db, clock } = database;
  const folder = await mkdtemp(join(tmpdir(), 'prospects-'));
  const files = diskFiles(folder);
  const deps = { db, files };
  const worker = jobWorker({ db, jobs: [runImportJob({ files })], sweeps: [releaseLeases, resumeImports] });
  const tenantId = newId<TenantId>();
  const member = (displayName: string, role: 'owner' | 'caller') => ({
    kind: 'member' as const,
    userId: newId<UserId>(),
    tenantId,
    role,
    displayName,
  });
  const [claire, amina, leo] = [member('Claire', 'owner'), member('Amina', 'caller'), member('Léo', 'caller')];
  const clientId = newId<ClientId>();
  const [mission, otherMission] = [newId<MissionId>(), newId<MissionId>()];
  const inside = <T>(work: (tx: Tx) => Promise<T>, actor: Actor = claire) => db.withTenant(tenantId, actor, work);

  await inside(async (tx) => {
    for (const id of [mission, otherMission])
      await sql`insert into missions (tenant_id, id, dossier_id, client_id, quote_id, name, status, opened_at, starts_on, ends_on, version)
        values (${tenantId}, ${id}, ${newId<DossierId>()}, ${clientId}, ${newId<QuoteId>()}, 'Prospection', 'open', ${tx.now}, '2026-03-09', '2026-04-03', 1)`.execute(
        tx.sql,
      );
  });

  const handlers = {
    upload: uploadFileHandler(deps),
    chooseMapping: chooseMappingHandler(deps),
    confirm: confirmImportHandler(deps),
    undo: undoImportHandler(deps),
    imports: readImports(deps),
    prospects: readProspects(deps),
    suppress: recordSuppressionHandler(deps),
    uploadSuppressions: uploadSuppressionsHandler(deps),
  };

  /** Uploads, confirms and runs; answers the import as its screen reads it. */
  const importFile = async (bytes: Uint8Array | string, { missionId = mission, name = 'prospects.csv' } = {}) => {
    const uploaded = await handlers.upload(claire, {
      missionId,
      name,
      mediaType: 'text/csv',
      bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    });
    if (!uploaded.ok) throw new Error(uploaded.code);
    const confirmed = await handlers.confirm(claire, { importId: uploaded.importId });
    if (!confirmed.ok) throw new Error(confirmed.code);
    await worker.drainJobs();
    return (await handlers.imports.one(claire, uploaded.importId))!;
  };

  return {
    ...database,
    deps,
    tenantId,
    claire,
    amina,
    leo,
    clientId,
    mission,
    otherMission,
    inside,
    worker,
    handlers,
    importFile,
    at: (moment: string) => clock.set(instant(moment)),
    close: async () => {
      await worker.stop();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
export type ProspectWorld = Awaited<ReturnType<typeof prospectWorld>>;
