import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '../../../shared/calendar.ts';
import { addDays, addMilliseconds, civilDate, civilDateOf, clockTimeOf, daysBetween } from '../../../shared/time.ts';
import { cureEnds, lastDayOfNotice, lastDayToCure, lastDayToServe, noticeEnds, suggestedNotice } from './notice-dates.ts';

const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(civilDate('2024-01-01'), days));
const someDelay = fc.integer({ min: 0, max: 365 });

describe('a notice', () => {
  test('runs from the day after it is served and ends with its last day, Sunday or not', () => {
    // Served on Friday 13 March 2026: the fifteenth day after is Saturday 28.
    expect(lastDayOfNotice(civilDate('2026-03-13'), 15)).toBe('2026-03-28');
    expect(noticeEnds(civilDate('2026-03-13'), 15)).toBe('2026-03-28T23:00:00.000Z');
  });

  test('is over at midnight in Paris, through summer time and the end of months', () => {
    fc.assert(
      fc.property(someDay, someDelay, (servedOn, days) => {
        const end = noticeEnds(servedOn, days);
        expect(clockTimeOf(end)).toBe('00:00');
        expect(daysBetween(servedOn, civilDateOf(addMilliseconds(end, -1)))).toBe(days);
      }),
    );
  });

  test('served on its last useful day, is over with the contract', () => {
    fc.assert(
      fc.property(someDay, someDelay, (endsOn, days) => {
        expect(lastDayOfNotice(lastDayToServe(endsOn, days), days)).toBe(endsOn);
      }),
    );
  });
});

describe('a delay to cure', () => {
  test('that ends on a Saturday, a Sunday or a holiday is carried over to the next working day', () => {
    expect(lastDayToCure(civilDate('2026-03-13'), 8)).toBe('2026-03-23');
    // Easter Monday 6 April 2026 follows a Sunday.
    expect(lastDayToCure(civilDate('2026-03-28'), 8)).toBe('2026-04-07');
    expect(lastDayToCure(civilDate('2026-03-09'), 8)).toBe('2026-03-17');
  });

  test('always ends on a working day, never sooner than stated and less than a week later', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 90 }), (servedOn, days) => {
        const last = lastDayToCure(servedOn, days);
        expect(isWorkingDay(last)).toBe(true);
        expect(daysBetween(servedOn, last)).toBeGreaterThanOrEqual(days);
        expect(daysBetween(servedOn, last)).toBeLessThan(days + 7);
        expect(civilDateOf(cureEnds(servedOn, days))).toBe(addDays(last, 1));
      }),
    );
  });
});

describe('an established relation', () => {
  const on = civilDate('2026-03-31');
  test('a month for each full year, and never more than eighteen', () => {
    expect(suggestedNotice(15, civilDate('2023-03-31'), on)).toMatchObject({ years: 3, prudent: '2026-06-30', isLonger: true });
    expect(suggestedNotice(15, civilDate('2023-04-01'), on)).toMatchObject({ years: 2, prudent: '2026-05-31' });
    expect(suggestedNotice(15, civilDate('1990-01-01'), on)).toMatchObject({ months: 18, prudent: '2027-09-30' });
  });
  test('a first year suggests nothing more than the contract, and a longer contract wins', () => {
    expect(suggestedNotice(15, civilDate('2025-06-01'), on).isLonger).toBe(false);
    expect(suggestedNotice(120, civilDate('2023-03-31'), on).isLonger).toBe(false);
  });
});
