import { describe, expect, test } from 'vitest';
import type { ClientId, ContactId, DossierId, UserId } from '../../../shared/ids.ts';
import type { Instant } from '../../../shared/time.ts';
import { addClient } from './add-client.ts';
import { changeRole, removeMember } from './change-member.ts';
import { ClientIdentityInput } from './client-identity.ts';
import type { Client } from './client.ts';
import { editClient } from './edit-client.ts';
import { inviteMember } from './invite-member.ts';
import type { Member } from './member.ts';
import { mergedIdentity } from './merge-identity.ts';

const member = (overrides: Partial<Member> = {}): Member => ({
  userId: 'u1' as UserId,
  email: 'a@b.fr',
  displayName: 'Camille',
  role: 'owner',
  state: 'active',
  ...overrides,
});
const nadia = member({ userId: 'u2' as UserId, displayName: 'Nadia', role: 'caller' });
const identity = ClientIdentityInput.parse({
  name: 'Ateliers Martin',
  siret: '35600000009075',
  address: { line1: '3 quai Perrache', postCode: '69002', city: 'Lyon' },
  signatory: { name: 'Anne Martin', email: 'anne@martin.example' },
});

describe('an organisation always keeps one owner', () => {
  test('the last one cannot leave nor step down', () => {
    expect(removeMember([member(), nadia], member())).toEqual({ ok: false, code: 'last_owner' });
    expect(changeRole([member(), nadia], member(), { role: 'reader' })).toEqual({ ok: false, code: 'last_owner' });
  });
  test('an owner who was only invited does not count', () => {
    const invited = member({ userId: 'u3' as UserId, state: 'invited' });
    expect(removeMember([member(), invited], member()).ok).toBe(false);
    expect(removeMember([member(), { ...invited, state: 'active' }], member()).ok).toBe(true);
  });
  test('anyone else may leave', () => {
    expect(removeMember([member(), nadia], nadia)).toEqual({ ok: true, facts: [{ type: 'MemberRemoved', userId: 'u2' }] });
  });
  test('the same role again changes nothing', () => {
    expect(changeRole([member(), nadia], nadia, { role: 'caller' })).toEqual({ ok: true, facts: [] });
  });
});

test('an invitation may be sent again until it is taken up', () => {
  const command = { userId: 'u2' as UserId, displayName: 'Nadia', role: 'caller' } as const;
  expect(inviteMember(null, command).ok).toBe(true);
  expect(inviteMember({ ...nadia, state: 'invited' }, command).ok).toBe(true);
  expect(inviteMember({ ...nadia, state: 'removed' }, command).ok).toBe(true);
  expect(inviteMember(nadia, command)).toEqual({ ok: false, code: 'already_member', details: { name: 'Nadia' } });
});

describe('a client', () => {
  const clientId = 'c1' as ClientId;
  const dossierId = 'd1' as DossierId;
  const client: Client = {
    id: clientId,
    dossierId,
    identity,
    contactIds: { signatory: 's' as ContactId, billing: null, dpo: null },
    version: 1,
    createdAt: '' as Instant,
  };

  test('enters with its dossier', () => {
    expect(addClient(null, { clientId, dossierId, identity })).toEqual({
      ok: true,
      facts: [
        { type: 'ClientAdded', clientId, name: 'Ateliers Martin', siren: '356000000' },
        { type: 'DossierOpened', dossierId, clientId },
      ],
    });
  });
  test('already there is not entered twice', () => {
    expect(addClient({ name: 'Martin' }, { clientId, dossierId, identity })).toMatchObject({
      ok: false,
      code: 'client_already_there',
    });
  });
  test('corrected says what changed, in the journal, and nothing when nothing did', () => {
    expect(editClient(client, { identity: { ...identity, name: 'Martin SA' } }, { sameSiret: null })).toEqual({
      ok: true,
      facts: [{ type: 'ClientEdited', clientId, changed: ['name'] }],
    });
    expect(editClient(client, { identity }, { sameSiret: null })).toEqual({ ok: true, facts: [] });
  });
  test('that moves to another company loses the VAT number of the former one', () => {
    expect(mergedIdentity(identity, { siret: '73282932000074' })).toMatchObject({
      siret: '73282932000074',
      vatNumber: null,
      name: 'Ateliers Martin',
    });
    expect(mergedIdentity(identity, { name: 'Autre' })).toMatchObject({ name: 'Autre', vatNumber: identity.vatNumber });
  });
});
