import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { applyOutcome, nextProspect, usePhoneKey } from '../../src/modules/prospects/queries.ts';
import type { Actor } from '../../src/shared/actor.ts';
import { type ClientId, type MissionId, newId, type TenantId, type UserId } from '../../src/shared/ids.ts';
import { addMinutes, instant } from '../../src/shared/time.ts';
import { benchDatabase, machine, platformAndProspects, spread } from './bench-database.ts';

// How long a caller waits for the next prospect: from the question to the committed lease, the card read included.
//   node test/bench/next-prospect.bench.ts [ROWS] [CALLERS] [SECONDS]
// One mission holds all the rows, the hardest case: 4 % are due, the rest waits at a higher priority, 2 % objected.

const rows = Number(process.argv[2] ?? 1_000_000);
const callers = Number(process.argv[3] ?? 50);
const seconds = Number(process.argv[4] ?? 15);

usePhoneKey(Buffer.alloc(32, 1));
const bench = await benchDatabase({ folders: platformAndProspects, poolSize: 10 });
const { db } = bench;
const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'system', name: 'bench', tenantId };
const [missionId, clientId] = [newId<MissionId>(), newId<ClientId>()];
const now = () => instant(new Date());

const step = 50_000;
for (let from = 0; from < rows; from += step) {
  await db.withTenant(tenantId, actor, async (tx) => {
    await sql`
      insert into prospects (tenant_id, prospect_id, mission_id, client_id, company, phone, phone_kind, phone_country, phone_hash, zone, time_zone,
        contact_class, added_at, status, priority, next_at, attempts, suppressed_at)
      select ${tenantId}, gen_random_uuid(), ${missionId}, ${clientId}, 'Société ' || n, '+331' || lpad(n::text, 8, '0'), 'landline', 'FR',
        substring(sha256(n::text::bytea) for 16), 'metropole', 'Europe/Paris', 'ENTREPRISE', ${tx.now},
        case when n % 50 = 0 then 'suppressed' when n % 25 = 1 then 'to_call' else 'to_retry' end,
        case when n % 25 = 1 then 5 else 6 end,
        case when n % 25 = 1 then ${tx.now}::timestamptz - n * interval '1 millisecond' else ${tx.now}::timestamptz + interval '1 day' + n * interval '1 millisecond' end,
        0, case when n % 50 = 0 then ${tx.now}::timestamptz end
      from generate_series(${from}::int, ${Math.min(from + step, rows) - 1}::int) n`.execute(tx.sql);
    await sql`insert into suppressions (tenant_id, suppression_id, scope, phone_hash, reason, source, recorded_at, recorded_by)
      select ${tenantId}, gen_random_uuid(), 'provider', substring(sha256(n::text::bytea) for 16), 'bench', 'file', ${tx.now}, '{}'
      from generate_series(${from}::int, ${Math.min(from + step, rows) - 1}::int) n where n % 50 = 0`.execute(tx.sql);
  });
}

// Loading a million rows leaves the housekeeping of a million rows behind: done here, as it is on a machine in service.
const superuser = new pg.Client(bench.superuser);
await superuser.connect();
await superuser.query('vacuum analyze prospects');
await superuser.query('checkpoint');
await superuser.end();

/** Each caller asks, then closes the call so as to ask again; `perSecond` paces them all together. */
const run = async (perSecond: number | null) => {
  const waits: number[] = [];
  const served = new Set<string>();
  let twice = 0;
  const end = performance.now() + seconds * 1000;
  const caller = async (index: number) => {
    const callerId = newId<UserId>();
    let due = performance.now() + (perSecond ? (index * 1000) / perSecond : 0);
    while (performance.now() < end) {
      if (perSecond) {
        await pause(Math.max(0, due - performance.now()));
        due += (callers * 1000) / perSecond;
      }
      // A late start counts as waiting: what the caller feels.
      const start = performance.now();
      const next = await db.withTenant(tenantId, actor, (tx) =>
        nextProspect(tx, { missionId, callerId, now: now(), leaseMinutes: 10 }),
      );
      waits.push(performance.now() - start);
      if (!next.found) throw new Error(next.because.en);
      if (served.has(next.prospect.id)) twice += 1;
      served.add(next.prospect.id);
      await db.withTenant(tenantId, actor, (tx) =>
        applyOutcome(tx, { prospectId: next.prospect.id, callerId, code: 'NRP', nextAt: addMinutes(now(), 1_440) }),
      );
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, index) => caller(index)));
  return { ...spread(waits), perSecond: Math.round(waits.length / seconds), servedTwice: twice };
};

await run(100);
for (const [name, perSecond] of [
  ['next prospect, callers paced at 100 claims/s', 100],
  ['next prospect, callers flat out', null],
] as const) {
  console.log(JSON.stringify({ name, unit: 'ms', rows, callers, ...(await run(perSecond)), ...machine() }));
}
await bench.stop();
