import { describe, expect, test } from 'vitest';
import { formats } from './format.ts';

const fr = formats('fr');
const en = formats('en');
/** Thin and plain unbreakable spaces look alike on paper; the tests name both « _ ». */
const seen = (text: string) => text.replace(/[\u00a0\u202f]/g, '_');

describe('figures and dates read as their language writes them', () => {
  test('an amount in cents', () => {
    expect(seen(fr.money(123456))).toBe('1_234,56_€');
    expect(en.money(123456)).toBe('€1,234.56');
    expect(seen(fr.money(-5))).toBe('-0,05_€');
  });

  test('a day of the calendar, whatever the zone of the browser', () => {
    expect(fr.day('2026-03-12')).toBe('12 mars 2026');
    expect(en.day('2026-03-12')).toBe('12 March 2026');
    expect(fr.weekday('2026-03-12')).toBe('jeudi 12 mars');
  });

  test('the first of a month is an ordinal in French', () => {
    expect(fr.day('2026-12-01')).toBe('1er décembre 2026');
    expect(fr.weekday('2026-12-01')).toBe('mardi 1er décembre');
    expect(seen(fr.moment('2026-12-01T17:00:00.000Z'))).toBe('1er décembre 2026 à 18_h_00');
    expect(fr.day('2026-12-11')).toBe('11 décembre 2026');
    expect(en.day('2026-12-01')).toBe('1 December 2026');
  });

  test('a moment is told in Paris time, in winter and in summer', () => {
    expect(seen(fr.moment('2026-03-12T13:30:00.000Z'))).toBe('12 mars 2026 à 14_h_30');
    expect(seen(fr.time('2026-07-01T22:05:00.000Z'))).toBe('0_h_05');
    expect(en.moment('2026-03-12T13:30:00.000Z')).toBe('12 March 2026 at 14:30');
  });

  test('a clock time, a duration, a rate, a share', () => {
    expect(seen(fr.clockTime('09:30'))).toBe('9_h_30');
    expect(seen(fr.duration(185))).toBe('3_min_05_s');
    expect(seen(fr.duration(7260))).toBe('2_h_01');
    expect(seen(fr.rate(550))).toBe('5,5_%');
    expect(seen(fr.share(0.674))).toBe('67_%');
  });

  test('a French telephone number goes by pairs; another country’s stays as given', () => {
    expect(seen(fr.phone('+33199001234'))).toBe('01_99_00_12_34');
    expect(fr.phone('+3225551212')).toBe('+3225551212');
  });

  test('what comes next is told from now', () => {
    const now = Date.parse('2026-03-12T10:00:00.000Z');
    expect(fr.fromNow('2026-03-15T10:00:00.000Z', now)).toBe('dans 3 jours');
    expect(fr.fromNow('2026-03-12T08:00:00.000Z', now)).toBe('il y a 2 heures');
  });
});
