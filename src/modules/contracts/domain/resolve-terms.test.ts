import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { byPrecedence, departures, layerKinds, resolveTerms, type TermsLayer, termUnits, unitOf } from './resolve-terms.ts';
import type { DraftTerms } from './terms/terms.ts';

const layer = (kind: TermsLayer['kind'], terms: DraftTerms, more: Partial<TermsLayer> = {}): TermsLayer => ({
  kind,
  label: kind,
  terms,
  ...more,
});
const in30 = { delay: { days: 30, method: 'end_of_month_A' } } as const;
const in45 = { delay: { days: 45, method: 'end_of_month_A' } } as const;

/** A document that says some of the canonical conditions, or other words for them, or nothing. */
const someTerms = fc.record(
  {
    payment: fc.record(
      { delay: fc.constantFrom(in30.delay, in45.delay), means: fc.constantFrom('Virement', 'Chèque') },
      { requiredKeys: [] },
    ),
    liability: fc.record({ capCents: fc.constantFrom(null, 500_00, 900_00) }, { requiredKeys: [] }),
    termination: fc.record({ clientNoticeDays: fc.constantFrom(15, 30) }, { requiredKeys: [] }),
    confidentiality: fc.record({ years: fc.constantFrom(2, 3) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<DraftTerms>;
const someLayers = fc.array(fc.record({ kind: fc.constantFrom(...layerKinds), label: fc.string(), terms: someTerms }), {
  maxLength: 6,
});

test('the amendment speaks before the order, the order before the annexes, the framework before the general terms', () => {
  const layers = layerKinds.map((kind) => layer(kind, {})).reverse();
  expect(byPrecedence(layers).map(({ kind }) => kind)).toEqual(['amendment', 'order', 'annex', 'framework', 'general_terms']);
});

test('parties may rank the framework above its orders', () => {
  const resolved = (prevails: 'order' | 'framework') =>
    resolveTerms(byPrecedence([layer('order', { payment: in45 }), layer('framework', { payment: in30 })], prevails)).terms.payment
      ?.delay?.days;
  expect(resolved('order')).toBe(45);
  expect(resolved('framework')).toBe(30);
});

test('each condition comes from the strongest document that says anything, and one knows which', () => {
  fc.assert(
    fc.property(someLayers, (layers) => {
      const ranked = byPrecedence(layers);
      const { terms, sources } = resolveTerms(ranked);
      for (const path of termUnits) {
        const speaking = ranked.find(({ terms: said }) => {
          const value = unitOf(said, path);
          return value !== undefined && (value !== null || path === 'liability.capCents');
        });
        expect(sources[path]).toBe(speaking);
        expect(unitOf(terms, path)).toEqual(speaking && unitOf(speaking.terms, path));
      }
    }),
  );
});

test('resolving twice changes nothing', () => {
  fc.assert(
    fc.property(someLayers, (layers) => {
      const ranked = byPrecedence(layers);
      const { terms } = resolveTerms(ranked);
      expect(resolveTerms([layer('order', terms), ...ranked]).terms).toEqual(terms);
    }),
  );
});

test('« no ceiling » is a word: a weaker document does not put one back', () => {
  const { terms } = resolveTerms([
    layer('order', { liability: { capCents: null } }),
    layer('framework', { liability: { capCents: 500_00 } }),
  ]);
  expect(terms.liability?.capCents).toBeNull();
});

test('a blank says nothing', () => {
  const { terms } = resolveTerms([
    layer('order', { payment: { means: null } }),
    layer('framework', { payment: { means: 'Virement' } }),
  ]);
  expect(terms.payment?.means).toBe('Virement');
});

test('an order that says what the framework says departs from nothing', () => {
  fc.assert(
    fc.property(someTerms, (terms) => {
      expect(departures(layer('order', terms), [layer('framework', terms)])).toEqual([]);
    }),
  );
});

test('an order that says otherwise departs, condition by condition, from the strongest document below that speaks', () => {
  const framework = layer('framework', { payment: in30 });
  const general = layer('general_terms', { payment: in45, confidentiality: { years: 3 } });
  const found = departures(layer('order', { payment: in45, confidentiality: { years: 2 } }), [framework, general]);
  expect(found.map(({ path, from, general: was, agreed }) => [path, from.kind, was, agreed])).toEqual([
    ['payment.delay', 'framework', in30.delay, in45.delay],
    ['confidentiality.years', 'general_terms', 3, 2],
  ]);
});

test('the order of the keys of a condition is not a departure', () => {
  const reversed = { delay: { method: 'end_of_month_A', days: 30 } } as const;
  expect(departures(layer('order', { payment: reversed }), [layer('framework', { payment: in30 })])).toEqual([]);
});

test('a price that is not the grid’s is a departure; a line of the grid at its price is not', () => {
  const [forfait, meeting] = canonicalTerms.price.lines;
  const grid = layer('framework', {}, { priceGrid: [forfait!, { ...meeting!, unitPriceCents: 1_00 as never }] });
  const order = layer('order', { price: { lines: [forfait!, meeting!] } });
  expect(departures(order, [grid]).map(({ path }) => path)).toEqual([`price.lines.${meeting!.id}`]);
});
