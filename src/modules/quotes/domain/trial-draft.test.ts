import { expect, test } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { defaultDraft } from './default-draft.ts';
import { trialDraft, trialFaults } from './trial-draft.ts';

const usual = defaultDraft({ today: '2026-03-02' as CivilDate, vatRegime: 'real' });

test('a trial starts with two weeks and three hundred calls, and is a trial by its own rule', () => {
  const draft = trialDraft(usual);
  expect(draft.period).toEqual({ startsOn: '2026-03-16', endsOn: '2026-03-29' });
  expect(draft.volumes?.calls).toBe(300);
  expect(trialFaults({ isTrial: true, draft })).toEqual([]);
});

test('a trial that is long or dear is no longer one; a mission that does not say so may be either', () => {
  const long = { ...canonicalDraft, period: { startsOn: '2026-03-09', endsOn: '2026-04-09' } };
  const [forfait] = canonicalDraft.price.lines;
  const dear = { ...canonicalDraft, price: { ...canonicalDraft.price, lines: [{ ...forfait!, unitPriceCents: 500_001 }] } };
  expect(trialFaults({ isTrial: true, draft: long }).map(({ path }) => path)).toEqual(['period']);
  expect(trialFaults({ isTrial: true, draft: dear }).map(({ path }) => path)).toEqual(['price.lines']);
  expect(trialFaults({ isTrial: false, draft: long })).toEqual([]);
  const month = { ...canonicalDraft, period: { startsOn: '2026-03-09', endsOn: '2026-04-08' } };
  expect(trialFaults({ isTrial: true, draft: month })).toEqual([]);
});
