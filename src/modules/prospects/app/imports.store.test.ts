import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readJournal } from '../../../platform/journal/index.ts';
import type { ClientId, ContactId, ImportId, ProspectId } from '../../../shared/ids.ts';
import { newId } from '../../../shared/ids.ts';
import { fileQuality, prospectCounts } from '../queries.ts';
import { recordAttempt } from '../db/prospects.store.ts';
import { takeImport } from '../db/imports.store.ts';
import { type ProspectWorld, prospectWorld } from './testing.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../test/fixtures/prospects/${name}`, import.meta.url)));
const text = async (chunks: AsyncIterable<string>) => {
  let all = '';
  for await (const chunk of chunks) all += chunk;
  return all;
};

let world: ProspectWorld;
beforeAll(async () => {
  world = await prospectWorld();
});
afterAll(() => world.close());

/** A fresh world, for a test that counts. */
const fresh = async (work: (own: ProspectWorld) => Promise<void>) => {
  const own = await prospectWorld();
  try {
    await work(own);
  } finally {
    await own.close();
  }
};

describe('importing a file', () => {
  test('the two files of the client become prospects, and every row is accounted for', () =>
    fresh(async ({ importFile, inside, mission }) => {
      const excel = await importFile(fixture('prospects-excel-400.csv'));
      expect(excel.state).toMatchObject({
        status: 'done',
        rowsDone: 400,
        qualityScore: 84,
        counts: { read: 400, accepted: 314, rejected: 64, duplicates: 22, suppressed: 0 },
      });
      // Both files draw their numbers from the same small ranges: some rows of the second are already in the mission.
      const crm = await importFile(fixture('prospects-crm-300.csv'));
      const counts = crm.state.counts!;
      expect(counts.read).toBe(300);
      expect(counts.rejected).toBe(35);
      expect(counts.accepted + counts.rejected + counts.duplicates + counts.suppressed).toBe(300);
      expect(crm.reasons.reduce((sum, reason) => sum + reason.rows, 0)).toBe(300 - counts.accepted);
      const kept = await inside((tx) => prospectCounts(tx, mission));
      expect(kept).toMatchObject({ total: 314 + counts.accepted, to_call: 314 + counts.accepted });
      expect(await inside((tx) => fileQuality(tx, mission))).toMatchObject({ files: 2, counts: { read: 700 }, tried: 0 });
    }));

  test('the import is told in the dossier’s journal, with the file’s hash', () =>
    fresh(async ({ importFile, inside }) => {
      const { state } = await importFile(fixture('prospects-excel-400.csv'));
      const entries = await inside((tx) => readJournal(tx, state.dossierId));
      expect(entries.map((entry) => entry.type)).toEqual(['ProspectsImported']);
      expect(entries[0]!.body).toMatchObject({
        importId: state.id,
        counts: { accepted: 314 },
        fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }));

  test('the same file again: every prospect is already there, and says so', () =>
    fresh(async ({ importFile, otherMission }) => {
      await importFile('Société;Tél\nAlpha SARL;0199000001\nBeta SARL;0199000002\n');
      const again = await importFile('Société;Tél\nAlpha SARL;0199000001\nGamma SARL;0199000003\n');
      expect(again.state.counts).toMatchObject({ read: 2, accepted: 1, duplicates: 1 });
      expect(again.reasons).toEqual([{ code: 'duplicate_phone_in_mission', verdict: 'duplicate', rows: 1 }]);
      const elsewhere = await importFile('Société;Tél\nBeta SARL;0199000002\n', { missionId: otherMission });
      expect(elsewhere.reasons).toEqual([{ code: 'duplicate_phone_in_client', verdict: 'duplicate', rows: 1 }]);
    }));

  test('people who objected are set aside, by either of their numbers', () =>
    fresh(async ({ importFile, handlers, claire, clientId }) => {
      await handlers.suppress(claire, { phone: '06 39 98 00 01', reason: 'Courrier', scope: 'client', clientId });
      const { state, reasons } = await importFile(
        'Société;Tél;Mobile\nAlpha SARL;0199000001;0639980001\nBeta SARL;0639980001;\nGamma SARL;0199000003;\n',
      );
      expect(state.counts).toMatchObject({ read: 3, accepted: 1, suppressed: 1, duplicates: 1 });
      expect(reasons.map((reason) => reason.code).sort()).toEqual(['duplicate_phone_in_file', 'suppressed']);
    }));

  test('columns that feed no field go along with the prospect', () =>
    fresh(async ({ importFile, handlers, claire, mission }) => {
      await importFile('Société;Tél;Code interne;Motif\nAlpha SARL;0199000001;Z-42;oublié\n');
      const page = (await handlers.prospects.list(claire, { missionId: mission, sort: 'added', limit: 10 }))!;
      expect(page.prospects[0]).toMatchObject({ company: 'Alpha SARL', extra: { 'Code interne': 'Z-42' } });
    }));

  test('the person’s mapping wins over the proposal, until the import is confirmed', async () => {
    const { handlers, claire, mission, worker } = world;
    const bytes = new TextEncoder().encode('A;B\nAlpha SARL;0199000101\nBeta SARL;0199000102\n');
    const uploaded = await handlers.upload(claire, { missionId: mission, name: 'x.csv', mediaType: 'text/csv', bytes });
    if (!uploaded.ok) throw new Error(uploaded.code);
    const { importId } = uploaded;
    expect(await handlers.chooseMapping(claire, { importId, mapping: ['company', null], options: {} })).toMatchObject({
      ok: false,
      code: 'mapping_without_phone',
    });
    expect(
      await handlers.chooseMapping(claire, { importId, mapping: ['company', 'phone'], options: { source: 'Salon de mars' } }),
    ).toEqual({ ok: true });
    expect((await handlers.imports.one(claire, importId))!.preview).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'accepted' },
    ]);
    await handlers.confirm(claire, { importId });
    await worker.drainJobs();
    expect(await handlers.chooseMapping(claire, { importId, mapping: ['company', 'phone'], options: {} })).toMatchObject({
      ok: false,
      code: 'import_already_confirmed',
    });
    expect(await handlers.confirm(claire, { importId })).toMatchObject({ ok: false, code: 'import_already_confirmed' });
    const page = (await handlers.prospects.list(claire, { missionId: mission, sort: 'company', limit: 10, search: 'Alpha' }))!;
    expect(page.prospects[0]).toMatchObject({ source: 'Salon de mars', addedAt: '2026-03-10T09:00:00.000Z' });
  });

  test('the error file gives back the rows set aside, as they were, with their line and why; corrected, it is imported again', () =>
    fresh(async ({ importFile, handlers, claire, clientId }) => {
      const first = await importFile(
        'Export\nSociété;Tél;Note\nAlpha SARL;n.c.;"à revoir ; vite"\nBeta SARL;199000002;=1+1\nGamma;199000002;\n',
      );
      expect(first.state.counts).toMatchObject({ accepted: 1, rejected: 1, duplicates: 1, corrected: 1 });
      const errors = await handlers.imports.errors(claire, first.state.id);
      if (!errors.ok) throw new Error(errors.code);
      expect(errors.name).toBe('prospects-erreurs.csv');
      const csv = await text(errors.content);
      expect(csv).toBe(
        '\uFEFFSociété;Tél;Note;Motif;Ligne du fichier\r\n' +
          'Alpha SARL;n.c.;"à revoir ; vite";Le téléphone n’est pas un numéro.;3\r\n' +
          'Gamma;199000002;;Doublon\u00a0: même numéro qu’une ligne plus haut dans le fichier. (fiche n°\u00a02);5\r\n',
      );
      const again = await importFile(csv.replace('n.c.', '01 99 00 00 09'));
      expect(again.state.counts).toMatchObject({ read: 2, accepted: 1, duplicates: 1 });
      expect(clientId).toBeDefined();
    }));
});

describe('an import that does not go to its end', () => {
  test('cut in the middle, nothing of it was ever there; run again, all of it is', () =>
    fresh(async ({ handlers, claire, mission, inside, worker, deps }) => {
      const bytes = fixture('prospects-excel-400.csv');
      const uploaded = await handlers.upload(claire, { missionId: mission, name: 'x.csv', mediaType: 'text/csv', bytes });
      if (!uploaded.ok) throw new Error(uploaded.code);
      await handlers.confirm(claire, { importId: uploaded.importId });
      // A server killed in the middle: the import says that it runs, and nobody runs it.
      expect(await inside((tx) => takeImport(tx, uploaded.importId))).toBe(true);
      await worker.drainJobs();
      expect((await handlers.imports.one(claire, uploaded.importId))!.state).toMatchObject({ status: 'running' });
      expect(await inside((tx) => prospectCounts(tx, mission))).toMatchObject({ total: 0 });
      await inside((tx) =>
        sql`update prospect_imports set heartbeat_at = clock_timestamp() - interval '1 minute' where import_id = ${uploaded.importId}`.execute(
          tx.sql,
        ),
      );
      await worker.runSweeps();
      await worker.drainJobs();
      expect((await handlers.imports.one(claire, uploaded.importId))!.state).toMatchObject({
        status: 'done',
        counts: { accepted: 314 },
      });
      // Run once more by a queue that repeats itself: nothing changes.
      const { runImportJob } = await import('./run-import.job.ts');
      await runImportJob(deps).handler({
        payload: { importId: uploaded.importId },
        tenantId: claire.tenantId,
        jobId: '2',
        attempt: 1,
        actor: claire,
        withTenant: inside,
      });
      expect(await inside((tx) => prospectCounts(tx, mission))).toMatchObject({ total: 314 });
    }));

  test('a failure half way leaves no prospect, and the import waits for another try', () =>
    fresh(async ({ handlers, claire, mission, inside, deps }) => {
      const bytes = fixture('prospects-excel-400.csv');
      const uploaded = await handlers.upload(claire, { missionId: mission, name: 'x.csv', mediaType: 'text/csv', bytes });
      if (!uploaded.ok) throw new Error(uploaded.code);
      await handlers.confirm(claire, { importId: uploaded.importId });
      const { runImportJob } = await import('./run-import.job.ts');
      const files = { ...deps.files, read: () => Promise.reject(new Error('disk')) };
      const context = {
        payload: { importId: uploaded.importId },
        tenantId: claire.tenantId,
        jobId: '1',
        actor: claire,
        withTenant: inside,
      };
      await expect(runImportJob({ files }).handler({ ...context, attempt: 1 })).rejects.toThrow('disk');
      expect((await handlers.imports.one(claire, uploaded.importId))!.state.status).toBe('waiting');
      await expect(runImportJob({ files }).handler({ ...context, attempt: 4 })).rejects.toThrow('disk');
      expect((await handlers.imports.one(claire, uploaded.importId))!.state).toMatchObject({
        status: 'failed',
        failureCode: 'surprise',
      });
      expect(await inside((tx) => prospectCounts(tx, mission))).toMatchObject({ total: 0 });
    }));
});

describe('taking an import back', () => {
  const three = 'Société;Tél\nAlpha SARL;0199000001\nBeta SARL;0199000002\nGamma SARL;0199000003\n';

  test('nobody was called: all its prospects leave, and the file may come again', () =>
    fresh(async ({ importFile, handlers, claire, inside, mission }) => {
      const { state } = await importFile(three);
      expect(await handlers.undo(claire, { importId: state.id })).toEqual({ ok: true, removed: 3, kept: 0 });
      expect(await inside((tx) => prospectCounts(tx, mission))).toMatchObject({ total: 0 });
      expect(await handlers.undo(claire, { importId: state.id })).toMatchObject({ ok: false, code: 'import_already_undone' });
      expect((await importFile(three)).state.counts).toMatchObject({ accepted: 3 });
    }));

  test('those already called stay and are counted; when all were, the undo is refused', () =>
    fresh(async ({ importFile, handlers, claire, inside, mission }) => {
      const { state } = await importFile(three);
      const page = (await handlers.prospects.list(claire, { missionId: mission, sort: 'added', limit: 10 }))!;
      const call = (id: ProspectId) => inside((tx) => recordAttempt(tx, { prospectId: id, at: tx.now }));
      await call(page.prospects[0]!.id);
      expect(await handlers.undo(claire, { importId: state.id })).toEqual({ ok: true, removed: 2, kept: 1 });
      const second = await importFile('Société;Tél\nDelta SARL;0199000004\n');
      const delta = (await handlers.prospects.list(claire, {
        missionId: mission,
        sort: 'added',
        limit: 10,
        importId: second.state.id,
      }))!;
      await call(delta.prospects[0]!.id);
      expect(await handlers.undo(claire, { importId: second.state.id })).toMatchObject({
        ok: false,
        code: 'import_all_called',
        details: { called: 1 },
      });
    }));
});

describe('who may see', () => {
  test('a client sees the prospects of their own missions, and a stranger’s are unknown', async () => {
    const { handlers, clientId, mission, tenantId } = world;
    const client = (id: ClientId) => ({
      kind: 'client' as const,
      clientId: id,
      tenantId,
      contactId: newId<ContactId>(),
      displayName: 'Nova',
    });
    expect(await handlers.prospects.list(client(clientId), { missionId: mission, sort: 'added', limit: 10 })).toBeDefined();
    expect(
      await handlers.prospects.list(client(newId<ClientId>()), { missionId: mission, sort: 'added', limit: 10 }),
    ).toBeUndefined();
    expect(await handlers.undo(client(newId<ClientId>()), { importId: newId<ImportId>() })).toMatchObject({
      ok: false,
      code: 'unknown_import',
    });
  });

  test('pages follow one another without repeating or skipping, in every order', () =>
    fresh(async ({ importFile, handlers, claire, mission }) => {
      await importFile(fixture('prospects-excel-400.csv'));
      for (const sort of ['added', 'company', 'nextAt'] as const) {
        const seen: string[] = [];
        for (let after: string | undefined; ;) {
          const page = (await handlers.prospects.list(claire, { missionId: mission, sort, limit: 50, after }))!;
          seen.push(...page.prospects.map((prospect) => prospect.id));
          if (!page.next) break;
          after = page.next;
        }
        expect(new Set(seen).size).toBe(314);
        expect(seen).toHaveLength(314);
      }
    }));
});
