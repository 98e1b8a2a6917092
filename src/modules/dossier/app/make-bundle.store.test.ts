import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest } from '../../../../test/support/running-cadran.ts';
import type { DossierId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { makeBundleJob } from './make-bundle.job.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let dossierId: DossierId;

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-16T09:00:00Z') });
  owner = await cadran.owner();
  dossierId = (await owner.call('POST', '/clients', aClient())).json().dossierId;
}, 120_000);
afterAll(() => cadran?.stop());

test('a bundle that could not be made after its last try says so, and another can be asked', async () => {
  const { id } = (await owner.call('POST', `/dossiers/${dossierId}/bundles`)).json() as { id: string };
  const signature = { timestamp: () => Promise.reject(new Error('the time authority is away')) };
  const job = makeBundleJob({ files: cadran.platform.files, vault: cadran.platform.recordings, signature: signature as never });
  const actor = { kind: 'system' as const, name: 'make-bundle', tenantId: owner.tenantId };
  const run = (attempt: number) =>
    job.handler({
      payload: { bundleId: id },
      tenantId: owner.tenantId,
      jobId: 'j',
      attempt,
      actor,
      withTenant: (work) => cadran.db.withTenant(owner.tenantId, actor, work),
    });
  const stateOf = async (bundleId: string) =>
    (await owner.call('GET', `/dossiers/${dossierId}/bundles`)).json().bundles.find((one: { id: string }) => one.id === bundleId)
      .state as string;

  await expect(run(1)).rejects.toThrow('the time authority is away');
  expect(await stateOf(id)).toBe('preparing');
  await expect(run(4)).rejects.toThrow('the time authority is away');
  expect(await stateOf(id)).toBe('failed');

  const again = (await owner.call('POST', `/dossiers/${dossierId}/bundles`)).json() as { id: string };
  await cadran.worker.drainJobs();
  expect(await stateOf(again.id)).toBe('ready');
});
