import { defineSweep } from '../../../platform/jobs/index.ts';
import { lockResiliation, resiliationsDue } from '../db/life.store.ts';
import { takeEffect } from './serve-notice.handler.ts';

/** When a notice is over the contract ends by itself; the dial gate already refused from that instant. */
export const takeEffectSweep = defineSweep('end-terminated-contracts', async (system, now) => {
  for (const { tenantId, id } of await system.asSystem((tx) => resiliationsDue(tx, now)))
    await system.withTenant(tenantId, async (tx) => {
      const resiliation = await lockResiliation(tx, id);
      if (resiliation?.state === 'notice_running' && resiliation.effectiveAt! <= tx.now) await takeEffect(tx, resiliation);
    });
});
