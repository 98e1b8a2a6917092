import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../src/shared/ids.ts';
import { type RunningTest, runningCadran } from './support/running-cadran.ts';

// The whole way of a prospect file through the public API, as the import page walks it.

const fixture = (name: string) => readFileSync(new URL(`fixtures/prospects/${name}`, import.meta.url));
type Owner = Awaited<ReturnType<RunningTest['owner']>>;

let cadran: RunningTest;
let owner: Owner;
let missionId: string;
beforeAll(async () => {
  cadran = await runningCadran();
  owner = await cadran.owner();
  missionId = await openMission(owner);
});
afterAll(() => cadran.stop());

const openMission = async (of: Owner): Promise<string> => {
  const id = newId();
  const actor = { kind: 'system' as const, name: 'test', tenantId: of.tenantId };
  await cadran.db.withTenant(of.tenantId, actor, (tx) =>
    sql`insert into missions (tenant_id, id, dossier_id, client_id, quote_id, name, status, opened_at, starts_on, ends_on, version)
      values (${of.tenantId}, ${id}, ${newId()}, ${newId()}, ${newId()}, 'Prospection', 'open', ${tx.now}, '2026-03-09', '2026-04-03', 1)`.execute(
      tx.sql,
    ),
  );
  return id;
};

const upload = (of: Owner, path: string, bytes: Buffer, fields: Record<string, string> = {}, name = 'prospects.csv') => {
  const edge = '----cadran';
  const text = Object.entries(fields).map(
    ([key, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `${text.join('')}--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
  return of.call('POST', path, body, { 'content-type': `multipart/form-data; boundary=${edge}` });
};

describe('a prospect file through the API', () => {
  test('is uploaded, mapped, confirmed, told, corrected and taken back', async () => {
    const uploaded = await upload(owner, `/missions/${missionId}/imports`, fixture('prospects-excel-400.csv'));
    expect(uploaded.statusCode).toBe(200);
    const analysis = uploaded.json();
    expect(analysis).toMatchObject({
      status: 'analysed',
      format: { encoding: 'windows-1252', separator: ';' },
      titleLines: ['Export du 22/11/2026'],
    });
    expect(analysis.preview).toHaveLength(20);
    expect(analysis.preview[0]).toMatchObject({
      line: 3,
      verdict: 'accepted',
      kept: { postalCode: '01000' },
      notes: [{ code: 'postal_zero_restored' }],
    });

    const path = `/imports/${analysis.id}`;
    const mapping = [...analysis.mapping];
    mapping[5] = null;
    mapping[6] = null;
    const refused = await owner.call('PUT', `${path}/mapping`, { mapping });
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'mapping_without_phone']);
    expect(
      (
        await owner.call('PUT', `${path}/mapping`, {
          mapping: analysis.mapping,
          options: { source: 'Salon', refuseClientDuplicates: true },
        })
      ).statusCode,
    ).toBe(200);
    expect((await owner.call('GET', `${path}/errors.csv`)).json()).toMatchObject({ code: 'import_not_finished' });

    expect((await owner.call('POST', `${path}/confirmation`)).json()).toMatchObject({ status: 'waiting' });
    expect((await owner.call('POST', `${path}/confirmation`)).statusCode).toBe(409);
    await cadran.worker.drainJobs();

    const done = (await owner.call('GET', path)).json();
    expect(done).toMatchObject({
      status: 'done',
      rowsDone: 400,
      qualityScore: 84,
      counts: { accepted: 314, rejected: 64, duplicates: 22 },
    });
    expect(done.reasons[0]).toEqual({
      code: 'phone_not_a_number',
      verdict: 'rejected',
      rows: 25,
      sentence: 'Le téléphone n’est pas un numéro.',
    });

    const errors = await owner.call('GET', `${path}/errors.csv`);
    expect(errors.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(errors.body.startsWith('\uFEFFRaison sociale;SIRET;')).toBe(true);
    expect(errors.body.trimEnd().split('\r\n')).toHaveLength(1 + 64 + 22);

    const page = (await owner.call('GET', `/missions/${missionId}/prospects?limit=300&sort=company`)).json();
    expect(page.prospects).toHaveLength(300);
    const rest = (await owner.call('GET', `/missions/${missionId}/prospects?limit=300&sort=company&after=${page.next}`)).json();
    expect([rest.prospects.length, rest.next]).toEqual([14, null]);
    expect((await owner.call('GET', `/missions/${missionId}/prospects/counts`)).json()).toMatchObject({
      counts: { total: 314, to_call: 314 },
      quality: { score: 84 },
    });
    expect((await owner.call('GET', `/prospects/${page.prospects[0].id}`)).json()).toMatchObject({
      prospect: { status: 'to_call', source: 'Salon' },
      history: [],
    });

    expect((await owner.call('DELETE', path)).json()).toEqual({ removed: 314, kept: 0 });
  });

  test.each([
    ['a workbook', Buffer.from('PK\u0003\u0004'), 'file_is_a_workbook'],
    ['something that is not text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'file_not_text'],
    ['headings and no row', Buffer.from('Raison sociale;Téléphone\r\n'), 'file_without_rows'],
    ['blank lines', Buffer.from('\r\n\r\n'), 'file_empty'],
  ])('%s is refused with a sentence', async (_, bytes, code) => {
    const answered = await upload(owner, `/missions/${missionId}/imports`, bytes);
    expect([answered.statusCode, answered.json().code]).toEqual([422, code]);
    expect(answered.json().message).toMatch(/\.$/);
  });

  test('more than 64 MB is refused while it arrives', async () => {
    const answered = await upload(owner, `/missions/${missionId}/imports`, Buffer.alloc(64 * 1024 * 1024 + 10, 'a;b\n'));
    expect(answered.statusCode).toBe(413);
  });

  test('another organisation sees none of it, and nobody does without signing in', async () => {
    const stranger = await cadran.owner();
    for (const path of [`/missions/${missionId}/imports`, `/missions/${missionId}/prospects`]) {
      expect((await stranger.call('GET', path)).json()).toMatchObject({ code: 'unknown_mission' });
      expect((await cadran.visitor().call('GET', path)).statusCode).toBe(401);
    }
    expect((await upload(stranger, `/missions/${missionId}/imports`, Buffer.from('Tel\n0199000001\n'))).json()).toMatchObject({
      code: 'unknown_mission',
    });
  });
});

describe('objections through the API', () => {
  test('one by one or by list, they stop the prospects at once and are counted, not named', async () => {
    const uploaded = await upload(
      owner,
      `/missions/${missionId}/imports`,
      Buffer.from('Société;Tél\nAlpha SARL;0199001111\nBeta SARL;0199002222\nGamma SARL;0199003333\n'),
    );
    await owner.call('POST', `/imports/${uploaded.json().id}/confirmation`);
    await cadran.worker.drainJobs();
    const one = await owner.call('POST', '/suppressions', {
      phone: '01 99 00 11 11',
      reason: 'Courrier',
      scope: 'client',
      missionId,
    });
    expect(one.json()).toEqual({ added: true, prospects: 1 });
    const list = await upload(owner, '/suppressions/upload', Buffer.from('0199002222\n'), { scope: 'provider', reason: 'Liste' });
    expect(list.json()).toEqual({ numbers: 1, unreadable: 0, added: 1, prospects: 1 });
    const left = (await owner.call('GET', `/missions/${missionId}/prospects?status=to_call`)).json();
    expect(left.prospects.map((p: { company: string }) => p.company)).toEqual(['Gamma SARL']);
    const counts = (await owner.call('GET', '/suppressions')).json().counts;
    expect(counts.map((c: { scope: string; source: string; numbers: number }) => [c.scope, c.source, c.numbers]).sort()).toEqual([
      ['client', 'entry', 1],
      ['provider', 'file', 1],
    ]);
    expect(JSON.stringify(counts)).not.toContain('199001111');
    expect((await owner.call('POST', '/suppressions', { phone: '12', reason: 'x', scope: 'provider' })).json()).toMatchObject({
      code: 'phone_unreadable',
    });
  });
});
