import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCircularRequirement } from './requirements.ts';

const needing = (needs: Record<string, string[]>) => Object.entries(needs).map(([id, requires]) => ({ id, requires }));

test('clauses that require each other in a circle are named in the order of the circle', () => {
  expect(findCircularRequirement(needing({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual(['b', 'c', 'b']);
  expect(findCircularRequirement(needing({ a: ['a'] }))).toEqual(['a', 'a']);
  expect(findCircularRequirement(needing({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toBeNull();
});

test('requirements that only go one way never make a circle; one that goes back always does', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { minLength: 2, maxLength: 20 }), (drawn) => {
      const forward = drawn.map((needs, index) => ({
        id: `c${index}`,
        requires: needs.filter((need) => need > index && need < drawn.length).map((need) => `c${need}`),
      }));
      expect(findCircularRequirement(forward)).toBeNull();
      const last = `c${drawn.length - 1}`;
      const back = forward.map((one, index) =>
        index === 0 ? { ...one, requires: [...one.requires, last] } : one.id === last ? { ...one, requires: ['c0'] } : one,
      );
      expect(findCircularRequirement(back)).not.toBeNull();
    }),
  );
});
