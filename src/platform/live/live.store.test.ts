import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type TenantId } from '../../shared/ids.ts';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import { announce, type Live, openLive } from './index.ts';

let t: TestDatabase;
let live: Live;
const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'system', name: 'test', tenantId };
const topic = "mission:d'Armor";

beforeAll(async () => {
  t = await testDatabase();
  live = openLive(t.app);
  await live.ready;
});
afterAll(async () => {
  await live.close();
  await t.stop();
});

const say = (tenant: TenantId, fail = false) =>
  t.db.withTenant(tenant, actor, async (tx) => {
    announce(tx, { topic });
    announce(tx, { topic });
    if (fail) throw new Error('rolled back');
  });

test('an open screen is told once, after the commit, and no longer once it is closed', async () => {
  const told = vi.fn<() => void>();
  const stop = live.subscribe({ tenantId, topic }, told);
  await say(tenantId);
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  stop();
  await say(tenantId);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toHaveBeenCalledTimes(1);
});

test('nothing is told of what was rolled back, nor to another tenant', async () => {
  const told = vi.fn<() => void>();
  const marker = vi.fn<() => void>();
  const stops = [live.subscribe({ tenantId, topic }, told), live.subscribe({ tenantId, topic: 'marker' }, marker)];
  await expect(say(tenantId, true)).rejects.toThrow('rolled back');
  await say(newId<TenantId>());
  await t.db.withTenant(tenantId, actor, async (tx) => announce(tx, { topic: 'marker' }));
  await vi.waitFor(() => expect(marker).toHaveBeenCalled());
  expect(told).not.toHaveBeenCalled();
  for (const stop of stops) stop();
});

test('after a lost connection every screen is told to read again', async () => {
  const told = vi.fn<() => void>();
  const stop = live.subscribe({ tenantId, topic }, told);
  await t.db.pool.query('select pg_terminate_backend(pid) from pg_stat_activity where query ilike $1', ['listen %']);
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), { timeout: 10_000 });
  stop();
});
