import type { Wired } from '../../platform/http/types.ts';
import { defineSweep, enqueue } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { chooseMappingHandler } from './app/choose-mapping.handler.ts';
import { confirmImportHandler } from './app/confirm-import.handler.ts';
import { installationPhoneKey, usePhoneKey } from './app/phone-hash.ts';
import { readImports } from './app/read-imports.ts';
import { readProspects } from './app/read-prospects.ts';
import { recordSuppressionHandler, uploadSuppressionsHandler } from './app/record-suppressions.handler.ts';
import { runImport, runImportJob } from './app/run-import.job.ts';
import { undoImportHandler } from './app/undo-import.handler.ts';
import { uploadFileHandler } from './app/upload-file.handler.ts';
import { silentImports } from './db/imports.store.ts';
import { releaseExpired, tenantsWithExpiredLeases } from './db/pick-next.ts';
import { importRoutes } from './http/import.routes.ts';
import { prospectRoutes } from './http/prospect.routes.ts';

/** A lease that ran out gives its prospect back to the queue: a caller who closed the window holds nobody. */
const releaseLeases = defineSweep('release-expired-leases', async (system, now) => {
  const tenants = await system.asSystem((tx) => tenantsWithExpiredLeases(tx, now));
  for (const tenantId of tenants) await system.withTenant(tenantId, (tx) => releaseExpired(tx, now));
});

/** An import whose server was killed is taken up again from the start: nothing of it had been kept. */
const resumeImports = defineSweep('resume-silent-imports', async (system) => {
  for (const { tenantId, importId } of await system.asSystem(silentImports)) {
    await system.withTenant(tenantId, (tx) => enqueue(tx, runImport, { importId }, { singletonKey: importId }));
  }
});

export const wireProspects = ({ db, files, live, config }: Platform): Wired => {
  usePhoneKey(installationPhoneKey(config));
  const deps = { db, files };
  return {
    routes: [
      importRoutes({
        upload: uploadFileHandler(deps),
        chooseMapping: chooseMappingHandler(deps),
        confirm: confirmImportHandler(deps),
        undo: undoImportHandler(deps),
        read: readImports(deps),
        live,
      }),
      prospectRoutes({
        read: readProspects(deps),
        suppress: recordSuppressionHandler(deps),
        uploadSuppressions: uploadSuppressionsHandler(deps),
      }),
    ],
    jobs: [runImportJob({ files })],
    sweeps: [releaseLeases, resumeImports],
  };
};
