import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { type DossierId, type MissionId, newId, type QuoteId, type TenantId, type UserId } from '../../shared/ids.ts';
import { instant } from '../../shared/time.ts';
import type { Tx } from '../db/index.ts';
import { type TestDatabase, testDatabase } from '../db/testing.ts';
import { onFact, readJournal, recordFacts, StaleVersion, streamVersion, verifyChain } from './index.ts';

let t: TestDatabase;
const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'member', userId: newId<UserId>(), tenantId, role: 'owner', displayName: 'Marie Duval' };
const inTenant = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => t.db.withTenant(tenantId, actor, work);

beforeAll(async () => {
  t = await testDatabase({ now: instant('2026-03-16T08:00:00Z') });
});
afterAll(() => t.stop());

const quoteSent = (note: unknown = 'é, “”, 😀') => ({
  type: 'QuoteSent',
  number: 'DEV-2026-0001',
  note,
  ratio: 0.1,
  big: 1e21,
  nothing: undefined,
  none: null,
});
const newStream = () => ({ type: 'quote', id: newId<QuoteId>() });

test('facts are kept in order, each sealed on the one before, with who and when', async () => {
  const [dossierId, stream] = [newId<DossierId>(), newStream()];
  await inTenant((tx) => recordFacts(tx, { dossierId, stream, facts: [quoteSent(), quoteSent([1, { b: 1, a: -0 }])] }));
  await inTenant((tx) => recordFacts(tx, { dossierId, stream: newStream(), facts: [quoteSent()] }));
  const entries = await inTenant((tx) => readJournal(tx, dossierId));
  expect(entries.map(({ seq, version }) => [seq, version])).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
  ]);
  expect(entries[0]).toMatchObject({
    type: 'QuoteSent',
    at: '2026-03-16T08:00:00.000Z',
    dossierId,
    tenantId,
    actor: { kind: 'member', name: 'Marie Duval' },
    body: { number: 'DEV-2026-0001', none: null },
  });
  expect(entries[0]!.body).not.toHaveProperty('nothing');
  expect(verifyChain(entries)).toMatchObject({ ok: true, entries: 3 });
});

test('a change made behind the application’s back breaks the chain', async () => {
  const dossierId = newId<DossierId>();
  await inTenant((tx) => recordFacts(tx, { dossierId, stream: newStream(), facts: [quoteSent(), quoteSent()] }));
  const owner = new pg.Client(t.owner);
  await owner.connect();
  await owner.query('alter table journal_entries no force row level security');
  await owner.query(`update journal_entries set body = body || '{"number":"DEV-2026-0002"}' where dossier_id = $1 and seq = 2`, [
    dossierId,
  ]);
  await owner.end();
  const entries = await inTenant((tx) => readJournal(tx, dossierId));
  expect(verifyChain(entries).breaks).toMatchObject([{ seq: 2, problem: 'changed' }]);
});

test.each([
  ['changed', sql`update journal_entries set type = 'x'`],
  ['removed', sql`delete from journal_entries`],
  ['emptied', sql`truncate journal_entries`],
  ['restarted', sql`delete from journal_heads`],
])('the application cannot have its journal %s', async (_, statement) => {
  await expect(inTenant((tx) => statement.execute(tx.sql))).rejects.toMatchObject({ code: '42501' });
});

test('a decision made on an old version is refused, and says which version came first', async () => {
  const [dossierId, stream] = [newId<DossierId>(), newStream()];
  await inTenant((tx) => recordFacts(tx, { dossierId, stream, expectedVersion: 0, facts: [quoteSent()] }));
  const stale = inTenant((tx) => recordFacts(tx, { dossierId, stream, expectedVersion: 0, facts: [quoteSent()] }));
  await expect(stale).rejects.toThrow(StaleVersion);
  await expect(stale).rejects.toMatchObject({ expectedVersion: 0, actualVersion: 1 });
  expect(await inTenant((tx) => streamVersion(tx, stream.id))).toBe(1);
});

test('of two who decide at once on the same version, exactly one is kept', async () => {
  const [dossierId, stream] = [newId<DossierId>(), newStream()];
  const attempts = await Promise.allSettled(
    Array.from({ length: 12 }, () =>
      inTenant((tx) => recordFacts(tx, { dossierId, stream, expectedVersion: 0, facts: [quoteSent()] })),
    ),
  );
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const attempt of attempts) if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(StaleVersion);
});

test('many writers of one dossier leave one chain without hole', async () => {
  const [dossierId, stream] = [newId<DossierId>(), newStream()];
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      inTenant((tx) => recordFacts(tx, { dossierId, stream: i % 2 ? stream : newStream(), facts: [quoteSent(i)] })),
    ),
  );
  const entries = await inTenant((tx) => readJournal(tx, dossierId));
  expect(entries).toHaveLength(30);
  expect(verifyChain(entries).ok).toBe(true);
});

test('what follows a fact happens in the same transaction, or neither happens', async () => {
  const dossierId = newId<DossierId>();
  const seen: string[] = [];
  t.db.react([
    onFact<{ type: 'AgreementSigned'; quoteId: string; fail?: boolean }>('AgreementSigned', async (tx, fact, envelope) => {
      seen.push(`${fact.quoteId} ${envelope.version}`);
      await recordFacts(tx, {
        dossierId: envelope.dossierId,
        stream: { type: 'mission', id: newId<MissionId>() },
        facts: [{ type: 'MissionOpened' }],
      });
      if (fact.fail) throw new Error('the invoice could not be issued');
    }),
  ]);
  const sign = (fact: object) =>
    inTenant((tx) => recordFacts(tx, { dossierId, stream: newStream(), facts: [{ type: 'AgreementSigned', ...fact }] }));
  await sign({ quoteId: 'q1' });
  await expect(sign({ quoteId: 'q2', fail: true })).rejects.toThrow('could not be issued');
  const entries = await inTenant((tx) => readJournal(tx, dossierId));
  expect(entries.map(({ type }) => type)).toEqual(['AgreementSigned', 'MissionOpened']);
  expect(seen).toEqual(['q1 1', 'q2 1']);
});

test('another tenant reads nothing of this journal', async () => {
  const dossierId = newId<DossierId>();
  await inTenant((tx) => recordFacts(tx, { dossierId, stream: newStream(), facts: [quoteSent()] }));
  expect(await t.db.withTenant(newId<TenantId>(), actor, (tx) => readJournal(tx, dossierId))).toEqual([]);
});
