import type { Database } from '../db/index.ts';
import type { SweepRunner } from './job.ts';

/** What a sweep may do: look across tenants, then act in one of them under its own name. */
export const sweepRunner = (db: Database, name: string): SweepRunner => ({
  asSystem: (work) => db.asSystem(work),
  withTenant: (tenantId, work) => db.withTenant(tenantId, { kind: 'system', name, tenantId }, work),
});
