import { describe, expect, test } from 'vitest';
import type { ClientId } from '../../../shared/ids.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { clauseStates, type ClauseState } from './clause.ts';
import {
  libraryTransitions,
  type LibraryVerb,
  mayBePiloted,
  mayBePublished,
  mayBeReopened,
  mayBeRetired,
  mayBeReviewed,
  mayBeSaved,
  reviewStanding,
  stateAfter,
} from './life.ts';

const review = { by: 'Maître Anne Vidal', capacity: 'avocate', on: '2026-01-05', reviewBefore: '2027-01-05' };
const today = '2026-03-02' as CivilDate;
const text = (state: ClauseState, reviewed = true) => ({ state, version: 1, revision: 4, review: reviewed ? review : null });
const rules: Partial<Record<LibraryVerb, (state: ClauseState) => { ok: boolean }>> = {
  save: (state) => mayBeSaved(text(state), 4),
  review: (state) => mayBeReviewed(text(state), review, today),
  reopen: (state) => mayBeReopened(text(state)),
  pilot: (state) => mayBePiloted(text(state), ['c' as ClientId]),
  publish: (state) => mayBePublished(text(state), []),
  retire: (state) => mayBeRetired(text(state)),
};

describe.each(Object.entries(rules))('%s', (verb, rule) => {
  test.each(clauseStates)('from %s, exactly when the table says so', (state) => {
    expect(rule(state).ok).toBe(state in libraryTransitions[verb as LibraryVerb]);
    expect(rule(state)).toMatchObject(rule(state).ok ? { to: stateAfter(verb as LibraryVerb, state) } : { code: 'wrong_state' });
  });
});

test('nothing is published that nobody read again, nor while it has faults', () => {
  expect(mayBePublished(text('pilot', false), [])).toMatchObject({ code: 'review_missing' });
  expect(mayBePublished(text('pilot'), ['faute'])).toMatchObject({ code: 'text_has_faults' });
});

test('the second to save is told', () => {
  expect(mayBeSaved(text('draft'), 3)).toMatchObject({ code: 'text_changed_elsewhere', details: { revision: 4 } });
});

test('a trial is made with someone', () => {
  expect(mayBePiloted(text('reviewed'), [])).toMatchObject({ code: 'pilot_without_client' });
});

test('a review is not dated tomorrow, and holds some time', () => {
  expect(mayBeReviewed(text('draft'), { ...review, on: '2026-03-03' }, today)).toMatchObject({ code: 'review_in_future' });
  expect(mayBeReviewed(text('draft'), { ...review, reviewBefore: review.on }, today)).toMatchObject({
    code: 'review_already_stale',
  });
});

test('the yearly list: never read again, past its day, near it, or done', () => {
  const when = { today, soon: '2026-05-01' as CivilDate };
  expect(reviewStanding({ review: null, reviewBefore: '2027-01-01' }, when)).toBe('never');
  expect(reviewStanding({ review, reviewBefore: '2026-03-01' }, when)).toBe('due');
  expect(reviewStanding({ review, reviewBefore: '2026-04-01' }, when)).toBe('soon');
  expect(reviewStanding({ review, reviewBefore: '2027-01-01' }, when)).toBe('done');
});
