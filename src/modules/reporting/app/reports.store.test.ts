import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { testDatabase } from '../../../platform/db/testing.ts';
import type { Files } from '../../../platform/files/index.ts';
import { jobWorker } from '../../../platform/jobs/index.ts';
import type { Actor } from '../../../shared/actor.ts';
import {
  type ClientId,
  type DossierId,
  type MissionId,
  newId,
  type QuoteId,
  type TenantId,
  type UserId,
} from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import type { ContractContent } from '../../contracts/index.ts';
import { enactTerms } from '../../contracts/queries.ts';
import { readBoard } from './read-board.ts';
import { readMissionLines } from './read-mission-lines.ts';
import { reportHandlers, weeklyReportsSweep } from './reports.handler.ts';

type Member = Extract<Actor, { kind: 'member' }>;
type Client = Extract<Actor, { kind: 'client' }>;

const world = async () => {
  const database = await testDatabase({ now: instant('2026-03-11T09:00:00Z') });
  const { db } = database;
  const tenantId = newId<TenantId>();
  const owner: Member = { kind: 'member', userId: newId<UserId>(), tenantId, role: 'owner', displayName: 'Claire' };
  const [missionId, dossierId, clientId] = [newId<MissionId>(), newId<DossierId>(), newId<ClientId>()];
  const clientOf = (id: ClientId): Client => ({ kind: 'client', clientId: id, tenantId, contactId: null, displayName: 'Nova' });
  const content = {
    schema: 'cadran-terms/1',
    number: 'DEV-2026-0001',
    title: 'Prospection',
    issuedOn: '2026-03-02',
    validUntil: '2026-03-31',
    isDemo: true,
    provider: { name: 'Voix Claire' },
    client: { name: 'Nova' },
    terms: canonicalTerms,
    clauses: [],
    articles: { volumes: '3.2', reporting: '6.2' },
  } as unknown as ContractContent;
  await db.withTenant(tenantId, owner, async (tx) => {
    await enactTerms(tx, { missionId, dossierId, content, effectiveAt: instant('2026-03-05T10:00:00Z') });
    await sql`insert into missions (tenant_id, id, dossier_id, client_id, quote_id, name, status, opened_at, starts_on, ends_on, version)
      values (${tenantId}, ${missionId}, ${dossierId}, ${clientId}, ${newId<QuoteId>()}, 'Prospection', 'open', '2026-03-05T10:00:00Z', '2026-03-09', '2026-04-03', 1)`.execute(
      tx.sql,
    );
  });
  // Nothing here reads a stored file: documents are printed by the worker's job, not asked for in these tests.
  const reports = reportHandlers({ db, files: {} as Files });
  const worker = jobWorker({ db, jobs: [], sweeps: [weeklyReportsSweep] });
  return { ...database, owner, missionId, client: clientOf(clientId), stranger: clientOf(newId<ClientId>()), reports, worker };
};

let here: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  here = await world();
}, 60_000);
afterAll(async () => {
  await here.worker.stop();
  await here.stop();
});
const labels = async () => (await here.reports.list(here.owner, here.missionId))!.reports.map(({ label }) => label);

describe('who sees a mission', () => {
  test('its client sees it in the list, on the board and in the reports; another client sees nothing', async () => {
    const { db, missionId, client, stranger, reports } = here;
    expect((await readMissionLines({ db })(client)).missions).toMatchObject([
      { id: missionId, clientName: 'Nova', next: { kind: 'weekly_report' } },
    ]);
    expect(await readBoard({ db })(client, missionId)).toMatchObject({
      volumes: [{ id: 'calls', article: '3.2' }, { id: 'hours' }, { id: 'appointments' }],
    });
    expect((await readMissionLines({ db })(stranger)).missions).toEqual([]);
    expect(await readBoard({ db })(stranger, missionId)).toBeNull();
    expect(await reports.list(stranger, missionId)).toBeNull();
  });
});

describe('reports freeze', () => {
  test('the weekly report makes itself on Monday at eight, once', async () => {
    here.clock.set(instant('2026-03-16T06:59:00Z'));
    await here.worker.runSweeps();
    expect(await labels()).toEqual([]);
    here.clock.set(instant('2026-03-16T07:00:00Z'));
    await here.worker.runSweeps();
    await here.worker.runSweeps();
    expect(await labels()).toEqual(['Compte rendu hebdomadaire, semaine 11']);
  });

  test('the final report waits for the last day, keeps its remarks and is made once', async () => {
    const { reports, owner, missionId, clock } = here;
    const freeze = () => reports.freezeFinal(owner, { missionId, notes: ['Fichier conforme.'] });
    expect(await freeze()).toMatchObject({ ok: false, code: 'mission_not_over', details: { endsOn: '2026-04-03' } });
    clock.set(instant('2026-04-06T08:00:00Z'));
    expect(await freeze()).toMatchObject({ ok: true });
    expect(await freeze()).toMatchObject({ ok: false, code: 'final_report_exists' });
    expect((await reports.list(owner, missionId))!.reports.at(-1)).toMatchObject({
      kind: 'final',
      notes: ['Fichier conforme.'],
      snapshotSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });
});
