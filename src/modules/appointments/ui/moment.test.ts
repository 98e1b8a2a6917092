import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedMoment, typedMoment } from './moment.ts';

test('a moment is typed as it is read, or as plain seconds', () => {
  expect(['1:15', '01:15', ' 75 ', '1 : 15'].map(typedMoment)).toEqual([75, 75, 75, 75]);
});

test('what is not a moment of a call is none', () => {
  expect(['', '1:75', 'abc', '-3', '1:2:3'].map(typedMoment)).toEqual([null, null, null, null, null]);
});

test('whatever is printed is read back as the same second', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 59_999 }), (seconds) => typedMoment(printedMoment(seconds)) === seconds));
});
