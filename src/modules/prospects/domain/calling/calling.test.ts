import { expect, test } from 'vitest';
import type { UserId } from '../../../../shared/ids.ts';
import { instant } from '../../../../shared/time.ts';
import { moveAfterOutcome } from './apply-outcome.ts';
import { whyNobody, whyThisOne } from './explain-next.ts';
import { mayFollow, prospectStatuses, transitions } from './prospect-state.ts';

const now = instant('2026-03-16T17:00:00Z');
const tomorrow = instant('2026-03-17T08:30:00Z');
const claire = 'claire' as UserId;

test('an objection wins over everything else that was entered with it', () => {
  expect(moveAfterOutcome({ status: 'leased' }, { code: 'OPP', nextAt: tomorrow })).toEqual({
    ok: true,
    move: { verb: 'suppress' },
  });
});

test.each([
  [
    { code: 'NRP', nextAt: tomorrow },
    { verb: 'retry', nextAt: tomorrow },
  ],
  [
    { code: 'RAP', callback: { at: tomorrow, owner: claire } },
    { verb: 'call_back', nextAt: tomorrow, owner: claire, note: null },
  ],
  [
    { code: 'RAP', callback: { at: tomorrow, owner: null, note: 'Après 10 h' } },
    { verb: 'call_back', nextAt: tomorrow, owner: null, note: 'Après 10 h' },
  ],
  [{ code: 'HC' }, { verb: 'close' }],
])('after %o the prospect goes on', (command, move) => {
  expect(moveAfterOutcome({ status: 'leased' }, command)).toEqual({ ok: true, move });
});

test('a wrong number gives way to the second one, and closes the prospect when there is none', () => {
  const other = '+33639980001';
  expect(moveAfterOutcome({ status: 'leased', otherPhone: other }, { code: 'FNX' })).toEqual({
    ok: true,
    move: { verb: 'switch_number', phone: other },
  });
  expect(moveAfterOutcome({ status: 'leased', otherPhone: null }, { code: 'FNX' })).toEqual({
    ok: true,
    move: { verb: 'close' },
  });
});

test('a closed prospect is not called again, and an objection is never undone', () => {
  expect(moveAfterOutcome({ status: 'closed' }, { code: 'NRP', nextAt: tomorrow })).toMatchObject({
    ok: false,
    code: 'prospect_finished',
  });
  for (const verb of ['lease', 'release', 'retry', 'call_back', 'close'] as const)
    expect(mayFollow(verb, 'suppressed')).toBe(false);
});

test('an objection is heard in every state', () => {
  expect(transitions.suppress.from).toEqual(prospectStatuses);
});

test('the caller is told why this prospect, and why nobody', () => {
  expect(whyThisOne('own_callback', { attempts: 1, dueAt: now })).toBe('Vous aviez promis de rappeler à 18 h 00.');
  expect(
    whyNobody(
      {
        retriesLater: 12,
        nextRetryAt: tomorrow,
        callbacksLater: 0,
        nextCallbackAt: null,
        leasedByOthers: 1,
        suppressed: 3,
        closed: 40,
        total: 56,
      },
      now,
    ),
  ).toBe(
    'Personne à appeler maintenant : 12 à retenter demain à 9 h 30, 1 réservée par un autre appelant, 3 opposées, 40 closes.',
  );
  expect(
    whyNobody(
      {
        retriesLater: 0,
        nextRetryAt: null,
        callbacksLater: 0,
        nextCallbackAt: null,
        leasedByOthers: 0,
        suppressed: 0,
        closed: 0,
        total: 0,
      },
      now,
    ),
  ).toBe('Cette mission n’a encore aucune fiche : importez un fichier.');
});
