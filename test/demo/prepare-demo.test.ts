import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../src/demo/api-client.ts';
import { livingCallsOf, livingMission, milestoneCalls } from '../../src/demo/living-mission.ts';
import { prepareDemo } from '../../src/demo/prepare-demo.ts';
import { seedFirstPage } from '../../src/demo/seed-first-page.ts';
import { civilDateOf, clockTime, instant, momentOf } from '../../src/shared/time.ts';
import { readBundle } from '../../src/modules/dossier/bundle/read-bundle.ts';
import { verifyBundle } from '../../src/modules/dossier/bundle/verify-bundle.ts';
import { demoClock } from '../../src/platform/clock/index.ts';
import { newId, type TenantId } from '../../src/shared/ids.ts';
import { isWorkingDay } from '../../src/shared/calendar.ts';
import { type RunningTest, runningCadran } from '../support/running-cadran.ts';

// A Thursday of May with two public holidays behind it.
const today = instant('2026-05-21T09:00:00+02:00');

let cadran: RunningTest;
let baseUrl: string;
let owner: ApiClient;
let missionId: string;

type Board = { totals: Record<string, number> };
type Listed = { appointments: { ref: string; state: string; reviewBy: string }[] };

beforeAll(async () => {
  cadran = await runningCadran({ now: today });
  await cadran.app.listen({ host: '127.0.0.1', port: 0 });
  baseUrl = `http://127.0.0.1:${(cadran.app.server.address() as AddressInfo).port}`;
  const { made } = await seedFirstPage(baseUrl);
  await prepareDemo({ baseUrl, db: cadran.db, worker: cadran.worker, organisation: made!, breathMs: 0 });
  owner = made!.owner;
  missionId = (await owner.get<{ missions: { id: string }[] }>('/missions')).missions[0]!.id;
}, 110_000);
afterAll(() => cadran?.stop());

test('the board of the demonstration counts every call that was declared over eight working days', async () => {
  const mission = livingMission(today);
  const { totals } = await owner.get<Board>(`/missions/${missionId}/board`);
  expect(totals['attempts']).toBe(mission.days.reduce((sum, day) => sum + livingCallsOf(mission, day).length, 0));
  expect(totals['attempts']).toBeGreaterThan(milestoneCalls);
  expect(totals['booked']).toBe(6);
});

test('its six appointments show each thing that may become of one', async () => {
  const { appointments } = await owner.get<Listed>(`/appointments?missionId=${missionId}`);
  expect(appointments.map(({ state }) => state).sort()).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'contested',
    'refused',
    'to_review',
  ]);
  expect(appointments.find(({ state }) => state === 'to_review')!.reviewBy > today).toBe(true);
});

test('a deposit and one intermediate invoice are issued, for 30 % and 40 % of the forfait signed', async () => {
  const { invoices } = await owner.get<{ invoices: { kind: string; netCents: number; issuedOn: string }[] }>(
    '/invoices?limit=50',
  );
  expect(invoices.map(({ kind }) => kind).sort()).toEqual(['deposit', 'intermediate']);
  // Twelve hours at 40 € are 480 €.
  expect(Object.fromEntries(invoices.map(({ kind, netCents }) => [kind, netCents]))).toEqual({
    deposit: 14_400,
    intermediate: 19_200,
  });
  expect(invoices.every(({ issuedOn }) => issuedOn < civilDateOf(today))).toBe(true);
});

test('a weekly report is printed, one quote waits for a signature and one lacks terms', async () => {
  const { reports } = await owner.get<{ reports: { kind: string; isPrinted: boolean }[] }>(`/missions/${missionId}/reports`);
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.every(({ kind, isPrinted }) => kind === 'weekly' && isPrinted)).toBe(true);
  const { quotes } = await owner.get<{ quotes: { status: string; title: string }[] }>('/quotes');
  expect(quotes.map(({ status }) => status).sort()).toEqual(['draft', 'sent', 'signed']);
});

test('afterwards the organisation lives in the present, and a second start makes nothing more', async () => {
  expect((await owner.get<{ now: string }>(`/appointments?missionId=${missionId}`)).now).toBe(today);
  expect((await seedFirstPage(baseUrl)).made).toBeNull();
});

test('its dossier, made into a bundle, verifies from the first fact to the last', async () => {
  const { dossierId } = await owner.get<{ dossierId: string }>(`/missions/${missionId}`);
  const { id } = await owner.post<{ id: string }>(`/dossiers/${dossierId}/bundles`);
  await cadran.worker.drainJobs();
  const folder = await mkdtemp(join(tmpdir(), 'cadran-living-'));
  await writeFile(join(folder, 'dossier.zip'), await owner.bytes(`/bundles/${id}/zip`));
  const { checks } = await verifyBundle(await readBundle(join(folder, 'dossier.zip')));
  await rm(folder, { recursive: true });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(checks.length).toBeGreaterThan(0);
});

test('while one organisation is told another time, the others live in the present', async () => {
  const [told, other] = [newId<TenantId>(), newId<TenantId>()];
  const nowIn = (tenantId: TenantId) =>
    cadran.db.withTenant(tenantId, { kind: 'system', name: 'test', tenantId }, async ({ now }) => now);
  const past = instant('2026-05-04T08:00:00Z');
  cadran.db.tellTime(told, demoClock(past));
  expect([await nowIn(told), await nowIn(other)]).toEqual([past, today]);
  cadran.db.tellTime(told, null);
  expect(await nowIn(told)).toBe(today);
});

// Every fourth day: each day of the week comes back, and each holiday is behind some of them.
test('whatever the day of the first start, its calls are past, on working days, inside the signed slots', () => {
  const wrong: string[] = [];
  for (let day = 1; day <= 366; day += 4) {
    const now = instant(new Date(Date.UTC(2027, 0, day, 5)));
    const mission = livingMission(now);
    if (mission.readyOn >= mission.days[0]!) wrong.push(`${now}: called before it was ready`);
    for (const on of mission.days) {
      const calls = livingCallsOf(mission, on);
      if (!isWorkingDay(on) || calls.length < 15 || calls.length > 25) wrong.push(`${now}: ${calls.length} calls on ${on}`);
      const strays = calls.filter(
        ({ at }) => at >= now || !slots.some(([from, to]) => at >= momentOf(on, from) && at < momentOf(on, to)),
      );
      wrong.push(...strays.map(({ at }) => `${now}: a call at ${at}`));
    }
  }
  expect(wrong).toEqual([]);
});

const slots = [
  [clockTime('09:30'), clockTime('12:00')],
  [clockTime('14:00'), clockTime('18:00')],
] as const;
