import { expect, test } from 'vitest';
import { destinationsOf } from './navigation.ts';
import type { Me } from './session.ts';

const organisation = { tenantId: 't', name: 'Fontaine', isDemo: false };
const member = (role: 'owner' | 'caller' | 'reader'): Me => ({
  actor: { kind: 'member', userId: 'u', tenantId: 't', role, displayName: 'Claire' },
  organisation,
});
const client: Me = {
  actor: { kind: 'client', clientId: 'c', tenantId: 't', contactId: null, displayName: 'Hugo' },
  organisation,
};
const labels = (me: Me) => destinationsOf(me).map((entry) => entry.label);

test('a caller sees the work of the day, not the money', () => {
  expect(labels(member('caller'))).toEqual(['missions', 'calls', 'review']);
});

test('an owner and a reader see the whole house, and not the client’s own place', () => {
  expect(labels(member('owner'))).toEqual(['dossiers', 'missions', 'calls', 'review', 'invoices', 'models']);
  expect(labels(member('reader'))).toEqual(labels(member('owner')));
});

test('a client finds its own place first, and never the prestataire’s other dossiers', () => {
  expect(labels(client)[0]).toBe('space');
  expect(labels(client)).not.toContain('dossiers');
});
