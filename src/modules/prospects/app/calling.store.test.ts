import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientId, MissionId, ProspectId, UserId } from '../../../shared/ids.ts';
import { newId } from '../../../shared/ids.ts';
import { type Instant, addMinutes } from '../../../shared/time.ts';
import { releaseExpired } from '../db/pick-next.ts';
import {
  addProspects,
  applyOutcome,
  extendLease,
  fileQuality,
  isSuppressed,
  nextProspect,
  prospectCounts,
  prospectForDial,
  recordAttempt,
  releaseLease,
  suppress,
} from '../queries.ts';
import { type ProspectWorld, prospectWorld, tuesday } from './testing.ts';

let world: ProspectWorld;
let next = 0;
beforeAll(async () => {
  world = await prospectWorld();
});
afterAll(() => world.close());

/** A mission of its own for each test, with as many prospects as asked. */
const mission = async (count: number) => {
  const missionId = newId<MissionId>();
  const clientId = newId<ClientId>();
  const typed = Array.from({ length: count }, () => ({
    company: 'Alpha SARL',
    phone: `0199${String((next += 1)).padStart(6, '0')}`,
  }));
  const { added } = await world.inside((tx) => addProspects(tx, { missionId, clientId }, typed));
  const ask = (callerId: UserId, now: Instant = tuesday) =>
    world.inside((tx) => nextProspect(tx, { missionId, callerId, now, leaseMinutes: 10 }));
  const outcome = (prospectId: ProspectId, code: string, more: object = {}) =>
    world.inside((tx) => applyOutcome(tx, { prospectId, code, ...more }));
  return { missionId, clientId, added, ask, outcome, phones: typed.map((t) => t.phone) };
};
const claire = 'c1a1e000-0000-7000-8000-000000000001' as UserId;
const leo = 'c1a1e000-0000-7000-8000-000000000002' as UserId;

describe('the next prospect', () => {
  test('is leased to one caller: the other gets another, and asking again gives the same', async () => {
    const { ask } = await mission(2);
    const [first, second] = [await ask(claire), await ask(leo)];
    if (!first.found || !second.found) throw new Error('none');
    expect(first.prospect.id).not.toBe(second.prospect.id);
    expect(first).toMatchObject({
      reason: 'first_call',
      leasedUntil: '2026-03-10T09:10:00.000Z',
      prospect: { status: 'leased' },
    });
    expect(await ask(claire)).toMatchObject({ found: true, reason: 'already_yours', prospect: { id: first.prospect.id } });
    expect(await ask(newId<UserId>())).toMatchObject({ found: false, left: { leasedByOthers: 2, total: 2 } });
  });

  test('fifty callers at once: each is served one, none twice', async () => {
    const { ask } = await mission(50);
    const served = await Promise.all(Array.from({ length: 60 }, () => ask(newId<UserId>())));
    const ids = served.flatMap((answer) => (answer.found ? [answer.prospect.id] : []));
    expect(ids).toHaveLength(50);
    expect(new Set(ids).size).toBe(50);
  });

  test('comes in this order: own callback, team callback, one a colleague missed, retry, first call', async () => {
    const { ask, outcome, added } = await mission(5);
    const due = addMinutes(tuesday, 60);
    await outcome(added[0]!, 'RAP', { callback: { at: due, owner: claire } });
    await outcome(added[1]!, 'RAP', { callback: { at: due, owner: null } });
    await outcome(added[2]!, 'RAP', { callback: { at: addMinutes(due, 1), owner: leo } });
    await outcome(added[3]!, 'NRP', { nextAt: due });
    const order = [];
    // 16 minutes later, Léo has missed his.
    for (const now = addMinutes(due, 16); ;) {
      const answer = await ask(claire, now);
      if (!answer.found) break;
      order.push([answer.prospect.id, answer.reason]);
      await outcome(answer.prospect.id, 'HC');
    }
    expect(order).toEqual([
      [added[0], 'own_callback'],
      [added[1], 'team_callback'],
      [added[2], 'missed_callback'],
      [added[3], 'retry'],
      [added[4], 'first_call'],
    ]);
  });

  test('a callback is not served before its hour, nor to a colleague before it is missed', async () => {
    const { ask, outcome, added } = await mission(1);
    const due = addMinutes(tuesday, 60);
    await outcome(added[0]!, 'RAP', { callback: { at: due, owner: claire } });
    expect(await ask(claire, addMinutes(due, -1))).toMatchObject({
      found: false,
      left: { callbacksLater: 1, nextCallbackAt: due },
    });
    expect((await ask(leo, addMinutes(due, 14))).found).toBe(false);
    expect(await ask(leo, addMinutes(due, 15))).toMatchObject({ found: true, reason: 'missed_callback' });
  });

  test('higher priorities are served first', async () => {
    const { ask, added } = await mission(3);
    await world.inside((tx) => sql`update prospects set priority = 9 where prospect_id = ${added[2]!}`.execute(tx.sql));
    expect(await ask(claire)).toMatchObject({ found: true, prospect: { id: added[2] } });
  });

  test('one attempted as often as the contract allows is no longer served', async () => {
    const { missionId, added } = await mission(1);
    await world.inside((tx) => recordAttempt(tx, { prospectId: added[0]!, at: tuesday }));
    const ask = (maxAttempts: number) =>
      world.inside((tx) => nextProspect(tx, { missionId, callerId: claire, now: tuesday, leaseMinutes: 10, maxAttempts }));
    expect((await ask(1)).found).toBe(false);
    expect((await ask(2)).found).toBe(true);
  });

  test('when nobody is left, says how many and when', async () => {
    const { ask, outcome, added } = await mission(3);
    await outcome(added[0]!, 'NRP', { nextAt: addMinutes(tuesday, 24 * 60) });
    await outcome(added[1]!, 'OPP');
    await outcome(added[2]!, 'HC');
    const answer = await ask(claire);
    expect(answer).toMatchObject({ found: false, left: { retriesLater: 1, suppressed: 1, closed: 1, total: 3 } });
    expect(answer.because.fr.replaceAll('\u00a0', ' ')).toBe(
      'Personne à appeler maintenant : 1 à retenter demain à 10 h 00, 1 opposée, 1 close.',
    );
  });
});

describe('a second number', () => {
  const two = async () => {
    const [missionId, clientId] = [newId<MissionId>(), newId<ClientId>()];
    next += 1;
    const phones = { phone: `0199${String(next).padStart(6, '0')}`, mobile: `063998${String(next).padStart(4, '0')}` };
    const { added } = await world.inside((tx) =>
      addProspects(tx, { missionId, clientId }, [{ company: 'Alpha SARL', ...phones }]),
    );
    return { missionId, clientId, id: added[0]!, mobile: `+33${phones.mobile.slice(1)}` };
  };

  test('is called when the first one was wrong; the prospect counts as wrong only when both are', async () => {
    const { missionId, id, mobile } = await two();
    const wrong = () => world.inside((tx) => applyOutcome(tx, { prospectId: id, code: 'FNX' }));
    expect(await wrong()).toEqual({ ok: true, status: 'to_retry' });
    expect(await world.inside((tx) => prospectForDial(tx, id))).toMatchObject({
      phone: mobile,
      phoneKind: 'mobile',
      otherPhone: null,
    });
    expect(await world.inside((tx) => fileQuality(tx, missionId))).toMatchObject({ tried: 1, wrongNumbers: 0 });
    expect(await wrong()).toEqual({ ok: true, status: 'closed' });
    expect(await world.inside((tx) => fileQuality(tx, missionId))).toMatchObject({ tried: 1, wrongNumbers: 1 });
  });

  test('is not called either, once the person objected', async () => {
    const { clientId, id, mobile } = await two();
    await world.inside((tx) => applyOutcome(tx, { prospectId: id, code: 'OPP' }));
    expect(await world.inside((tx) => isSuppressed(tx, mobile, { clientId }))).not.toBeNull();
  });
});

describe('a lease', () => {
  test('that ran out gives the prospect back where it was, to whoever asks next', async () => {
    const { ask, outcome, added } = await mission(1);
    await outcome(added[0]!, 'NRP', { nextAt: tuesday });
    await ask(claire);
    expect((await ask(leo, addMinutes(tuesday, 9))).found).toBe(false);
    expect(await ask(leo, addMinutes(tuesday, 10))).toMatchObject({ found: true, reason: 'retry', prospect: { id: added[0] } });
  });

  test('is swept when nobody asks', async () => {
    const { ask, missionId } = await mission(2);
    await ask(claire);
    expect(await world.inside((tx) => releaseExpired(tx, addMinutes(tuesday, 5), missionId))).toBe(0);
    await world.worker.runSweeps(addMinutes(tuesday, 10));
    expect(await world.inside((tx) => prospectCounts(tx, missionId))).toMatchObject({ to_call: 2, leased: 0 });
  });

  test('is prolonged while it holds, and lost once it ran out', async () => {
    const { ask } = await mission(1);
    const served = await ask(claire);
    if (!served.found) throw new Error('none');
    const prolong = (callerId: UserId, now: Instant) =>
      world.inside((tx) => extendLease(tx, { prospectId: served.prospect.id, callerId, now, leaseMinutes: 10 }));
    expect(await prolong(claire, addMinutes(tuesday, 5))).toEqual({ ok: true, until: addMinutes(tuesday, 15) });
    expect(await prolong(leo, addMinutes(tuesday, 5))).toMatchObject({ ok: false, code: 'lease_lost' });
    expect(await prolong(claire, addMinutes(tuesday, 15))).toMatchObject({ ok: false, code: 'lease_lost' });
  });

  test('given back by its caller, the prospect waits as before', async () => {
    const { ask, added } = await mission(1);
    await ask(claire);
    expect(await world.inside((tx) => releaseLease(tx, { prospectId: added[0]!, callerId: leo }))).toBe(false);
    expect(await world.inside((tx) => releaseLease(tx, { prospectId: added[0]!, callerId: claire }))).toBe(true);
    expect((await ask(leo)).found).toBe(true);
  });

  test('an outcome entered after the prospect passed to someone else is refused, except an objection', async () => {
    const { ask, outcome, added } = await mission(1);
    await ask(claire);
    await ask(leo, addMinutes(tuesday, 10));
    expect(await outcome(added[0]!, 'HC', { callerId: claire })).toMatchObject({ ok: false, code: 'lease_lost' });
    expect(await outcome(added[0]!, 'OPP', { callerId: claire })).toEqual({ ok: true, status: 'suppressed' });
  });
});

describe('an objection', () => {
  test('stops every prospect with that number in all missions of the client, even on a desk, and never wears off', async () => {
    const { ask, outcome, added, clientId, phones } = await mission(1);
    const other = newId<MissionId>();
    await world.inside((tx) => addProspects(tx, { missionId: other, clientId }, [{ company: 'Alpha SARL', phone: phones[0]! }]));
    await ask(claire);
    expect(await outcome(added[0]!, 'OPP', { callerId: claire })).toEqual({ ok: true, status: 'suppressed' });
    expect(await world.inside((tx) => prospectCounts(tx, other))).toMatchObject({ suppressed: 1, total: 1 });
    expect(await outcome(added[0]!, 'NRP', { nextAt: tuesday })).toMatchObject({ ok: false, code: 'prospect_finished' });
    const phone = `+33${phones[0]!.slice(1)}`;
    expect(await world.inside((tx) => isSuppressed(tx, phone, { clientId }))).toMatchObject({ scope: 'client' });
    expect(await world.inside((tx) => isSuppressed(tx, phone, { clientId: newId<ClientId>() }))).toBeNull();
    expect(await world.inside((tx) => isSuppressed(tx, phone))).not.toBeNull();
  });

  test('recorded a moment ago by another way is seen by the pick and by the dial gate, whatever the status says', async () => {
    const { ask, added, phones, missionId } = await mission(1);
    await world.inside((tx) =>
      suppress(tx, { phone: `+33${phones[0]!.slice(1)}`, reason: 'Courrier', at: tuesday, scope: 'provider' }),
    );
    await world.inside((tx) =>
      sql`update prospects set status = 'to_call', suppressed_at = null where prospect_id = ${added[0]!}`.execute(tx.sql),
    );
    expect((await ask(claire)).found).toBe(false);
    expect(await world.inside((tx) => prospectForDial(tx, added[0]!))).toMatchObject({
      missionId,
      suppressed: { scope: 'provider', recordedAt: tuesday },
    });
  });

  test('waits for the disk before it is acknowledged, even in a transaction that also serves a prospect', async () => {
    const { missionId, phones } = await mission(2);
    const settings = await world.inside(async (tx) => {
      const read = async () =>
        (await sql<{ commit: string }>`select current_setting('synchronous_commit') as commit`.execute(tx.sql)).rows[0]!.commit;
      await suppress(tx, { phone: `+33${phones[0]!.slice(1)}`, reason: 'Courrier', at: tuesday, scope: 'provider' });
      const before = await read();
      await nextProspect(tx, { missionId, callerId: claire, now: tuesday, leaseMinutes: 10 });
      return [before, await read()];
    });
    expect(settings).toEqual(['on', 'on']);
  });

  test('the list holds no number, and no line of it can be changed or removed', async () => {
    const { rows } = await world.inside((tx) =>
      sql<{ row: string }>`select suppressions::text as row from suppressions`.execute(tx.sql),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toMatch(/199\d{6}/);
    for (const statement of ['delete from suppressions', "update suppressions set reason = 'x'"])
      await expect(world.inside((tx) => sql.raw(statement).execute(tx.sql))).rejects.toThrow(/permission denied/);
  });

  test('a list of numbers is taken in whatever its columns, and a second time adds nothing', async () => {
    const { missionId, clientId, phones } = await mission(3);
    await world.inside((tx) =>
      sql`insert into missions (tenant_id, id, dossier_id, client_id, quote_id, name, status, opened_at, starts_on, ends_on, version)
      values (${tx.tenantId}, ${missionId}, ${newId()}, ${clientId}, ${newId()}, 'x', 'open', ${tx.now}, '2026-03-09', '2026-04-03', 1)`.execute(
        tx.sql,
      ),
    );
    const bytes = new TextEncoder().encode(
      `Liste rouge\nnom;numéro\nAlpha;${phones[0]!.slice(1)}\nBeta;+33 ${phones[1]!.slice(1)}\nGamma;inconnu\n`,
    );
    const upload = () =>
      world.handlers.uploadSuppressions(world.claire, { scope: 'client', clientId, reason: 'Liste du client', bytes });
    expect(await upload()).toEqual({ ok: true, numbers: 2, unreadable: 3, added: 2, prospects: 2 });
    expect(await upload()).toMatchObject({ ok: true, added: 0, prospects: 0 });
    expect(await world.inside((tx) => prospectCounts(tx, missionId))).toMatchObject({ suppressed: 2, to_call: 1 });
  });

  test.each([
    [{ phone: '12', scope: 'provider' }, 'phone_unreadable'],
    [{ phone: '0199009999', scope: 'client' }, 'scope_needs_client'],
    [{ phone: '0199009999', scope: 'mission', missionId: newId<MissionId>() }, 'unknown_mission'],
  ] as const)('refused: %o is %s', async (command, code) => {
    expect(await world.handlers.suppress(world.claire, { reason: 'x', ...command })).toMatchObject({ ok: false, code });
  });
});
