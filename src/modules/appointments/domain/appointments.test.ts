import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import mission from '../../../demo/canonical-mission.json' with { type: 'json' };
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { AppointmentId, AttemptId, MissionId } from '../../../shared/ids.ts';
import { cents } from '../../../shared/money.ts';
import { isWorkingDay } from '../../../shared/calendar.ts';
import { civilDate, civilDateOf, clockTime, clockTimeOf, type Instant, momentOf } from '../../../shared/time.ts';
import { acceptAppointment, concedeAppointment, decideBySilence } from './accept-appointment.ts';
import { applyFact, billingState } from './apply-fact.ts';
import { type Appointment, type AppointmentState, type AppointmentVerb, appointmentTransitions, may } from './appointment.ts';
import { bookAppointment } from './book-appointment.ts';
import { contestRefusal, ruleOnContest } from './contest-refusal.ts';
import { contestDeadline, reviewDeadline } from './deadlines.ts';
import { refuseAppointment } from './refuse-appointment.ts';

const paris = (text: string): Instant => momentOf(civilDate(text.slice(0, 10)), clockTime(text.slice(11)));
const terms = canonicalTerms.appointments;
const bookedAt = paris('2026-03-12T15:10');
const anAppointment = (change: object = {}) =>
  ({
    id: 'a1',
    missionId: 'm1',
    ref: 'RDV-05',
    state: 'to_review',
    bookedAt,
    reviewBy: reviewDeadline(bookedAt, terms),
    priceCents: cents(9000),
    refusal: null,
    contest: null,
    contestBy: null,
    ruling: null,
    acceptedBy: null,
    decidedAt: null,
    ...change,
  }) as unknown as Appointment;
const friday = paris('2026-03-13T10:00');

test('an accepted appointment is owed at the price in the signed terms', () => {
  expect(acceptAppointment(anAppointment(), { now: friday })).toEqual({
    ok: true,
    facts: [
      {
        type: 'AppointmentAccepted',
        appointmentId: 'a1',
        missionId: 'm1',
        ref: 'RDV-05',
        by: 'client',
        acceptedAt: friday,
        priceCents: 9000,
      },
    ],
  });
});

describe('the client’s silence', () => {
  for (const { ref, bookedAt: booked, deadline } of mission.appointments.filter((appointment) => appointment.silence))
    test(`${ref}, booked ${booked}, is decided on ${deadline}, through weekends and summer time`, () => {
      expect(reviewDeadline(paris(booked), terms)).toBe(paris(deadline!));
    });

  test('accepts at the deadline, dated at the deadline, not a minute before', () => {
    const { reviewBy } = anAppointment();
    const before = paris('2026-03-16T17:59');
    expect(decideBySilence(anAppointment(), { terms, now: before })).toMatchObject({ ok: false, code: 'still_under_review' });
    expect(decideBySilence(anAppointment(), { terms, now: paris('2026-03-17T08:00') })).toMatchObject({
      ok: true,
      facts: [{ type: 'AppointmentAccepted', by: 'silence', acceptedAt: reviewBy }],
    });
  });

  test('refuses where the contract says so', () => {
    const silentNo = { ...terms, review: { ...terms.review, silence: 'refused' as const } };
    expect(decideBySilence(anAppointment(), { terms: silentNo, now: paris('2026-03-17T08:00') })).toMatchObject({
      ok: true,
      facts: [{ type: 'AppointmentRefused', by: 'silence' }],
    });
  });

  test('after the deadline neither yes nor no can be said any more', () => {
    const late = paris('2026-03-16T18:00');
    expect(acceptAppointment(anAppointment(), { now: late })).toMatchObject({ code: 'review_deadline_passed' });
    expect(
      refuseAppointment(anAppointment(), { criterionId: 'decideur', momentSeconds: 4, text: '' }, { terms, now: late }),
    ).toMatchObject({ code: 'review_deadline_passed' });
  });

  test('any booking is decided on a working day at the signed hour of Paris, strictly later', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 15 }),
        (date, workingDays) => {
          const at = date.toISOString() as Instant;
          const deadline = reviewDeadline(at, { ...terms, review: { ...terms.review, workingDays } });
          expect(deadline > at).toBe(true);
          expect(clockTimeOf(deadline)).toBe('18:00');
          expect(isWorkingDay(civilDateOf(deadline))).toBe(true);
        },
      ),
    );
  });
});

describe('a refusal', () => {
  test('names a signed criterion and a moment in the recording', () => {
    expect(
      refuseAppointment(anAppointment(), { criterionId: 'decideur', momentSeconds: 42, text: '' }, { terms, now: friday }),
    ).toMatchObject({
      ok: true,
      facts: [{ type: 'AppointmentRefused', criterionId: 'decideur', momentSeconds: 42, contestBy: paris('2026-03-17T23:59') }],
    });
  });
  test('cannot invoke what was not signed', () => {
    expect(
      refuseAppointment(
        anAppointment(),
        { criterionId: 'budget', momentSeconds: 42, text: 'Pas de budget' },
        { terms, now: friday },
      ),
    ).toMatchObject({ code: 'criterion_not_signed' });
  });
  test('without a moment it says what happened outside the call', () => {
    expect(
      refuseAppointment(anAppointment(), { criterionId: 'decideur', momentSeconds: null, text: ' ' }, { terms, now: friday }),
    ).toMatchObject({ code: 'moment_or_reason_required' });
    expect(
      refuseAppointment(anAppointment(), { criterionId: 'decideur', momentSeconds: null, text: 'Absent' }, { terms, now: friday })
        .ok,
    ).toBe(true);
  });
  test('can be taken back until the arbiter has ruled', () => {
    expect(concedeAppointment(anAppointment({ state: 'refused' }), { now: friday })).toMatchObject({
      ok: true,
      facts: [{ by: 'client' }],
    });
    expect(concedeAppointment(anAppointment({ state: 'refused', ruling: { for: 'client' } }), { now: friday })).toMatchObject({
      code: 'nothing_to_concede',
    });
  });
});

describe('a contest', () => {
  const refused = anAppointment({ state: 'refused', contestBy: contestDeadline(friday, terms) });
  test('is possible once, within the signed delay', () => {
    expect(contestRefusal(refused, { momentSeconds: 37, text: '' }, { now: paris('2026-03-17T10:00') }).ok).toBe(true);
    expect(contestRefusal(refused, { momentSeconds: 37, text: '' }, { now: paris('2026-03-18T00:00') })).toMatchObject({
      code: 'contest_deadline_passed',
    });
    expect(
      contestRefusal(
        anAppointment({ state: 'refused', contest: {}, ruling: {} }),
        { momentSeconds: 1, text: '' },
        { now: friday },
      ),
    ).toMatchObject({ code: 'already_contested' });
  });
  test('waits as disputed, and the ruling for the caller makes it owed from that moment', () => {
    const contested = anAppointment({ state: 'contested', contest: {} });
    expect(billingState(contested)).toBe('disputed');
    const decision = ruleOnContest(contested, { inFavourOf: 'caller', text: 'Le décideur est nommé à 0:37.' }, { now: friday });
    expect(decision).toMatchObject({
      ok: true,
      facts: [{ type: 'AppointmentRuled' }, { type: 'AppointmentAccepted', by: 'ruling', acceptedAt: friday, priceCents: 9000 }],
    });
    const after = decision.ok ? decision.facts.reduce((state, fact) => applyFact(state, fact, 'Arbitre'), contested) : contested;
    expect([after.state, after.acceptedBy, after.ruling?.for, billingState(after)]).toEqual([
      'accepted',
      'ruling',
      'caller',
      'accepted',
    ]);
  });
  test('ruled for the client, it stays refused for good', () => {
    const contested = anAppointment({ state: 'contested', contest: {} });
    const decision = ruleOnContest(contested, { inFavourOf: 'client', text: 'Assistante, pas décideur.' }, { now: friday });
    const after = decision.ok ? decision.facts.reduce((state, fact) => applyFact(state, fact, 'Arbitre'), contested) : contested;
    expect([billingState(after), contestRefusal(after, { momentSeconds: 1, text: '' }, { now: friday }).ok]).toEqual([
      'refused',
      false,
    ]);
  });
});

describe('a booking', () => {
  const command = {
    appointmentId: 'a1' as AppointmentId,
    missionId: 'm1' as MissionId,
    attemptId: 't1' as AttemptId,
    ref: 'RDV-01',
    evidenceLevel: 'server' as const,
    meetingAt: paris('2026-03-20T10:00'),
    marks: terms.criteria.map(({ id }, index) => ({ criterionId: id, momentSeconds: 30 + index })),
  };
  const context = { terms: canonicalTerms, termsVersion: 1, bookedInPeriod: 0, now: bookedAt };
  test('carries its price and its deadline from the terms in force that day', () => {
    expect(bookAppointment(command, context)).toMatchObject({
      ok: true,
      facts: [{ priceCents: 9000, reviewBy: paris('2026-03-16T18:00'), termsVersion: 1 }],
    });
  });
  test.each([
    ['criteria_missing', { ...command, marks: command.marks.slice(1) }, context],
    ['criterion_not_signed', { ...command, marks: [...command.marks, { criterionId: 'budget', momentSeconds: 1 }] }, context],
    ['meeting_in_the_past', { ...command, meetingAt: bookedAt }, context],
    ['appointment_volume_used_up', command, { ...context, bookedInPeriod: 20 }],
  ] as const)('refused: %s', (code, changed, situation) => {
    expect(bookAppointment(changed, situation)).toMatchObject({ ok: false, code });
  });
});

describe('every state × verb', () => {
  const states: AppointmentState[] = ['to_review', 'accepted', 'refused', 'contested'];
  const tries: Record<AppointmentVerb, (appointment: Appointment) => { ok: boolean }> = {
    accept: (appointment) => acceptAppointment(appointment, { now: friday }),
    refuse: (appointment) =>
      refuseAppointment(appointment, { criterionId: 'besoin', momentSeconds: 1, text: '' }, { terms, now: friday }),
    concede: (appointment) => concedeAppointment(appointment, { now: friday }),
    contest: (appointment) => contestRefusal(appointment, { momentSeconds: 1, text: '' }, { now: friday }),
    rule: (appointment) => ruleOnContest(appointment, { inFavourOf: 'client', text: 'Motif' }, { now: friday }),
    decideBySilence: (appointment) => decideBySilence(appointment, { terms, now: paris('2026-03-17T08:00') }),
  };
  for (const state of states)
    for (const verb of Object.keys(appointmentTransitions) as AppointmentVerb[])
      test(`${verb} when ${state}: ${may(verb, state) ? 'yes' : 'no'}`, () => {
        expect(tries[verb](anAppointment({ state })).ok).toBe(may(verb, state));
      });
});
