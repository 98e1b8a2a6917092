import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../../demo/canonical-terms.ts';
import { instant, type Instant } from '../../../../shared/time.ts';
import { type TermsVersion, versionInForce } from '../contract-content.ts';
import { Terms } from '../terms/terms.ts';
import { applyPatch } from './apply-patch.ts';
import { applyClauseOperations, type FrozenSelection } from './clause-operations.ts';
import { diffTerms } from './diff-terms.ts';
import { foldAmendments, mayTakeEffect, rulesFrom, type SignedPatch, versionsToEnact } from './fold-amendments.ts';
import { areDisjoint, TermsPatch, touchedPath } from './terms-patch.ts';

type Change = (draft: Terms) => void;
const count = fc.integer({ min: 1, max: 5000 });
const slot = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    fc.integer({ min: 7, max: 12 }),
    fc.integer({ min: 13, max: 20 }),
  )
  .map(([days, from, to]) => ({
    days: days.sort((a, b) => a - b),
    from: `${String(from).padStart(2, '0')}:00`,
    to: `${to}:30`,
  }));
const unlessThere = <Item>(list: Item[], item: Item, key: (one: Item) => string) =>
  list.some((one) => key(one) === key(item)) ? undefined : list.push(item);

/** Changes that two honest parties make, each leaving a contract that could be sent. */
const changesOf: Record<string, fc.Arbitrary<Change>> = {
  calls: count.map((n) => (terms) => void (terms.volumes.calls = n + 2000)),
  hours: count.map((n) => (terms) => void (terms.volumes.hours = n)),
  slots: slot.map((one) => (terms) => {
    unlessThere(terms.calling.slots, one as never, ({ days, from, to }) => `${days.join('')}@${from}-${to}`);
  }),
  fewerSlots: fc.constant((terms: Terms) => {
    if (terms.calling.slots.length > 1) terms.calling.slots.shift();
  }),
  price: count.map(
    (n) => (terms) => void (terms.price.lines.find(({ id }) => id === 'rendez-vous')!.unitPriceCents = n as never),
  ),
  line: fc.tuple(fc.stringMatching(/^sup-[a-z]{1,4}$/), count).map(([id, n]) => (terms) => {
    unlessThere(
      terms.price.lines,
      { id, kind: 'forfait', label: 'Supplément', quantity: 1, unitPriceCents: n as never },
      (one) => one.id,
    );
  }),
  criterion: fc.stringMatching(/^c[a-z]{1,5}$/).map((id) => (terms) => {
    if (terms.appointments.criteria.length < 8)
      unlessThere(terms.appointments.criteria, { id, label: 'Budget', definition: 'Le budget est voté.' }, (one) => one.id);
  }),
  review: fc.integer({ min: 1, max: 15 }).map((n) => (terms) => void (terms.appointments.review.workingDays = n)),
  hypotheses: fc.constant((terms: Terms) => void (terms.hypotheses = [])),
  penalty: fc.integer({ min: 3, max: 10 }).map((times) => (terms) => {
    terms.payment.penalty = { kind: 'times_legal', times, mode: 'frozen' };
  }),
  excluded: fc.stringMatching(/^[A-Z][a-z]{3,9}$/).map((words) => (terms) => void terms.scope.excluded.push(words)),
};
const someChanges = (among: readonly string[]) =>
  fc
    .array(fc.oneof(...among.map((name) => changesOf[name]!)), { minLength: 1, maxLength: 5 })
    .map((changes) => (from: Terms): Terms => {
      const draft = structuredClone(from);
      for (const change of changes) change(draft);
      return Terms.parse(draft);
    });
const anyChanges = someChanges(Object.keys(changesOf));
const patched = (terms: Terms, operations: ReturnType<typeof diffTerms>) => {
  const decision = applyPatch(terms, { operations });
  if (!decision.ok) throw new Error(JSON.stringify(decision.details));
  return decision.facts[0]!;
};
const at = (hours: number): Instant => instant(new Date(Date.UTC(2026, 2, 9) + hours * 3_600_000));

describe('a patch', () => {
  test('what differs, applied to what was, gives what is, also after a stay in the database', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (one, other) => {
        const [before, after] = [one(canonicalTerms), other(one(canonicalTerms))];
        const stored = TermsPatch.parse(
          JSON.parse(JSON.stringify({ effectiveAt: null, operations: diffTerms(before, after), clauses: [] })),
        );
        expect(patched(before, stored.operations)).toEqual(after);
      }),
    );
  });

  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(anyChanges, (change) => {
        expect(diffTerms(change(canonicalTerms), change(canonicalTerms))).toEqual([]);
      }),
    );
  });

  test('two that touch nothing in common may come in either order', () => {
    const [left, right] = [
      someChanges(['calls', 'slots', 'criterion', 'penalty']),
      someChanges(['hours', 'price', 'review', 'hypotheses', 'excluded']),
    ];
    fc.assert(
      fc.property(left, right, (one, other) => {
        const [a, b] = [diffTerms(canonicalTerms, one(canonicalTerms)), diffTerms(canonicalTerms, other(canonicalTerms))];
        for (const x of a) for (const y of b) expect(areDisjoint(touchedPath(x), touchedPath(y))).toBe(true);
        expect(patched(patched(canonicalTerms, a), b)).toEqual(patched(patched(canonicalTerms, b), a));
      }),
    );
  });

  test('changes the smallest thing that has a name', () => {
    const after = structuredClone(canonicalTerms);
    after.price.lines[1]!.unitPriceCents = 11_000 as never;
    after.calling.slots[1] = { ...after.calling.slots[1]!, to: '19:00' as never };
    expect(diffTerms(canonicalTerms, after)).toEqual([
      { op: 'remove', path: 'calling.slots', key: '12345@14:00-18:00', item: canonicalTerms.calling.slots[1] },
      { op: 'add', path: 'calling.slots', key: '12345@14:00-19:00', item: after.calling.slots[1], before: null },
      { op: 'set', path: 'price.lines.rendez-vous.unitPriceCents', from: 9_000, to: 11_000 },
    ]);
  });

  test('a condition that changed meanwhile is a conflict, and is named with what was expected and what is', () => {
    const operations = [{ op: 'set' as const, path: 'volumes.calls', from: 1500, to: 1800 }];
    const now = { ...canonicalTerms, volumes: { ...canonicalTerms.volumes, calls: 2000 } };
    expect(applyPatch(now, { operations })).toEqual({
      ok: false,
      code: 'terms_changed_meanwhile',
      details: { conflicts: [{ path: 'volumes.calls', expected: 1500, found: 2000 }] },
    });
  });

  test.each([
    ['an item that was removed', { op: 'remove' as const, path: 'hypotheses', key: 'gone', item: {} }],
    ['a name that is taken', { op: 'add' as const, path: 'price.lines', key: 'forfait', item: {}, before: null }],
  ])('%s is a conflict too', (_, operation) => {
    expect(applyPatch(canonicalTerms, { operations: [operation] })).toMatchObject({ ok: false, code: 'terms_changed_meanwhile' });
  });

  test.each([
    ['a contradiction', { op: 'set' as const, path: 'period.endsOn', from: '2026-04-03', to: '2026-01-01' }],
    ['a value the schema refuses', { op: 'set' as const, path: 'volumes.calls', from: 1500, to: -3 }],
    ['a condition that does not exist', { op: 'set' as const, path: 'volumes.doors', to: 12 }],
  ])('never leaves %s', (_, operation) => {
    expect(applyPatch(canonicalTerms, { operations: [operation] })).toMatchObject({ ok: false, code: 'amended_terms_invalid' });
  });
});

describe('clauses', () => {
  const selection: FrozenSelection = { model: { id: 'devis', version: 1 }, added: [], removed: [], negotiated: [] };
  const replace = { op: 'replace' as const, clauseId: 'tarifs', title: 'Tarifs', source: 'Autrement.', was: null };
  test('are taken in, taken out and worded anew', () => {
    const decision = applyClauseOperations(selection, [
      { op: 'add', clauseId: 'exclusivite', partId: 'corps' },
      { op: 'remove', clauseId: 'materiel' },
      replace,
    ]);
    expect(decision).toMatchObject({
      ok: true,
      facts: [
        { added: [{ clauseId: 'exclusivite', partId: 'corps' }], removed: ['materiel'], negotiated: [{ source: 'Autrement.' }] },
      ],
    });
  });
  test('a clause whose words were agreed again meanwhile is a conflict', () => {
    const negotiated = [{ clauseId: 'tarifs', title: 'Tarifs', source: 'Déjà autre.' }];
    expect(applyClauseOperations({ ...selection, negotiated }, [replace])).toMatchObject({
      ok: false,
      code: 'clauses_changed_meanwhile',
    });
  });
});

describe('in time', () => {
  test('an amendment rules from the instant it names, or from the last signature when that is later', () => {
    expect([rulesFrom(at(10), at(5)), rulesFrom(at(10), at(12)), rulesFrom(null, at(7))]).toEqual([at(10), at(12), at(7)]);
  });
  test('none is written for the past', () => {
    expect(mayTakeEffect(at(3), { now: at(3) })).toMatchObject({ ok: false, code: 'effect_in_the_past' });
    expect(mayTakeEffect(at(4), { now: at(3) }).ok).toBe(true);
  });

  /** A life of signatures: each amendment is written against what will rule when it takes effect. */
  const lives = fc.array(fc.tuple(anyChanges, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 60 })), {
    maxLength: 6,
  });
  const lived = (life: [(terms: Terms) => Terms, number, number][]) => {
    const signed: SignedPatch[] = [];
    const versions: TermsVersion[] = [version(1, at(0), canonicalTerms)];
    const steps: { before: TermsVersion[]; after: TermsVersion[]; patch: SignedPatch }[] = [];
    let hour = 0;
    for (const [change, wait, notice] of life) {
      hour += wait;
      const from = rulesFrom(at(hour + notice), at(hour));
      const base = inForce(versions, from);
      const patch: SignedPatch = { operations: diffTerms(base, change(base)), rulesFrom: from, rank: signed.length };
      const decision = versionsToEnact(canonicalTerms, signed, patch);
      if (!decision.ok) continue; // a later amendment already signed stands in the way: this one is refused
      const before = [...versions];
      for (const { effectiveAt, terms } of decision.facts) versions.push(version(versions.length + 1, effectiveAt, terms));
      steps.push({ before, after: [...versions], patch });
      signed.push(patch);
    }
    return { signed, versions, steps };
  };
  const version = (number: number, effectiveAt: Instant, terms: Terms): TermsVersion =>
    ({ version: number, effectiveAt, sha256: '', content: { terms } }) as TermsVersion;
  const inForce = (versions: TermsVersion[], moment: Instant) => (versionInForce(versions, moment) ?? versions[0]!).content.terms;

  test('the terms in force at any instant are the fold of the signed amendments that rule by then', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 200 }), (life, hour) => {
        const { signed, versions } = lived(life);
        const folded = foldAmendments(canonicalTerms, signed, at(hour));
        expect(folded).toEqual({ ok: true, facts: [inForce(versions, at(hour))] });
      }),
      { numRuns: 200 },
    );
  });

  test('an amendment never changes what ruled before its instant', () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { before, after, patch } of lived(life).steps)
          for (const hour of Array.from({ length: 40 }, (_, n) => n * 4))
            if (at(hour) < patch.rulesFrom) expect(inForce(after, at(hour))).toBe(inForce(before, at(hour)));
      }),
    );
  });

  test('one signed later for an earlier instant does not lose to the one already waiting', () => {
    const widen = {
      operations: [{ op: 'set' as const, path: 'volumes.calls', from: 1500, to: 1800 }],
      rulesFrom: at(48),
      rank: 0,
    };
    const review = {
      operations: [{ op: 'set' as const, path: 'appointments.review.workingDays', from: 2, to: 3 }],
      rulesFrom: at(24),
      rank: 1,
    };
    const decision = versionsToEnact(canonicalTerms, [widen], review);
    expect(
      decision.ok &&
        decision.facts.map(({ effectiveAt, terms }) => [effectiveAt, terms.volumes.calls, terms.appointments.review.workingDays]),
    ).toEqual([
      [at(24), 1500, 3],
      [at(48), 1800, 3],
    ]);
  });

  test('one that takes away what a waiting amendment rests on is refused', () => {
    const widen = {
      operations: [{ op: 'set' as const, path: 'volumes.calls', from: 1500, to: 1800 }],
      rulesFrom: at(48),
      rank: 0,
    };
    const halve = {
      operations: [{ op: 'set' as const, path: 'volumes.calls', from: 1500, to: 1600 }],
      rulesFrom: at(24),
      rank: 1,
    };
    expect(versionsToEnact(canonicalTerms, [widen], halve)).toMatchObject({ ok: false, code: 'terms_changed_meanwhile' });
  });
});
