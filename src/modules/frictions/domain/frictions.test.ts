import { describe, expect, test } from 'vitest';
import { newId, type FrictionId } from '../../../shared/ids.ts';
import { instant } from '../../../shared/time.ts';
import { frictionTransitions, reopenFriction, setFrictionAside, settleFriction, wordFriction } from './answer-friction.ts';
import { type Friction, frictionOrigins, frictionStates } from './friction.ts';
import { noticeInAppointment, noticeInRefusedOffer, noticeInRequest } from './notice-friction.ts';
import { deservesClause, weigh } from './weigh.ts';

const friction = (given: Partial<Friction> = {}): Friction => ({
  id: newId<FrictionId>(),
  key: 'criterion:interet',
  title: 'Critère « Intérêt »',
  risk: 'results',
  termPath: 'appointments.criteria',
  state: 'open',
  clause: null,
  setAsideReason: null,
  firstSeenAt: instant('2026-03-10T09:00:00Z'),
  lastSeenAt: instant('2026-03-10T09:00:00Z'),
  ...given,
});
const clause = { id: 'rdv-interet', version: 1 };

describe('a misunderstanding is one point, however often it comes back', () => {
  test('a refusal, its contest and its ruling on one criterion are the same point', () => {
    const story = (happened: 'refused' | 'contested' | 'ruled', label = 'Intérêt pour un échange') =>
      noticeInAppointment({ happened, criterion: { id: 'interet', label } });
    expect(new Set([story('refused').key, story('contested').key, story('ruled', 'intérêt, pour un échange').key]).size).toBe(1);
    expect([story('refused').origin, story('contested').origin, story('ruled').origin]).toEqual(['refusal', 'dispute', 'ruling']);
    expect(story('refused', 'Décideur').key).not.toBe(story('refused').key);
  });
  test('silence that refuses puts the review delay in question, not a criterion', () => {
    expect(noticeInAppointment({ happened: 'refused', criterion: null }).termPath).toBe('appointments.review');
  });
  test('an offer refused without a reason teaches nothing', () => {
    expect(noticeInRefusedOffer('  ')).toBeNull();
    expect(noticeInRefusedOffer('Acompte trop élevé')!.key).toBe('offer:acompte-trop-eleve');
  });
  test('work asked beyond the scope is a drift of the mission', () => {
    expect(noticeInRequest('target')).toMatchObject({ risk: 'drift', title: 'Cible élargie en cours de route' });
    expect(noticeInRequest('new kind').title).toBe('Demande hors périmètre');
  });
});

describe('what deserves a clause', () => {
  test('one dispute does; one or two plain refusals do not, three do', () => {
    expect(deservesClause(['dispute'])).toBe(true);
    expect(deservesClause(['refusal', 'refusal'])).toBe(false);
    expect(deservesClause(['refusal', 'refusal', 'refusal'])).toBe(true);
    expect(deservesClause(['out_of_scope'])).toBe(false);
    expect(weigh([...frictionOrigins])).toBe(15);
  });
});

describe('from the friction to the published clause', () => {
  test('a clause answers it, and its publication settles it', () => {
    expect(wordFriction(friction(), clause)).toMatchObject({
      ok: true,
      facts: [{ type: 'FrictionWorded', clauseId: 'rdv-interet' }],
    });
    expect(settleFriction(friction({ state: 'worded', clause }), clause)).toMatchObject({ ok: true });
    expect(settleFriction(friction(), clause)).toMatchObject({ ok: false, code: 'not_from_here' });
  });
  test('set aside, it keeps its reason; without one it is refused', () => {
    expect(setFrictionAside(friction(), { reason: ' ' })).toMatchObject({ code: 'reason_required' });
    expect(setFrictionAside(friction(), { reason: 'Cas unique' })).toMatchObject({ ok: true, facts: [{ reason: 'Cas unique' }] });
    expect(reopenFriction(friction({ state: 'set_aside' }), { why: 'met_again' })).toMatchObject({ ok: true });
    expect(reopenFriction(friction(), { why: 'met_again' })).toMatchObject({ ok: false });
  });
  test('every state leads only where the table says', () => {
    const allowed = frictionStates.map((state) => Object.keys(frictionTransitions[state]).sort().join());
    expect(allowed).toEqual(['set_aside,word', 'set_aside,settle,unword,word', 'reopen', 'reopen']);
  });
});
