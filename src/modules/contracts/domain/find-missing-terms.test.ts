import { describe, expect, test } from 'vitest';
import { canonicalDraft, vagueDraft } from '../../../demo/canonical-terms.ts';
import type { DraftTerms } from './terms/terms.ts';
import { findMissingTerms } from './find-missing-terms.ts';

const rulesOf = (draft: DraftTerms) => findMissingTerms(draft).map((found) => found.rule);
const pathsOf = (draft: DraftTerms) => findMissingTerms(draft).map((found) => found.path);

test('the canonical mission of the article is complete', () => {
  expect(findMissingTerms(canonicalDraft)).toEqual([]);
});

test('1 500 calls without a definition of an appointment, a report or late-payment terms cannot be sent', () => {
  expect(findMissingTerms(vagueDraft).map((found) => found.fr)).toEqual([
    'La définition du rendez-vous qualifié : à renseigner.',
    'Les comptes rendus (fréquence, contenu, canal) : à renseigner.',
    'Les pénalités de retard : à renseigner.',
  ]);
});

test('an empty draft names every heading that is still empty', () => {
  const headings = new Set(findMissingTerms({}).map((found) => found.heading));
  expect([...headings].sort()).toEqual(
    ['changes', 'data', 'payment', 'planning', 'price', 'reporting', 'results', 'scope', 'termination'].sort(),
  );
});

test('a schedule of 90 % is refused, on a finished draft and on an unfinished one', () => {
  const milestones = canonicalDraft.milestones.map((milestone) =>
    milestone.kind === 'balance' ? { ...milestone, sharePercent: 20 } : milestone,
  );
  expect(findMissingTerms({ ...canonicalDraft, milestones }).map((found) => found.fr)).toEqual([
    'L’échéancier totalise 90 % : répartissez exactement 100 % entre les jalons.',
  ]);
  expect(rulesOf({ milestones })).toContain('milestones_sum');
});

describe('a contract that contradicts itself is refused', () => {
  const { indicators, price, calling, payment, volumes } = canonicalDraft;
  const [first, second] = indicators;
  test.each<[string, DraftTerms]>([
    ['period_reversed', { period: { startsOn: '2026-04-03', endsOn: '2026-03-09' } }],
    ['slot_reversed', { calling: { ...calling, slots: [{ days: [1], from: '12:00', to: '09:30' }] } }],
    ['no_volume', { volumes: { ...volumes, calls: null, hours: null, appointments: null } }],
    ['indicator_count', { indicators: [first!, second!] }],
    ['indicator_count', { indicators: [...indicators, first!] }],
    ['engaged_without_target', { indicators: [{ ...first!, target: null }, second!, indicators[2]!] }],
    [
      'indicator_without_pay',
      { indicators: indicators.map((indicator) => ({ ...indicator, payLink: 'none_informative' as const })) },
    ],
    ['price_model_mismatch', { price: { ...price, model: 'forfait' } }],
    [
      'deposit_not_first',
      { milestones: [{ id: 'a', label: 'Acompte', kind: 'acompte', sharePercent: 100, trigger: { on: 'final_report' } }] },
    ],
    ['milestone_unreachable', { volumes: { ...volumes, calls: 500 } }],
    ['indemnity_too_low', { payment: { ...payment, recoveryIndemnityCents: 3999 } }],
    ['department_contradiction', { scope: { ...canonicalDraft.scope, allowedDepartments: ['2A'] } }],
    [
      'recording_contradiction',
      { calling: { ...calling, recording: { ...calling.recording, policy: 'none', requiredForBilling: true } } },
    ],
    ['recording_without_basis', { calling: { ...calling, recording: { ...calling.recording, policy: 'all' } } }],
  ])('%s', (rule, change) => {
    expect(rulesOf({ ...canonicalDraft, ...change })).toEqual([rule]);
  });
});

test('a wrong value is told apart from a missing one', () => {
  const draft = { ...canonicalDraft, period: { startsOn: '2026-02-30', endsOn: '2026-04-03' } };
  expect(findMissingTerms(draft)).toMatchObject([{ rule: 'invalid', heading: 'planning' }]);
  expect(pathsOf({ ...canonicalDraft, period: null })).toEqual(['period']);
});
