import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aClient, aSignUp, runningCadran, type RunningTest } from '../../../../test/support/running-cadran.ts';
import { createAccessLink, revokeAccessLinks } from '../../../platform/auth/index.ts';
import type { ClientId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';

let cadran: RunningTest;
beforeAll(async () => {
  cadran = await runningCadran();
});
afterAll(() => cadran?.stop());

const tokenIn = (text: string): string => /\/lien\/([A-Za-z0-9_-]+)/.exec(text)![1]!;
const addClient = async (
  owner: { call: RunningTest extends never ? never : Awaited<ReturnType<RunningTest['owner']>>['call'] },
  overrides: object = {},
) => (await owner.call('POST', '/clients', aClient(overrides))).json() as { clientId: ClientId; dossierId: string };

describe('a provider signs up', () => {
  test('and is signed in as the owner of its organisation', async () => {
    const owner = await cadran.owner();
    const me = (await owner.call('GET', '/me')).json();
    expect(me).toMatchObject({
      actor: { kind: 'member', role: 'owner', displayName: 'Camille Durand' },
      organisation: { name: 'Camille Durand', isDemo: false },
      language: 'fr',
    });
    expect((await owner.call('GET', '/organisation')).json()).toMatchObject({
      identity: { siren: '732829320', vatNumber: 'FR44732829320', iban: 'FR7630006000011234567890189' },
      documentLines: expect.arrayContaining(['Camille Durand\u00a0EI']),
    });
  });

  test('wrong SIRET, IBAN and telephone get a sentence each', async () => {
    const answered = await cadran.visitor().call(
      'POST',
      '/sign-up',
      aSignUp({
        email: 'faux@exemple.fr',
        identity: { siret: '73282932000079', iban: 'FR7630006000011234567890188', phone: '12' },
      }),
    );
    expect(answered.statusCode).toBe(422);
    expect(answered.json().fields.map((field: { path: string }) => field.path)).toEqual([
      'identity.siret',
      'identity.phone',
      'identity.iban',
    ]);
    expect(answered.json().fields[0].message).toMatch(/Le SIRET 73282932000079 n’existe pas/);
  });

  test('an address that has an account is told to sign in', async () => {
    await cadran.owner({ email: 'deja@exemple.fr' });
    const answered = await cadran.visitor().call('POST', '/sign-up', {
      ...aSignUp({ email: 'deja@exemple.fr' }),
      person: { name: 'X', email: 'deja@exemple.fr', password: 'un autre mot de passe' },
    });
    expect([answered.statusCode, answered.json().code]).toEqual([409, 'email_taken']);
  });

  test('a short password is refused with what to do', async () => {
    const body = aSignUp({ email: 'court@exemple.fr' });
    const answered = await cadran.visitor().call('POST', '/sign-up', { ...body, person: { ...body.person, password: 'court' } });
    expect(answered.json().fields).toEqual([{ path: 'person.password', message: expect.stringMatching(/12 caractères/) }]);
  });
});

describe('signing in', () => {
  test('by password, and out again', async () => {
    await cadran.owner({ email: 'entree@exemple.fr' });
    const visitor = cadran.visitor();
    const wrong = await visitor.call('POST', '/sign-in', { email: 'entree@exemple.fr', password: 'pas le bon' });
    const unknown = await visitor.call('POST', '/sign-in', { email: 'inconnu@exemple.fr', password: 'pas le bon' });
    expect([wrong.statusCode, wrong.json()]).toEqual([unknown.statusCode, unknown.json()]);
    expect(wrong.json().code).toBe('wrong_credentials');

    expect(
      (await visitor.call('POST', '/sign-in', { email: 'Entree@exemple.fr', password: 'une phrase assez longue' })).statusCode,
    ).toBe(200);
    expect((await visitor.call('GET', '/organisation')).statusCode).toBe(200);
    const old = new Map(visitor.cookies);
    await visitor.call('POST', '/sign-out', {});
    expect((await visitor.call('GET', '/organisation')).statusCode).toBe(401);
    for (const [name, value] of old) visitor.cookies.set(name, value);
    expect((await visitor.call('GET', '/organisation')).statusCode).toBe(401);
  });

  test('cookies cannot be read by scripts nor sent from other sites', async () => {
    const answered = await cadran.visitor().call('POST', '/sign-up', aSignUp({ email: 'cookies@exemple.fr' }));
    expect(answered.cookies[0]).toMatchObject({ name: 'cadran.session_token', httpOnly: true, sameSite: 'Lax', path: '/' });
  });

  test('a new password closes the other sessions, and needs the current one', async () => {
    const owner = await cadran.owner({ email: 'change@exemple.fr' });
    const elsewhere = cadran.visitor();
    await elsewhere.call('POST', '/sign-in', { email: 'change@exemple.fr', password: 'une phrase assez longue' });
    const wrong = await owner.call('PUT', '/me/password', { current: 'pas le bon', password: 'une tout autre phrase' });
    expect(wrong.json().code).toBe('wrong_current_password');
    expect(
      (await owner.call('PUT', '/me/password', { current: 'une phrase assez longue', password: 'une tout autre phrase' }))
        .statusCode,
    ).toBe(200);
    expect((await owner.call('GET', '/organisation')).statusCode).toBe(200);
    expect((await elsewhere.call('GET', '/organisation')).statusCode).toBe(401);
  });

  test('someone who works for two organisations goes from one to the other', async () => {
    const first = await cadran.owner({ email: 'double@exemple.fr' });
    const second = await cadran.owner();
    await second.call('POST', '/members', { email: 'double@exemple.fr', displayName: 'Camille', role: 'caller' });
    await first.call('POST', `/links/${tokenIn((await cadran.mailTo(second, 'double@exemple.fr')).text)}/session`);
    const { organisations, organisation } = (await first.call('GET', '/me')).json();
    expect(organisation.tenantId).toBe(second.tenantId);
    expect(organisations.map((one: { tenantId: string; role: string }) => [one.tenantId, one.role])).toEqual([
      [first.tenantId, 'owner'],
      [second.tenantId, 'caller'],
    ]);
    await first.call('POST', '/me/organisation', { tenantId: first.tenantId });
    expect((await first.call('GET', '/me')).json()).toMatchObject({
      organisation: { tenantId: first.tenantId },
      actor: { role: 'owner' },
    });
    const foreign = await cadran.owner();
    expect((await first.call('POST', '/me/organisation', { tenantId: foreign.tenantId })).statusCode).toBe(404);
  });

  test('by a link that opens once, within 15 minutes; an unknown address gets the same answer', async () => {
    const owner = await cadran.owner({ email: 'lien@exemple.fr' });
    const asked = await cadran.visitor().call('POST', '/sign-in/magic-link', { email: 'lien@exemple.fr' });
    expect((await cadran.visitor().call('POST', '/sign-in/magic-link', { email: 'personne@exemple.fr' })).json()).toEqual(
      asked.json(),
    );
    const mail = await cadran.mailTo(owner, 'lien@exemple.fr');
    expect(mail.state).toBe('sent');
    const token = tokenIn(mail.text);

    const visitor = cadran.visitor();
    expect((await visitor.call('GET', `/links/${token}`)).json()).toMatchObject({
      purpose: 'sign-in',
      organisation: { name: 'Camille Durand' },
    });
    expect((await visitor.call('GET', `/sign-in/magic-link/${token}`)).headers.location).toBe(`/lien/${token}`);
    expect((await visitor.call('POST', `/links/${token}/session`, {})).statusCode).toBe(200);
    expect((await visitor.call('GET', '/me')).json().actor.kind).toBe('member');

    const again = await cadran.visitor().call('POST', `/links/${token}/session`);
    expect([again.statusCode, again.json().code]).toEqual([410, 'link_used']);
  });
});

describe('links say why they do not open', () => {
  test('forged, expired, closed: each its own sentence', async () => {
    const owner = await cadran.owner();
    const { clientId } = await addClient(owner);
    const make = (expiresAt?: string) =>
      cadran.db.withTenant(owner.tenantId, { kind: 'system', name: 'test', tenantId: owner.tenantId }, (tx) =>
        createAccessLink(tx, {
          purpose: 'portal',
          clientId,
          displayName: 'Anne Martin',
          email: 'anne@martin.example',
          ...(expiresAt ? { expiresAt: instant(expiresAt) } : {}),
        }),
      );
    const good = await make();
    const old = await make('2026-03-01T00:00:00Z');
    const open = async (token: string) => {
      const answered = await cadran.visitor().call('POST', `/links/${token}/session`);
      return [answered.statusCode, answered.json().code ?? 'open'];
    };
    const forged = good.token.slice(0, -4) + (good.token.endsWith('AAAA') ? 'BBBB' : 'AAAA');
    expect(await open(good.token)).toEqual([200, 'open']);
    expect(await open(good.token)).toEqual([200, 'open']);
    expect(await open(old.token)).toEqual([410, 'link_expired']);
    expect(await open(forged)).toEqual([404, 'link_unknown']);
    expect(await open('n-importe-quoi')).toEqual([404, 'link_unknown']);

    const guest = cadran.visitor();
    await guest.call('POST', `/links/${good.token}/session`);
    expect((await guest.call('GET', '/me')).json().actor).toMatchObject({ kind: 'client', clientId, displayName: 'Anne Martin' });
    await cadran.db.withTenant(owner.tenantId, { kind: 'system', name: 'test', tenantId: owner.tenantId }, (tx) =>
      revokeAccessLinks(tx, { linkId: good.linkId }),
    );
    expect(await open(good.token)).toEqual([410, 'link_revoked']);
  });
});

describe('members', () => {
  test('an invited caller chooses a password, works, and is refused what owners do', async () => {
    const owner = await cadran.owner();
    expect(
      (await owner.call('POST', '/members', { email: 'nadia@exemple.fr', displayName: 'Nadia Benali', role: 'caller' }))
        .statusCode,
    ).toBe(201);
    const token = tokenIn((await cadran.mailTo(owner, 'nadia@exemple.fr')).text);
    const nadia = cadran.visitor();
    expect((await nadia.call('GET', `/links/${token}`)).json()).toMatchObject({ purpose: 'invite', needsPassword: true });
    expect((await nadia.call('POST', `/links/${token}/session`, { password: 'encore une longue phrase' })).statusCode).toBe(200);
    expect((await nadia.call('GET', '/me')).json().actor).toMatchObject({ role: 'caller', displayName: 'Nadia Benali' });
    expect((await nadia.call('POST', '/clients', aClient())).json().code).toBe('not_allowed');
    expect((await nadia.call('GET', '/clients')).statusCode).toBe(200);
    expect(
      (await cadran.visitor().call('POST', '/sign-in', { email: 'nadia@exemple.fr', password: 'encore une longue phrase' }))
        .statusCode,
    ).toBe(200);

    const again = await owner.call('POST', '/members', {
      email: 'nadia@exemple.fr',
      displayName: 'Nadia Benali',
      role: 'reader',
    });
    expect(again.json().code).toBe('already_member');

    const { userId } = (await nadia.call('GET', '/me')).json().actor;
    expect((await owner.call('PATCH', `/members/${userId}`, { role: 'reader' })).json()).toEqual({ userId, role: 'reader' });
    expect((await nadia.call('GET', '/me')).json().actor.role).toBe('reader');
    await owner.call('DELETE', `/members/${userId}`);
    expect((await nadia.call('GET', '/clients')).statusCode).toBe(401);
  });

  test('the last owner neither leaves nor steps down', async () => {
    const owner = await cadran.owner();
    expect((await owner.call('DELETE', `/members/${owner.userId}`)).json().code).toBe('last_owner');
    expect((await owner.call('PATCH', `/members/${owner.userId}`, { role: 'reader' })).json().code).toBe('last_owner');
  });
});

describe('clients', () => {
  test('adding a client opens its dossier', async () => {
    const owner = await cadran.owner();
    const { clientId, dossierId } = await addClient(owner);
    expect((await owner.call('GET', '/dossiers')).json().dossiers).toEqual([
      { dossierId, clientId, clientName: 'Ateliers Martin', siren: '356000000', openedAt: '2026-03-16T08:00:00.000Z' },
    ]);
    expect((await owner.call('GET', `/dossiers/${dossierId}`)).json().clientName).toBe('Ateliers Martin');
    expect((await owner.call('GET', '/clients')).json().clients[0]).toMatchObject({
      clientId,
      city: 'Lyon',
      signatory: { name: 'Anne Martin' },
    });
  });

  test('one establishment has one dossier', async () => {
    const owner = await cadran.owner();
    await addClient(owner);
    const second = await owner.call('POST', '/clients', aClient({ name: 'Autre nom' }));
    expect([second.statusCode, second.json().message]).toEqual([
      409,
      'Le SIRET 35600000009075 est déjà celui de «\u00a0Ateliers Martin\u00a0». Ouvrez son dossier plutôt que d’en créer un second.',
    ]);
  });

  test('a correction changes what is given and keeps the rest', async () => {
    const owner = await cadran.owner();
    const { clientId } = await addClient(owner);
    const edited = await owner.call('PATCH', `/clients/${clientId}`, {
      dpoContact: { name: 'Paul Roy', email: 'dpo@martin.example' },
    });
    expect(edited.json()).toMatchObject({
      identity: { name: 'Ateliers Martin', dpoContact: { name: 'Paul Roy' } },
      contactIds: { dpo: expect.any(String) },
    });
    const wrong = await owner.call('PATCH', `/clients/${clientId}`, { vatNumber: 'FR44732829320' });
    expect(wrong.json().fields).toEqual([{ path: 'vatNumber', message: expect.stringMatching(/autre SIREN/) }]);
  });

  test('a provider that moves to another SIRET gets its VAT number drawn again', async () => {
    const owner = await cadran.owner();
    const moved = await owner.call('PATCH', '/organisation', { siret: '35600000000048' });
    expect(moved.json().identity).toMatchObject({ siren: '356000000', vatNumber: 'FR39356000000' });
  });
});

test('an organisation sees nothing of another', async () => {
  const [a, b] = [await cadran.owner(), await cadran.owner()];
  const { clientId, dossierId } = await addClient(b);
  for (const path of [`/clients/${clientId}`, `/dossiers/${dossierId}`]) expect((await a.call('GET', path)).statusCode).toBe(404);
  expect((await a.call('PATCH', `/clients/${clientId}`, { name: 'Volé' })).statusCode).toBe(404);
  expect((await a.call('GET', '/clients')).json().clients).toEqual([]);
  expect((await a.call('GET', '/mails')).json().mails).toEqual([]);
  expect((await a.call('GET', '/members')).json().members).toHaveLength(1);
  expect((await a.call('DELETE', `/members/${b.userId}`)).statusCode).toBe(404);
});

test('every mail is kept with its state, its text and its page', async () => {
  const owner = await cadran.owner();
  await owner.call('POST', '/members', { email: 'lecteur@exemple.fr', displayName: 'Léo & Cie', role: 'reader' });
  const mail = await cadran.mailTo(owner, 'lecteur@exemple.fr');
  expect(mail.html).toContain('Léo &amp; Cie');
  expect(mail.html).not.toMatch(/<img|src=/);
  expect(mail.subject.length).toBeLessThanOrEqual(78);
});

test('whatever is typed, the answer is a sentence and never an incident', async () => {
  const owner = await cadran.owner();
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('\u0000', 'a\u0000@b.fr', '\ud800', '<b>', "'; drop table members;--", '𝔘𝔫𝔦', '١٢٣', '9'.repeat(300), ' '),
    fc.anything({ maxDepth: 1 }),
  );
  const field = fc.constantFrom('name', 'siret', 'vatNumber', 'address', 'signatory', 'legalForm', 'billingContact');
  await fc.assert(
    fc.asyncProperty(field, nasty, nasty, async (name, value, other) => {
      const answers = await Promise.all([
        owner.call('POST', '/clients', { ...aClient(), [name]: value, dpoContact: { name: other, email: other } }),
        cadran.visitor().call('GET', `/links/${encodeURIComponent(String(JSON.stringify(value) ?? '').replace(/\p{Cs}/gu, ''))}`),
        owner.call('PATCH', '/organisation', { [name]: value, phone: other }),
      ]);
      for (const answered of answers)
        expect([answered.statusCode, answered.statusCode < 500]).toEqual([answered.statusCode, true]);
    }),
    { numRuns: 60 },
  );
  const signIn = await cadran.visitor().call('POST', '/sign-in', { email: 'a\u0000@b.fr', password: '\u0000' });
  expect(signIn.statusCode).toBe(422);
});
