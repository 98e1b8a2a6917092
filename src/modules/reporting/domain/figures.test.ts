import { describe, expect, test } from 'vitest';
import mission from '../../../demo/canonical-mission.json' with { type: 'json' };
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { civilDate, clockTime, type Instant, isoWeekOf, momentOf } from '../../../shared/time.ts';
import type { CallFactsRow } from '../../calls/index.ts';
import { computeIndicator, stateOf } from './compute-indicator.ts';
import { consumedVolumes, shareElapsed } from './consumed-volumes.ts';
import { headline } from './headline.ts';
import type { CountedAppointment, MissionFigures } from './mission-figures.ts';
import { totalsOf } from './mission-figures.ts';
import { refusalReasons } from './refusal-reasons.ts';
import { weeksToReport } from './report-period.ts';
import { snapshotOf } from './report-snapshot.ts';

const paris = (text: string): Instant => momentOf(civilDate(text.slice(0, 10)), clockTime(text.slice(11)));
const finalStates: Record<string, Pick<CountedAppointment, 'state' | 'acceptedBy'>> = {
  accepted: { state: 'accepted', acceptedBy: 'client' },
  'accepted tacitly': { state: 'accepted', acceptedBy: 'silence' },
  'accepted by ruling': { state: 'accepted', acceptedBy: 'ruling' },
  refused: { state: 'refused', acceptedBy: null },
};
const bookedOn = (day: string) => mission.appointments.filter(({ bookedAt }) => bookedAt.startsWith(day)).length;

const canonical: MissionFigures = {
  days: mission.days.map((day): CallFactsRow => ({
    day: civilDate(day.day),
    calls: day.attempts,
    wrongNumbers: day.wrongNumbers,
    answered: day.answered,
    useful: day.usefulConversations,
    argued: day.argued,
    hoursMinutes: day.productionMinutes,
    appointments: bookedOn(day.day),
    oppositions: 0,
    outOfTarget: 0,
    simulated: 0,
    declared: day.attempts,
  })),
  appointments: mission.appointments.map((one): CountedAppointment => ({
    ref: one.ref,
    company: 'Entreprise',
    bookedAt: paris(one.bookedAt),
    meetingAt: paris(one.meetingAt),
    reviewBy: paris(one.meetingAt),
    meetingOutcome: null,
    refusal: null,
    ...(finalStates[one.outcome] ?? { state: 'contested', acceptedBy: null }),
  })),
};
const percent = (formula: Parameters<typeof computeIndicator>[0]) => {
  const { value, numerator, denominator } = computeIndicator(formula, canonical);
  return `${(value! / 100).toFixed(1)} % (${numerator}/${denominator})`;
};

describe('the canonical mission, computed by hand in its fixture', () => {
  const { indicators } = mission.expected;
  test.each([
    ['K01B', indicators['K01b validité']],
    ['K02', indicators['K02 décroché sortant']],
    ['K04', indicators['K04 contact utile']],
    ['K05', indicators['K05 argumenté']],
    ['K06', indicators['K06 transformation R/CA']],
  ] as const)('%s is %s', (formula, expected) => {
    expect(percent(formula)).toBe(expected);
  });
  test('validation leaves the disputed appointment apart', () => {
    expect(percent('K07')).toBe('93.3 % (14/15)');
  });
  test('volumes, conversations a day and bookings', () => {
    expect(totalsOf(canonical)).toMatchObject({
      attempts: 1500,
      wrongNumbers: 90,
      answered: 540,
      useful: 420,
      argued: 300,
      booked: 16,
      productionMinutes: 2400,
    });
    expect(computeIndicator('C_PER_DAY', canonical).value).toBe(21);
  });
  test.each(Object.entries(mission.expected.weeks))('week %s has its own figures', (week, expected) => {
    const period = weeksToReport(canonicalTerms.period, paris('2026-04-08T09:00')).find(
      ({ from }) => isoWeekOf(from).week === Number(week),
    )!;
    const { totals } = snapshotOf(canonicalTerms, canonical, period, paris('2026-04-08T09:00'));
    expect({ ...totals }).toMatchObject({
      attempts: expected.attempts,
      wrongNumbers: expected.wrongNumbers,
      answered: expected.answered,
      useful: expected.usefulConversations,
      argued: expected.argued,
      productionMinutes: expected.productionMinutes,
      booked: expected.booked,
    });
  });
});

test('a rate without a denominator is unknown, never zero', () => {
  expect(computeIndicator('K02', { days: [], appointments: [] }).value).toBeNull();
  expect(stateOf(computeIndicator('K02', { days: [], appointments: [] }), { min: 3000, max: null })).toBe('none');
});

test('a target has a floor, a ceiling or both', () => {
  const measure = computeIndicator('C_PER_DAY', canonical);
  expect([
    stateOf(measure, { min: 20, max: 30 }),
    stateOf(measure, { min: 22, max: null }),
    stateOf(measure, { min: null, max: 20 }),
  ]).toEqual(['reached', 'below', 'above']);
});

test('a budget warns at the signed percentage and is used up at its end', () => {
  const at = (calls: number) =>
    consumedVolumes(canonicalTerms, { days: [{ ...canonical.days[0]!, calls }], appointments: [] }, civilDate('2026-03-20'))[0]!
      .state;
  expect([at(1199), at(1200), at(1500)]).toEqual(['normal', 'warning', 'used_up']);
});

test('the needle counts working days: half of the mission is over on 20 March', () => {
  expect(shareElapsed(canonicalTerms.period, civilDate('2026-03-20'))).toBe(0.5);
});

test('the sentence says the pace only when it means something', () => {
  expect(headline(canonicalTerms, canonical, civilDate('2026-03-20')).fr).toBe(
    '14 rendez-vous acceptés sur 20\u00a0; au rythme actuel, 28 le 3 avril 2026.',
  );
  expect(headline(canonicalTerms, canonical, civilDate('2026-03-20')).en).toBe(
    '14 of 20 appointments accepted; at this pace, 28 by 3 April 2026.',
  );
  expect(headline(canonicalTerms, canonical, civilDate('2026-03-10')).fr).toBe('14 rendez-vous acceptés sur 20.');
});

test('a week is reported from the Monday after, at eight', () => {
  expect(weeksToReport(canonicalTerms.period, paris('2026-03-16T07:59'))).toHaveLength(0);
  expect(weeksToReport(canonicalTerms.period, paris('2026-03-16T08:00')).map(({ from, to }) => [from, to])).toEqual([
    ['2026-03-09', '2026-03-15'],
  ]);
});

test('the reasons of those who said no come most frequent first, and only those', () => {
  const outcomes = [
    { code: 'CA-', reason: 'Déjà équipé', calls: 3 },
    { code: 'HC', reason: 'Moins de dix salariés', calls: 7 },
    { code: 'RAP', reason: 'En réunion', calls: 9 },
    { code: 'CA-', reason: null, calls: 2 },
  ];
  expect(refusalReasons(outcomes)).toEqual([
    { label: 'Moins de dix salariés', count: 7 },
    { label: 'Déjà équipé', count: 3 },
  ]);
});
