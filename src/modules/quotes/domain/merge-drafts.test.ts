import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalDraft } from '../../../demo/canonical-terms.ts';
import { mergeDrafts } from './merge-drafts.ts';

const start = { title: 'Prospection', draft: canonicalDraft };
const { payment, scope, price } = canonicalDraft;

test('changes of different conditions are both kept, without a question', () => {
  const mine = { ...start, draft: { ...canonicalDraft, payment: { ...payment, means: 'Prélèvement' } } };
  const theirs = {
    ...start,
    title: 'Printemps',
    draft: { ...canonicalDraft, payment: { ...payment, delay: { ...payment.delay, days: 45 } } },
  };
  const { merged, conflicts } = mergeDrafts<typeof start>(start, mine as never, theirs as never);
  expect(conflicts).toEqual([]);
  expect(merged).toMatchObject({ title: 'Printemps', draft: { payment: { means: 'Prélèvement', delay: { days: 45 } } } });
});

test('one condition changed in two ways shows both values, and keeps mine until one is chosen', () => {
  const mine = { ...start, title: 'Ma version' };
  const theirs = { ...start, title: 'La sienne' };
  expect(mergeDrafts(start, mine, theirs)).toEqual({
    merged: mine,
    conflicts: [{ path: 'title', base: 'Prospection', mine: 'Ma version', theirs: 'La sienne' }],
  });
});

test('two price lines changed by two people are two changes; a line added by both sides at once is a question', () => {
  const [first, second] = price.lines;
  const lines = (...list: unknown[]) => ({ price: { lines: list } });
  const base = lines(first, second);
  const mine = lines({ ...first, unitPriceCents: 1 }, second);
  const theirs = lines(first, { ...second, unitPriceCents: 2 });
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    merged: lines({ ...first, unitPriceCents: 1 }, { ...second, unitPriceCents: 2 }),
    conflicts: [],
  });
  const added = mergeDrafts(base, lines(first, second, { id: 'a' }), lines(first, second, { id: 'b' }));
  expect(added.conflicts.map(({ path }) => path)).toEqual(['price.lines']);
});

test('a list of sentences is one condition', () => {
  const list = (objectives: readonly string[]) => ({ scope: { ...scope, objectives } });
  expect(mergeDrafts(list(['a']), list(['a', 'b']), list(['a', 'c'])).conflicts).toMatchObject([{ path: 'scope.objectives' }]);
});

describe('whatever two people typed', () => {
  const draft = fc.record({
    title: fc.constantFrom('a', 'b', 'c'),
    payment: fc.record({ days: fc.constantFrom(30, 45, null), means: fc.constantFrom('x', 'y') }),
    lines: fc.array(fc.record({ id: fc.constantFrom('l1', 'l2'), price: fc.constantFrom(1, 2, 3) }), { maxLength: 2 }),
  });

  test('alone, each one’s version is kept whole', () => {
    fc.assert(
      fc.property(draft, draft, (base, changed) => {
        expect(mergeDrafts(base, changed, base)).toEqual({ merged: changed, conflicts: [] });
        expect(mergeDrafts(base, base, changed)).toEqual({ merged: changed, conflicts: [] });
        expect(mergeDrafts(base, changed, changed)).toEqual({ merged: changed, conflicts: [] });
      }),
    );
  });

  test('no value appears from nowhere, and both people see the same questions', () => {
    fc.assert(
      fc.property(draft, draft, draft, (base, mine, theirs) => {
        const [here, there] = [mergeDrafts(base, mine, theirs), mergeDrafts(base, theirs, mine)];
        expect(here.conflicts.map(({ path }) => path)).toEqual(there.conflicts.map(({ path }) => path));
        expect([mine.title, theirs.title]).toContain(here.merged.title);
        expect([mine.payment.days, theirs.payment.days]).toContain(here.merged.payment.days);
        // Without a question, it does not matter who saved first.
        if (here.conflicts.length === 0) expect(here.merged).toEqual(there.merged);
      }),
    );
  });
});
