import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aClient, runningCadran, type RunningTest } from '../../../../test/support/running-cadran.ts';
import { headlessCaller } from '../../../platform/telephony/headless-caller.ts';
import { type ClientId, type DossierId, type MissionId, newId, type ProspectId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import type { Member } from '../app/deps.ts';
import { seedMission, until } from '../app/testing.ts';
import { readRange } from './evidence.routes.ts';

let cadran: RunningTest;
let owner: Awaited<ReturnType<RunningTest['owner']>>;
let missionId: MissionId;
let prospects: ProspectId[];

beforeAll(async () => {
  cadran = await runningCadran({ now: instant('2026-03-10T09:00:00Z') });
  owner = await cadran.owner({ isDemo: true });
  const { clientId, dossierId } = (await owner.call('POST', '/clients', aClient({}))).json() as {
    clientId: ClientId;
    dossierId: DossierId;
  };
  missionId = newId<MissionId>();
  const member: Member = {
    kind: 'member',
    userId: owner.userId,
    tenantId: owner.tenantId,
    role: 'owner',
    displayName: 'Camille',
  };
  prospects = await seedMission(cadran.db, member, { missionId, dossierId, clientId });
});
afterAll(() => cadran?.stop());

const next = async (): Promise<ProspectId> =>
  (await owner.call('POST', `/missions/${missionId}/next-prospect`)).json().prospect.id;

describe('the gate answers in the reader’s language', () => {
  test('423 with the sentence and its checks, until the script is written and approved', async () => {
    const prospectId = await next();
    const dial = (headers = {}) => owner.call('POST', '/attempts', { missionId, prospectId, line: 'simulated' }, headers);
    const refused = await dial();
    expect([refused.statusCode, refused.json().code]).toEqual([423, 'dial_refused']);
    expect(refused.json().message).toBe('Appel bloqué\u00a0: article 4.5, script d’appel (aucun script n’est écrit).');
    expect((await dial({ 'accept-language': 'en' })).json().message).toBe(
      'Call blocked: article 4.5, call script (no script is written).',
    );

    expect((await owner.call('PUT', `/missions/${missionId}/script`, { body: 'Bonjour {{prospect.iban}}' })).json().code).toBe(
      'script_unknown_variable',
    );
    expect((await owner.call('PUT', `/missions/${missionId}/script`, { body: 'Bonjour {{prospect.nom}}' })).json()).toEqual({
      version: 1,
    });
    expect((await owner.call('POST', `/missions/${missionId}/script/1/approval`)).json()).toEqual({ evidence: 'declared' });
    const { verdicts } = (await owner.call('GET', `/missions/${missionId}/gate-log?refused=true`)).json();
    expect(verdicts).toHaveLength(2);
    await owner.call('DELETE', `/prospects/${prospectId}/lease`);
  });
});

describe('a call through the API', () => {
  let attemptId: string;
  let recordingId: string;

  test('rings, is answered, ends, and only then takes its outcome', async () => {
    const created = await owner.call('POST', '/attempts', { missionId, prospectId: await next(), line: 'simulated' });
    expect(created.statusCode).toBe(201);
    attemptId = created.json().id;
    const caller = await headlessCaller();
    const offered = await owner.call('POST', `/attempts/${attemptId}/offer`, { sdp: caller.offer.sdp, scenario: 'hangs_up' });
    await caller.accept({ type: 'answer', sdp: offered.json().sdp });
    expect((await owner.call('POST', `/attempts/${attemptId}/outcome`, { code: 'BAR' })).json().code).toBe('call_still_live');
    await until(async () => (await owner.call('GET', `/attempts/${attemptId}`)).json().phase === 'ended', 15_000);
    await caller.leave();
    const { recording, permittedOutcomes, events } = (await owner.call('GET', `/attempts/${attemptId}`)).json();
    expect(permittedOutcomes).not.toContain('RDV');
    expect(events.at(-1)).toMatchObject({ type: 'ended', details: { by: 'prospect' } });
    recordingId = recording.recordingId;
  });

  test('its sound is read by ranges, never cached', async () => {
    const listen = (range?: string) => owner.call('GET', `/recordings/${recordingId}/audio`, undefined, range ? { range } : {});
    const part = await listen('bytes=0-3');
    expect([part.statusCode, part.body, part.headers['cache-control'], part.headers['accept-ranges']]).toEqual([
      206,
      'RIFF',
      'no-store',
      'bytes',
    ]);
    expect(part.headers['content-range']).toMatch(/^bytes 0-3\/\d+$/);
    expect((await listen('bytes=999999999-')).statusCode).toBe(416);
    expect((await listen()).statusCode).toBe(200);
  });

  test('another organisation, a visitor and a stranger find nothing', async () => {
    const stranger = await cadran.owner();
    for (const path of [
      `/attempts/${attemptId}`,
      `/recordings/${recordingId}/audio`,
      `/missions/${missionId}/calls`,
      `/missions/${missionId}/gate-log`,
      `/missions/${missionId}/desk`,
    ])
      expect([
        path,
        (await stranger.call('GET', path)).statusCode,
        (await cadran.visitor().call('GET', path)).statusCode,
      ]).toEqual([path, 404, 401]);
    expect((await stranger.call('POST', `/attempts/${attemptId}/opposition`, {})).statusCode).toBe(404);
  });

  test('once qualified without an appointment its sound is gone, and says so', async () => {
    expect((await owner.call('POST', `/attempts/${attemptId}/outcome`, { code: 'BAR' })).json()).toMatchObject({
      code: 'BAR',
      answered: true,
      useful: false,
    });
    const gone = await owner.call('GET', `/recordings/${recordingId}/audio`);
    expect([gone.statusCode, gone.json().message]).toEqual([410, expect.stringContaining('détruit selon le contrat')]);
  });
});

test('a declared call says what is wrong with it, field by field or in a sentence', async () => {
  const declare = (body: object) =>
    owner.call('POST', `/missions/${missionId}/declared-calls`, {
      prospectId: prospects[4],
      at: '2026-03-09T09:00:00Z',
      talkSeconds: 0,
      outcome: { code: 'NRP' },
      ...body,
    });
  expect((await declare({ at: 'hier', talkSeconds: -1 })).json().fields.map(({ path }: { path: string }) => path)).toEqual([
    'at',
    'talkSeconds',
  ]);
  expect(
    (await declare({ talkSeconds: 60, outcome: { code: 'RAP', callbackAt: '2026-03-14T09:00:00Z' } })).json().message,
  ).toContain('hors des créneaux d’appel signés (article 4.2)');
  expect((await declare({})).statusCode).toBe(201);
});

test('a byte range is read as RFC 9110 says', () => {
  expect(
    ['bytes=0-', 'bytes=-5', 'bytes=2-3', 'bytes=8-99', undefined, 'bytes=10-', 'bytes=5-2', 'items=0-1'].map((header) =>
      readRange(header, 10),
    ),
  ).toEqual([
    { from: 0, to: 9 },
    { from: 5, to: 9 },
    { from: 2, to: 3 },
    { from: 8, to: 9 },
    { from: 0, to: 9 },
    null,
    null,
    { from: 0, to: 9 },
  ]);
});
