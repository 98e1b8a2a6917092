import { expect, test } from 'vitest';
import { addMinutes, instant } from '../../../shared/time.ts';
import { sealAlarm } from './seal-expiry.ts';
import { monday } from './testing.ts';
import { judgeFile, type FileRead, type KnownDocument, termsMatch } from './verification.ts';

const ours = { valid: true, coversWholeFile: true, ours: true };
const file = (changes: Partial<FileRead> = {}): FileRead => ({ sha256: 'f', signatures: [], terms: null, ...changes });
const known = (changes: Partial<KnownDocument> = {}): KnownDocument => ({
  sha256: 'f',
  title: 'Devis',
  kind: 'contract',
  frozenAt: monday,
  replacedBy: null,
  signature: null,
  ...changes,
});
const signature = {
  number: 'DEV-2026-0001',
  state: 'signed' as const,
  contentSha256: 'c',
  replaced: false,
  isSignedVersion: true,
};

test.each([
  ['signed by all, to the byte', file({ signatures: [ours] }), [known({ signature })], 'signed_here'],
  ['a filed document that nobody signs', file(), [known()], 'genuine'],
  ['the original, once signed', file(), [known({ replacedBy: { title: 'x', at: monday, sha256: 'y' } })], 'replaced'],
  ['still to be signed', file(), [known({ signature: { ...signature, state: 'sent', isSignedVersion: false } })], 'waiting'],
  ['refused', file(), [known({ signature: { ...signature, state: 'refused', isSignedVersion: false } })], 'void'],
  ['replaced by a revision', file(), [known({ signature: { ...signature, state: 'withdrawn', replaced: true } })], 'replaced'],
  ['begins with ours, sealed by us', file({ signatures: [ours] }), [known({ sha256: 'prefix' })], 'partly_signed'],
  ['begins with ours, then something else', file(), [known({ sha256: 'prefix' })], 'extended'],
  ['signed by another after ours', file({ signatures: [{ ...ours, ours: false }] }), [known({ sha256: 'prefix' })], 'extended'],
  ['a broken signature, even on a known file', file({ signatures: [{ ...ours, valid: false }] }), [known()], 'altered'],
  ['our seal, not on file', file({ signatures: [ours] }), [], 'sealed_here_unknown'],
  ['signed elsewhere', file({ signatures: [{ ...ours, ours: false }] }), [], 'signed_elsewhere'],
  ['signed, then completed', file({ signatures: [{ ...ours, coversWholeFile: false }] }), [], 'signed_then_changed'],
  ['nothing known', file(), [], 'unknown'],
] as const)('a file that is %s is told as such', (_, read, documents, verdict) => {
  expect(judgeFile(read, documents).verdict).toBe(verdict);
});

test('the terms inside are compared with those that were signed', () => {
  expect(termsMatch(file({ terms: { sha256: 'c' } }), known({ signature }))).toBe(true);
  expect(termsMatch(file({ terms: { sha256: 'd' } }), known({ signature }))).toBe(false);
  expect(termsMatch(file({ terms: { sha256: 'c' } }), null)).toBeNull();
  expect(termsMatch(file(), known({ signature }))).toBeNull();
});

test('the operator is warned sixty days before the certificate runs out, again at fifteen', () => {
  const term = instant('2026-06-30T10:00:00Z');
  const before = (days: number) => sealAlarm(term, addMinutes(term, -days * 24 * 60)).alarm;
  expect([before(61), before(60), before(16), before(15), before(1)]).toEqual([null, 'soon', 'soon', 'urgent', 'urgent']);
  expect(sealAlarm(term, term)).toEqual({ alarm: 'expired', daysLeft: 0 });
});
