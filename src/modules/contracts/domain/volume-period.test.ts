import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { addDays, civilDate } from '../../../shared/time.ts';
import { allowedVolume, volumePeriodAt, wholeVolume } from './volume-period.ts';

/** From Monday 9 March to Friday 3 April 2026. */
const bought = (period: 'mission' | 'month' | 'week', calls: number | null = 500) => ({
  period: canonicalTerms.period,
  volumes: { ...canonicalTerms.volumes, period, calls },
});

describe('a volume bought by period', () => {
  test.each([
    ['mission', '2026-03-20', '2026-03-09', '2026-04-03', 500],
    // 17 of March’s 22 working days, 3 of April’s 21 (Easter Monday is not one).
    ['month', '2026-03-31', '2026-03-09', '2026-03-31', 387],
    ['month', '2026-04-01', '2026-04-01', '2026-04-03', 72],
    ['week', '2026-03-18', '2026-03-16', '2026-03-22', 500],
    // The last week ends with the mission on its Friday: all its working days are there.
    ['week', '2026-04-03', '2026-03-30', '2026-04-03', 500],
  ] as const)('by %s, on %s: from %s to %s, %i calls', (kind, day, from, to, calls) => {
    expect(volumePeriodAt(bought(kind), civilDate(day))).toMatchObject({ from, to });
    expect(allowedVolume(bought(kind), 'calls', civilDate(day))).toBe(calls);
  });

  test('a unit that is not limited stays so', () => {
    expect(allowedVolume(bought('month', null), 'calls', civilDate('2026-03-31'))).toBeNull();
    expect(wholeVolume(bought('month', null), 'calls')).toBeNull();
  });

  test('every day of a mission is in one period, and the periods cover it', () => {
    fc.assert(
      fc.property(fc.constantFrom('month' as const, 'week' as const), fc.integer({ min: 0, max: 120 }), (kind, length) => {
        const startsOn = civilDate('2026-03-11');
        const terms = { ...bought(kind), period: { startsOn, endsOn: addDays(startsOn, length) } };
        for (let day = startsOn; day <= terms.period.endsOn; day = addDays(day, 1)) {
          const { from, to } = volumePeriodAt(terms, day);
          expect(from <= day && day <= to && from >= startsOn && to <= terms.period.endsOn).toBe(true);
        }
      }),
    );
  });
});
