import { expect, test } from 'vitest';
import { destinationsOf, isUnder } from './navigation.ts';
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
  expect(labels(member('owner'))).toEqual(['dossiers', 'contracts', 'missions', 'calls', 'review', 'invoices', 'models']);
  expect(labels(member('reader'))).toEqual(labels(member('owner')));
});

test('a client finds its own place first, and never the prestataire’s other dossiers', () => {
  expect(labels(client)[0]).toBe('space');
  expect(labels(client)).not.toContain('dossiers');
});

test('a page of an area lights its entry in the rail, wherever it lives', () => {
  const [contracts, models] = ['contracts', 'models'].map((label) =>
    destinationsOf(member('owner')).find((entry) => entry.label === label)!,
  );
  expect([isUnder(contracts!, '/signatures'), isUnder(contracts!, '/devis/0199'), isUnder(contracts!, '/frictions')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([isUnder(models!, '/frictions/1'), isUnder(models!, '/modelesse')]).toEqual([true, false]);
});
