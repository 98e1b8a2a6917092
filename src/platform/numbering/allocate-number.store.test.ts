import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type TenantId } from '../../shared/ids.ts';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import { allocateNumber } from './index.ts';

let t: TestDatabase;
const actor: Actor = { kind: 'system', name: 'test', tenantId: null };
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.stop());

const issue = (tenantId: TenantId, series: string, year: number, fail = false) =>
  t.db.withTenant(tenantId, actor, async (tx) => {
    const { number } = await allocateNumber(tx, { series, year });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
    if (fail) throw new Error('the issue failed');
    return number;
  });

test('each tenant, series and year counts from 1', async () => {
  const [marie, other] = [newId<TenantId>(), newId<TenantId>()];
  expect(await issue(marie, 'DEV', 2026)).toBe('DEV-2026-0001');
  expect(await issue(marie, 'DEV', 2026)).toBe('DEV-2026-0002');
  expect(await issue(marie, 'FA', 2026)).toBe('FA-2026-0001');
  expect(await issue(marie, 'DEV', 2027)).toBe('DEV-2027-0001');
  expect(await issue(other, 'DEV', 2026)).toBe('DEV-2026-0001');
});

test('twenty at once, every third one failing: no gap and no duplicate', async () => {
  const marie = newId<TenantId>();
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => issue(marie, 'FA', 2026, i % 3 === 0)));
  const given = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(given).toHaveLength(13);
  expect([...given].sort()).toEqual(Array.from({ length: 13 }, (_, i) => `FA-2026-${String(i + 1).padStart(4, '0')}`));
  expect(await issue(marie, 'FA', 2026)).toBe('FA-2026-0014');
});
