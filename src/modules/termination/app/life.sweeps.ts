import { defineSweep } from '../../../platform/jobs/index.ts';
import type { TenantId } from '../../../shared/ids.ts';
import { type CivilDate, civilDateOf } from '../../../shared/time.ts';
import { keepAlarm } from '../db/calendar.store.ts';
import { tenantsWithMissions } from '../db/handovers.store.ts';
import { lockResiliation, resiliationsDue } from '../db/life.store.ts';
import { alarmsDue } from '../domain/deadlines.ts';
import { deadlinesOf } from './read-deadlines.ts';
import { takeEffect } from './serve-notice.handler.ts';
import { tellDeadline } from './tell-deadline.ts';

/** When a notice is over the contract ends by itself; the dial gate already refused from that instant. */
export const takeEffectSweep = defineSweep('end-terminated-contracts', async (system, now) => {
  for (const { tenantId, id } of await system.asSystem((tx) => resiliationsDue(tx, now)))
    await system.withTenant(tenantId, async (tx) => {
      const resiliation = await lockResiliation(tx, id);
      if (resiliation?.state === 'notice_running' && resiliation.effectiveAt! <= tx.now) await takeEffect(tx, resiliation);
    });
});

/** Dates that come near are told to the owners, and to the client for its own, once at each step. */
export const alarmSweep = (publicUrl: string) => {
  // Dates change from one day to the next: an organisation is looked at once a day, not at every round.
  const lookedAt = new Map<TenantId, CivilDate>();
  return defineSweep('tell-contract-deadlines', async (system, now) => {
    const today = civilDateOf(now);
    for (const tenantId of await system.asSystem(tenantsWithMissions)) {
      if (lookedAt.get(tenantId) === today) continue;
      lookedAt.set(tenantId, today);
      await system.withTenant(tenantId, async (tx) => {
        for (const due of alarmsDue(await deadlinesOf(tx, null), civilDateOf(tx.now)))
          if (await keepAlarm(tx, due)) await tellDeadline(tx, due, publicUrl);
      });
    }
  });
};
