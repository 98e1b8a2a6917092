import { defineSweep, enqueue } from '../../../platform/jobs/index.ts';
import { silentImports } from '../db/imports.store.ts';
import { releaseExpired, tenantsWithExpiredLeases } from '../db/pick-next.ts';
import { runImport } from './run-import.job.ts';

/** A lease that ran out gives its prospect back to the queue: a caller who closed the window holds nobody. */
export const releaseLeases = defineSweep('release-expired-leases', async (system, now) => {
  const tenants = await system.asSystem((tx) => tenantsWithExpiredLeases(tx, now));
  for (const tenantId of tenants) await system.withTenant(tenantId, (tx) => releaseExpired(tx, now));
});

/** An import whose server was killed is taken up again from the start: nothing of it had been kept. */
export const resumeImports = defineSweep('resume-silent-imports', async (system) => {
  for (const { tenantId, importId } of await system.asSystem(silentImports)) {
    await system.withTenant(tenantId, (tx) => enqueue(tx, runImport, { importId }, { singletonKey: importId }));
  }
});
