import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { indexIds, relationIndices, type RelationMeasures, weeklySlotHours } from './requalification.ts';

const measures: RelationMeasures = {
  topClient: { name: 'Nova', shareBp: 4_000 },
  activeClients: 3,
  slotHoursPerWeek: 20,
  timePriced: { missions: 0, of: 2 },
  otherCallers: 1,
};
const levels = (change: Partial<RelationMeasures> = {}) =>
  Object.fromEntries(relationIndices({ ...measures, ...change }).map(({ id, level }) => [id, level]));

test('every sign is told, measured or asked', () => {
  expect(relationIndices(measures).map(({ id }) => id)).toEqual([...indexIds]);
});

test('several clients, results as prices and somebody to replace you: nothing to watch', () => {
  expect(levels()).toMatchObject({
    concentration: 'quiet',
    single_client: 'quiet',
    slots: 'quiet',
    time_priced: 'quiet',
    substitution: 'quiet',
  });
});

test.each([
  ['concentration', { topClient: { name: 'Nova', shareBp: 7_501 } }, { topClient: { name: 'Nova', shareBp: 7_500 } }],
  ['single_client', { activeClients: 1 }, { activeClients: 2 }],
  ['slots', { slotHoursPerWeek: 30.5 }, { slotHoursPerWeek: 30 }],
  ['time_priced', { timePriced: { missions: 1, of: 2 } }, { timePriced: { missions: 0, of: 2 } }],
] as const)('%s is worth watching beyond its threshold, and not at it', (id, beyond, at) => {
  expect(levels(beyond)[id]).toBe('watch');
  expect(levels(at)[id]).toBe('quiet');
});

test('what the data does not say is asked, never guessed', () => {
  const empty = levels({
    topClient: null,
    activeClients: 0,
    slotHoursPerWeek: null,
    timePriced: { missions: 0, of: 0 },
    otherCallers: 0,
  });
  expect(new Set(Object.values(empty))).toEqual(new Set(['to_check']));
});

test('the canonical slots open 32 h 30 a week; overlapping slots count once', () => {
  expect(weeklySlotHours(canonicalTerms.calling.slots)).toBe(32.5);
  expect(
    weeklySlotHours([
      { days: [1], from: '09:00', to: '12:00' },
      { days: [1], from: '11:00', to: '13:00' },
    ]),
  ).toBe(4);
});
