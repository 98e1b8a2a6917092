import { expect, it } from 'vitest';
import { frenchE164 } from './french-e164.ts';
import { openBlocks } from './week.ts';

it('overlapping slots are one open time, so an hour is counted once', () => {
  expect(
    openBlocks([
      { days: [1], from: '14:00', to: '16:00' },
      { days: [1], from: '15:00', to: '18:00' },
    ]),
  ).toEqual([{ day: 1, from: 840, to: 1080 }]);
});
it('a slot without hours, or that ends before it starts, opens nothing', () => {
  expect(
    openBlocks([
      { days: [1], from: '18:00', to: '09:00' },
      { days: [2], from: '09:00', to: null },
      { days: null, from: '09:00', to: '10:00' },
    ]),
  ).toEqual([]);
});
it('a whole French number is kept in its international form, an unfinished one as typed', () => {
  expect(frenchE164('01 99 00\u00a012 34')).toBe('+33199001234');
  expect(frenchE164('01 99')).toBe('01 99');
  expect(frenchE164('+33199001234')).toBe('+33199001234');
});
