import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/time.ts';
import { checkDeclaredSession, forgottenSince, productionMinutes } from './production.ts';

const at = (time: string) => instant(`2026-03-10T${time}Z`);

test('time is counted in whole minutes, the nearest', () => {
  expect(productionMinutes(at('09:00:00'), at('10:59:59'))).toBe(120);
  expect(productionMinutes(at('09:00:00'), at('09:00:29'))).toBe(0);
});

describe('a session left open', () => {
  test('stopped at its last sign of work, once an hour has gone by without any', () => {
    expect(forgottenSince(at('09:00:00'), at('10:00:00'), at('11:00:01'))).toBe(at('10:00:00'));
    expect(forgottenSince(at('09:00:00'), at('10:00:00'), at('11:00:00'))).toBeNull();
  });
  test('without a call, stopped when it began: the work of an earlier one does not count for it', () => {
    expect(forgottenSince(at('09:00:00'), null, at('10:30:00'))).toBe(at('09:00:00'));
    expect(forgottenSince(at('09:00:00'), at('08:00:00'), at('10:30:00'))).toBe(at('09:00:00'));
  });
});

describe('time declared afterwards', () => {
  const declared = (startedAt: string, stoppedAt: string) => checkDeclaredSession(at(startedAt), at(stoppedAt), at('22:00:00'));
  test('ends after it began', () => {
    expect(declared('10:00:00', '10:00:00')).toEqual({ ok: false, code: 'session_reversed' });
    expect(declared('10:00:00', '10:00:01')).toBeNull();
  });
  test('is in the past', () => {
    expect(declared('21:00:00', '22:00:01')).toEqual({ ok: false, code: 'session_in_the_future' });
    expect(declared('21:00:00', '22:00:00')).toBeNull();
  });
  test('lasts twelve hours at most', () => {
    expect(declared('09:00:00', '21:01:00')).toEqual({ ok: false, code: 'session_too_long', details: { hours: 12 } });
    expect(declared('09:00:00', '21:00:00')).toBeNull();
  });
});
