import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../shared/actor.ts';
import { newId, type ClientId, type TenantId, type UserId } from '../../shared/ids.ts';
import { instant } from '../../shared/time.ts';
import { testDatabase, type TestDatabase } from '../db/testing.ts';
import {
  createAccessLink,
  findAccessLink,
  inTenantOf,
  revokeAccessLinks,
  useAccessLink,
  type NewAccessLink,
} from './access-links.ts';
import { endGuestSession, openGuestSession, readGuestSession } from './guest-sessions.ts';
import { tenantOfToken } from './tokens.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const tenantId = newId<TenantId>();
const actor: Actor = { kind: 'system', name: 'test', tenantId };
const inTenant = <T>(work: Parameters<TestDatabase['db']['withTenant']>[2]) =>
  database.db.withTenant(tenantId, actor, work) as Promise<T>;
const person = { email: 'anne@martin.example', displayName: 'Anne Martin' };
const portal: NewAccessLink = { purpose: 'portal', clientId: newId<ClientId>(), ...person };
const signIn: NewAccessLink = { purpose: 'sign-in', userId: newId<UserId>(), ...person };
const make = (link: NewAccessLink) => inTenant<Awaited<ReturnType<typeof createAccessLink>>>((tx) => createAccessLink(tx, link));
const use = (token: string) => inTenantOf(database.db, token, (tx) => useAccessLink(tx, token));
const codeOf = (result: { ok: true } | { ok: false; code: string }) => (result.ok ? 'opens' : result.code);

describe('an access link', () => {
  test('keeps the hash of its token, never the token', async () => {
    const { token } = await make(portal);
    const rows = await inTenant<object[]>((tx) => tx.sql.selectFrom('access_links').selectAll().execute());
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(tenantOfToken(token)).toBe(tenantId);
  });

  test('that opens once is won by one of two simultaneous clicks', async () => {
    const { token } = await make(signIn);
    const results = (await Promise.all([use(token), use(token), use(token)])).map(codeOf).sort();
    expect(results).toEqual(['link_used', 'link_used', 'opens']);
  });

  test('for a client opens until its day, then no more', async () => {
    const { token, expiresAt } = await make(portal);
    expect([codeOf(await use(token)), codeOf(await use(token))]).toEqual(['opens', 'opens']);
    const before = database.clock.now();
    database.clock.set(expiresAt);
    expect(codeOf(await use(token))).toBe('link_expired');
    database.clock.set(before);
  });

  test('looked at is not used: mail readers follow links by themselves', async () => {
    const { token } = await make(signIn);
    await inTenantOf(database.db, token, (tx) => findAccessLink(tx, token));
    expect(codeOf(await use(token))).toBe('opens');
  });

  test('moved to another tenant opens nothing', async () => {
    const { token } = await make(portal);
    const other = Buffer.concat([
      Buffer.from(newId<string>().replaceAll('-', ''), 'hex'),
      Buffer.from(token, 'base64url').subarray(16),
    ]).toString('base64url');
    expect(codeOf(await use(other))).toBe('link_unknown');
  });

  test('closes with everything about its subject', async () => {
    const subject = { type: 'quote', id: 'q1' };
    const { token } = await make({ ...portal, subject });
    const { token: another } = await make({ ...portal, subject: { type: 'quote', id: 'q2' } });
    await inTenant((tx) => revokeAccessLinks(tx, { subject }));
    expect([codeOf(await use(token)), codeOf(await use(another))]).toEqual(['link_revoked', 'opens']);
  });
});

describe('a guest session', () => {
  const now = instant('2026-03-16T08:00:00Z');
  const open = async () => {
    const { token, linkId } = await make(portal);
    const used = await use(token);
    if (!used.ok) throw new Error(used.code);
    const session = await inTenant<{ token: string }>((tx) => openGuestSession(tx, used.link, now));
    return { linkId, session: session.token };
  };

  test('says who reads, until it is ended', async () => {
    const { session } = await open();
    expect(await readGuestSession(database.db, session, now)).toMatchObject({
      kind: 'client',
      displayName: 'Anne Martin',
      tenantId,
    });
    await endGuestSession(database.db, session, now);
    expect(await readGuestSession(database.db, session, now)).toBeNull();
  });

  test('ends with its link, and after thirty days', async () => {
    const { session, linkId } = await open();
    expect(await readGuestSession(database.db, session, instant('2026-04-16T08:00:00Z'))).toBeNull();
    await inTenant((tx) => revokeAccessLinks(tx, { linkId }));
    expect(await readGuestSession(database.db, session, now)).toBeNull();
  });
});
