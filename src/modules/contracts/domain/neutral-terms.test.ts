import { expect, test } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { isAsked, withNeutralTerms } from './neutral-terms.ts';
import { Terms } from './terms/terms.ts';

test('a mission of which only dates, number, price and payment are asked still makes whole terms', () => {
  const { period, price, milestones, payment, calling } = canonicalDraft;
  const { slots, presentedNumber } = calling;
  const asked = ['period', 'price', 'milestones', 'payment', 'calling.slots', 'calling.presentedNumber'];
  const terms = Terms.parse(withNeutralTerms({ period, price, milestones, payment, calling: { slots, presentedNumber } }, asked));
  expect(terms.calling.recording.policy).toBe('none');
  expect(terms.volumes).toMatchObject({ calls: null, hours: null, appointments: null });
});

test('what was typed is kept, and what is asked is never filled in for its author', () => {
  expect(withNeutralTerms({ confidentiality: { years: 4 } }, []).confidentiality?.years).toBe(4);
  expect(withNeutralTerms({}, ['confidentiality']).confidentiality).toBeUndefined();
  expect(isAsked(['calling.recording.policy'], 'calling.recording')).toBe(true);
  expect(isAsked(['calling'], 'calling.slots')).toBe(true);
  expect(isAsked(['calling.slots'], 'calling.script')).toBe(false);
});

test('a condition of a clause of choice leaves with its clause, and an emptied field is no condition', () => {
  const termination = { ...canonicalDraft.termination, cureDays: null };
  const draft = { ...canonicalDraft, termination, intellectualProperty: { purpose: 'Prospection' } };
  const cleaned = withNeutralTerms(draft, ['termination']);
  expect(cleaned).not.toHaveProperty('intellectualProperty');
  expect(cleaned.termination).not.toHaveProperty('cureDays');
  expect(withNeutralTerms({ ...draft, termination: { cureDays: 10 } }, ['termination']).termination?.cureDays).toBe(10);
  expect(withNeutralTerms(draft, ['intellectualProperty.purpose']).intellectualProperty?.purpose).toBe('Prospection');
});
