import { expect, test } from 'vitest';
import { addMinutes, addMilliseconds } from '../../../shared/time.ts';
import { type SigningCode, checkCode, codeExpiry, mayAskCode } from './signing-code.ts';
import { monday } from './testing.ts';

const aCode = (changes: Partial<SigningCode> = {}): SigningCode => ({
  sentAt: monday,
  expiresAt: codeExpiry(monday),
  failedAttempts: 0,
  usedAt: null,
  ...changes,
});

test('a code works once, for ten minutes', () => {
  expect(checkCode(aCode(), true, addMilliseconds(monday, 599_999))).toEqual({ ok: true });
  expect(checkCode(aCode(), true, addMinutes(monday, 10))).toEqual({ ok: false, code: 'code_expired' });
  expect(checkCode(aCode({ usedAt: monday }), true, monday)).toEqual({ ok: false, code: 'code_used' });
  expect(checkCode(null, true, monday)).toEqual({ ok: false, code: 'code_not_sent' });
});

test('a wrong code says how many attempts are left; the fifth locks it, even for the right code', () => {
  expect(checkCode(aCode(), false, monday)).toEqual({ ok: false, code: 'code_wrong', details: { left: 4 } });
  expect(checkCode(aCode({ failedAttempts: 3 }), false, monday)).toEqual({ ok: false, code: 'code_wrong', details: { left: 1 } });
  expect(checkCode(aCode({ failedAttempts: 4 }), false, monday)).toEqual({ ok: false, code: 'code_locked' });
  expect(checkCode(aCode({ failedAttempts: 5 }), true, monday)).toEqual({ ok: false, code: 'code_locked' });
});

test('a new code leaves one minute after the last, five times at most by link', () => {
  expect(mayAskCode([], monday)).toEqual({ ok: true });
  expect(mayAskCode([aCode()], addMilliseconds(monday, 20_000))).toEqual({
    ok: false,
    code: 'code_too_soon',
    details: { seconds: 40 },
  });
  expect(mayAskCode([aCode()], addMinutes(monday, 1))).toEqual({ ok: true });
  expect(
    mayAskCode(
      Array.from({ length: 5 }, () => aCode()),
      addMinutes(monday, 30),
    ),
  ).toEqual({ ok: false, code: 'too_many_codes' });
});
