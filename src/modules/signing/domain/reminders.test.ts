import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicHoliday } from '../../../shared/calendar.ts';
import {
  addMinutes,
  civilDateOf,
  clockTimeOf,
  type Instant,
  instant,
  millisecondsBetween,
  weekdayOf,
} from '../../../shared/time.ts';
import { extendRequest, proposedExtension } from './extend.ts';
import { linkStanding, mayAskLinkAgain } from './link-help.ts';
import { nextReminderAt, reminderRules, remindersDue } from './reminders.ts';
import { stalledBecause } from './stalled.ts';
import { aRequest, aSignatory, monday, signedNow } from './testing.ts';

const day = 24 * 60;
const far = { expiresAt: instant('2030-01-01T00:00:00Z') };
const sentAt = (at: Instant) => ({ linkSentAt: at, lastReminderAt: null, reminders: 0 });

test('the first reminder comes three days after the link, in the daytime', () => {
  expect(nextReminderAt(sentAt(monday), far)).toBe('2026-03-05T09:00:00.000Z');
  expect(nextReminderAt(sentAt(instant('2026-03-02T22:30:00Z')), far)).toBe('2026-03-06T08:00:00.000Z'); // 23 h 30 in Paris
});

test('never on a Sunday, never on a public holiday', () => {
  expect(nextReminderAt(sentAt(instant('2026-03-05T10:00:00Z')), far)).toBe('2026-03-09T08:00:00.000Z');
  expect(nextReminderAt(sentAt(instant('2026-04-28T10:00:00Z')), far)).toBe('2026-05-02T07:00:00.000Z'); // 1 May
});

test('never after the deadline, and not for ever', () => {
  expect(nextReminderAt(sentAt(monday), { expiresAt: instant('2026-03-05T09:00:00Z') })).toBeNull();
  expect(nextReminderAt({ ...sentAt(monday), reminders: reminderRules.atMost }, far)).toBeNull();
  expect(nextReminderAt({ ...sentAt(monday), linkSentAt: null }, far)).toBeNull();
});

test('whenever the link left: at most five, a day apart or more, in decent hours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 * day }), (minutes) => {
      const start = addMinutes(monday, minutes);
      let signer = { linkSentAt: start, lastReminderAt: null as Instant | null, reminders: 0 };
      let before = start;
      for (let at = nextReminderAt(signer, far); at !== null; at = nextReminderAt(signer, far)) {
        expect(millisecondsBetween(before, at)).toBeGreaterThanOrEqual((before === start ? 3 : 1) * day * 60_000);
        expect(weekdayOf(civilDateOf(at))).not.toBe(7);
        expect(isPublicHoliday(civilDateOf(at))).toBe(false);
        expect(clockTimeOf(at) >= '09:00' && clockTimeOf(at) < '18:00').toBe(true);
        signer = { ...signer, lastReminderAt: at, reminders: signer.reminders + 1 };
        before = at;
      }
      expect(signer.reminders).toBe(5);
    }),
    { numRuns: 60 },
  );
});

const thursday = instant('2026-03-05T09:30:00Z');

test('only those whose turn it is are reminded, and nobody once it is signed, refused, paused or too late', () => {
  expect(remindersDue(aRequest(), thursday)).toHaveLength(1);
  expect(remindersDue(aRequest(), instant('2026-03-05T21:30:00Z'))).toEqual([]);
  expect(remindersDue(aRequest({ remindersPaused: true }), thursday)).toEqual([]);
  expect(remindersDue(aRequest({ expiresAt: thursday }), thursday)).toEqual([]);
  for (const state of ['preparing', 'client_signed', 'signed', 'refused', 'withdrawn'] as const)
    expect(remindersDue(aRequest({ state }), thursday)).toEqual([]);
  const second = aSignatory('client', { id: 'second' as never, rank: 2, principal: false });
  const request = aRequest();
  const both = { ...request, signatories: [...request.signatories, second] };
  expect(remindersDue(both, thursday).map(({ id }) => id)).toEqual(['client-1']);
});

test('a deadline is extended by fifteen days in one click, also once it has passed, and never shortened', () => {
  const request = aRequest({ expiresAt: instant('2026-03-10T22:59:00Z') });
  expect(proposedExtension(request, monday)).toBe('2026-03-25');
  expect(proposedExtension(request, instant('2026-03-20T10:00:00Z'))).toBe('2026-04-04');
  expect(extendRequest(request, {}, { now: monday })).toMatchObject({ facts: [{ validUntil: '2026-03-25' }] });
  expect(extendRequest(request, { until: '2026-03-09' as never }, { now: monday })).toEqual({
    ok: false,
    code: 'extension_not_later',
  });
  expect(extendRequest(request, { until: '2027-03-09' as never }, { now: monday })).toMatchObject({ code: 'extension_too_long' });
  const framework = aRequest({ subject: { type: 'framework', id: 'f' } });
  expect(extendRequest(framework, {}, { now: monday })).toEqual({ ok: false, code: 'extension_needs_version' });
  expect(extendRequest(aRequest({ state: 'signed' }), {}, { now: monday })).toEqual({ ok: false, code: 'already_signed' });
});

test('a signature that stalls is shown, with its reason', () => {
  const told = { state: 'sent' as const, expiresAt: instant('2026-04-01T22:00:00Z'), lastLinkAt: monday, lastSignedAt: null };
  expect(stalledBecause(told, addMinutes(monday, 6 * day))).toBeNull();
  expect(stalledBecause(told, addMinutes(monday, 7 * day))).toBe('no_answer');
  expect(stalledBecause(told, instant('2026-03-30T10:00:00Z'))).toBe('expires_soon');
  expect(stalledBecause(told, instant('2026-04-02T10:00:00Z'))).toBe('expired');
  expect(stalledBecause(told, instant('2026-06-02T10:00:00Z'))).toBeNull();
  expect(stalledBecause({ ...told, state: 'client_signed', lastSignedAt: monday }, addMinutes(monday, day))).toBe(
    'to_countersign',
  );
  expect(stalledBecause({ ...told, state: 'signed' }, addMinutes(monday, 7 * day))).toBeNull();
});

test('a link that no longer opens says why', () => {
  const request = { ...aRequest(), withdrawal: null };
  const link = { revoked: false, expiresAt: instant('2026-05-01T00:00:00Z') };
  const said = (changes: Partial<typeof request>, person = request.client, held = link, at = monday) =>
    linkStanding(held, { ...request, ...changes }, person, at);
  expect(said({})).toBe('open');
  expect(said({}, request.client, { ...link, revoked: true })).toBe('newer_link');
  expect(said({}, request.client, { ...link, expiresAt: monday })).toBe('link_expired');
  expect(said({ expiresAt: monday })).toBe('request_expired');
  expect(said({ state: 'refused' })).toBe('refused');
  expect(said({ state: 'withdrawn', withdrawal: { replaced: true } as never })).toBe('replaced');
  expect(said({ state: 'withdrawn' })).toBe('withdrawn');
  expect(said({}, aSignatory('client', { delegatedTo: 'x' as never }))).toBe('delegated');
  expect(said({}, aSignatory('client', { dismissedAt: monday }))).toBe('dismissed');
  expect(said({}, aSignatory('client', { id: 'two' as never, rank: 2 }))).toBe('waiting');
  expect(said({}, aSignatory('client', { signed: signedNow(1) }), { ...link, revoked: true })).toBe('signed');
});

test('a link is asked again every ten minutes, three times a day', () => {
  expect(mayAskLinkAgain([], monday)).toEqual({ ok: true });
  expect(mayAskLinkAgain([monday], addMinutes(monday, 9))).toEqual({ ok: false, code: 'link_again_too_soon' });
  expect(mayAskLinkAgain([monday], addMinutes(monday, 10))).toEqual({ ok: true });
  const thrice = [monday, addMinutes(monday, 20), addMinutes(monday, 40)];
  expect(mayAskLinkAgain(thrice, addMinutes(monday, 60))).toEqual({ ok: false, code: 'link_again_too_soon' });
  expect(mayAskLinkAgain(thrice, addMinutes(monday, day + 1))).toEqual({ ok: true });
});
