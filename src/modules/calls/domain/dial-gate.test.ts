import { describe, expect, test } from 'vitest';
import { addMinutes, type Instant, instant } from '../../../shared/time.ts';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { Terms } from '../../contracts/index.ts';
import { dialGate, gateRules, type GateVerdict } from './dial-gate.ts';
import type { GateSituation } from './gate-situation.ts';
import { gateSentence } from './gate-sentence.ts';

const terms = canonicalTerms;
/** Tuesday 10 March 2026, 10:00 in Paris. */
const tuesday = instant('2026-03-10T09:00:00Z');
const articles = (term: string) =>
  ({ 'calling.slots': '4.2', 'calling.suppressionLists': '4.1', 'volumes.calls': '3.2' })[term] ?? `A(${term})`;

type Changes = {
  [Key in keyof GateSituation]?: GateSituation[Key] extends object | null
    ? Partial<NonNullable<GateSituation[Key]>> | null
    : GateSituation[Key];
};
const aSituation = (changes: Changes = {}): GateSituation => {
  const usual: GateSituation = {
    mission: { status: 'open' },
    life: { terminatedAt: null, suspension: null, suspendedDays: 0 },
    vigilance: { lacking: [] },
    caller: { admitted: true },
    line: { id: 'manual', isDemoTenant: false },
    script: { version: 1, approved: true },
    lease: { heldByCaller: true, expiresAt: addMinutes(tuesday, 60 * 24 * 365) },
    prospect: {
      department: '75',
      timeZone: 'Europe/Paris',
      contactClass: 'ENTREPRISE',
      status: 'callable',
      callbackReservedBy: null,
    },
    suppressed: false,
    attempts: { count: 0, lastAt: null, toNumberIn30Days: 0, oldestIn30DaysAt: null, lastRefusalAt: null },
    consumed: { calls: 10, productionMinutes: 60, appointments: 1, until: null },
    consumerConsentUntil: null,
  };
  const merged = Object.entries(changes).map(([key, value]) => [
    key,
    value !== null && typeof value === 'object' ? { ...(usual[key as keyof GateSituation] as object), ...value } : value,
  ]);
  return { ...usual, ...(Object.fromEntries(merged) as Partial<GateSituation>) };
};
const gate = (situation: Changes = {}, now: Instant = tuesday, change: (terms: Terms) => Terms = (same) => same): GateVerdict =>
  dialGate(aSituation(situation), change(terms), now, articles);
const refusedBy = (verdict: GateVerdict) => verdict.checks.filter(({ ok }) => !ok).map(({ rule }) => rule);

test('a company in the zone, in the slot, held by an admitted caller, is called', () => {
  const verdict = gate();
  expect(refusedBy(verdict)).toEqual([]);
  expect(verdict.allowed).toBe(true);
  expect(verdict.checks).toHaveLength(gateRules.length);
});

const consumer = { prospect: { contactClass: 'PERSO' as const } };
const withCalling =
  (calling: Partial<Terms['calling']>) =>
  (given: Terms): Terms => ({ ...given, calling: { ...given.calling, ...calling } });
const withScope =
  (scope: Partial<Terms['scope']>) =>
  (given: Terms): Terms => ({ ...given, scope: { ...given.scope, ...scope } });

/** One case per rule, refused by that rule alone: deleting the rule turns its case red. */
const cases: [rule: string, situation: Changes, now?: Instant, change?: (terms: Terms) => Terms][] = [
  ['period', {}, instant('2026-04-06T08:00:00Z'), (given) => withCalling({ publicHolidays: 'open' })(given)],
  ['not_terminated', { life: { terminatedAt: tuesday } }],
  ['not_suspended', { life: { suspension: { ground: 'receivable_cap', since: tuesday } } }],
  ['not_withheld', { life: { suspension: { ground: 'non_performance', since: tuesday } } }],
  ['vigilance', { vigilance: { lacking: [{ kind: 'urssaf', why: 'missing' }] } }],
  ['mission_active', { mission: { status: 'paused' } }],
  ['caller_admitted', { caller: { admitted: false } }],
  ['line_allowed', { line: { id: 'simulated', isDemoTenant: false } }],
  ['presented_number', {}, tuesday, withCalling({ presentedNumber: '06 39 98 12 34' })],
  ['script_ready', { script: null }, tuesday, withCalling({ script: { required: true, approvedByClient: false } })],
  ['suppression', { suppressed: true }],
  ['prospect_open', { prospect: { status: 'closed' } }],
  ['callback_reserved', { prospect: { callbackReservedBy: 'Amina' } }],
  [
    'zone_allowed',
    { prospect: { department: '13' } },
    tuesday,
    withScope({ allowedDepartments: ['75', '92'], forbiddenDepartments: [] }),
  ],
  [
    'zone_forbidden',
    { prospect: { department: '974' } },
    tuesday,
    withScope({ allowedDepartments: [], forbiddenDepartments: ['974'] }),
  ],
  ['attempts', { attempts: { count: terms.calling.attemptsPerProspect } }],
  [
    'hours_between_attempts',
    { attempts: { count: 1, lastAt: addMinutes(tuesday, -terms.calling.hoursBetweenAttempts * 60 + 1) } },
  ],
  ['volume_calls', { consumed: { calls: 1500 } }],
  ['volume_hours', { consumed: { productionMinutes: 40 * 60 } }],
  ['volume_appointments', { consumed: { appointments: 20 } }],
  ['slot', {}, instant('2026-03-10T12:30:00Z')],
  ['lease', { lease: { expiresAt: tuesday } }],
  [
    'consumer_consent',
    consumer,
    instant('2026-09-08T09:00:00Z'),
    (given) => ({ ...given, period: { ...given.period, endsOn: '2026-12-31' as never } }),
  ],
  ['consumer_after_refusal', { ...consumer, attempts: { lastRefusalAt: addMinutes(tuesday, -59 * 1440) } }],
  ['consumer_frequency', { ...consumer, attempts: { toNumberIn30Days: 4, oldestIn30DaysAt: addMinutes(tuesday, -29 * 1440) } }],
  ['consumer_hours', consumer, instant('2026-03-10T08:45:00Z')],
];

describe('each rule refuses on its own, and cites its source', () => {
  test.each(cases)('%s', (rule, situation, now = tuesday, change) => {
    const verdict = gate(situation, now, change);
    expect(refusedBy(verdict)).toEqual([rule]);
    const check = verdict.checks.find((one) => one.rule === rule)!;
    expect(check.article ?? check.law).toBeTruthy();
    expect(gateSentence(verdict, now, 'Europe/Paris', 'fr')).toMatch(/^Appel bloqué.*article /);
    expect(gateSentence(verdict, now, 'Europe/Paris', 'en')).toMatch(/^Call blocked.*article /);
  });

  test('no rule is left without a case', () => {
    const tested = new Set([...cases.map(([rule]) => rule), 'public_holiday']);
    expect(gateRules.map(({ rule }) => rule).filter((rule) => !tested.has(rule))).toEqual([]);
  });

  test('public_holiday: the day is closed whatever the hour', () => {
    // Easter Monday, 6 April 2026; the mission is prolonged so that nothing else objects.
    const prolonged = (given: Terms): Terms => ({ ...given, period: { ...given.period, endsOn: '2026-05-31' as never } });
    const verdict = gate({}, instant('2026-04-06T08:00:00Z'), prolonged);
    expect(refusedBy(verdict)).toEqual(['public_holiday']);
    expect(verdict.nextEligibleAt).toBe(instant('2026-04-07T07:30:00Z'));
    expect(
      gate({}, instant('2026-04-06T08:00:00Z'), (given) => withCalling({ publicHolidays: 'open' })(prolonged(given))).allowed,
    ).toBe(true);
  });

  test('every objection is told, not only the first', () => {
    expect(
      refusedBy(gate({ suppressed: true, lease: null, mission: { status: 'paused' } }, instant('2026-03-15T09:00:00Z'))),
    ).toEqual(['mission_active', 'suppression', 'slot', 'lease']);
  });

  test('the rules for consumers leave companies and published professional lines alone', () => {
    for (const contactClass of ['ENTREPRISE', 'EI_PRO'] as const)
      expect(
        gate(
          { prospect: { contactClass }, attempts: { toNumberIn30Days: 9, oldestIn30DaysAt: tuesday, lastRefusalAt: tuesday } },
          instant('2026-03-10T08:45:00Z'),
        ).allowed,
      ).toBe(true);
  });
});

describe('the clock is the callee’s', () => {
  test('at 12:00 sharp the morning is over, and the afternoon opens at 14:00 sharp', () => {
    expect(gate({}, instant('2026-03-10T10:59:59Z')).allowed).toBe(true);
    expect(gate({}, instant('2026-03-10T11:00:00Z')).nextEligibleAt).toBe(instant('2026-03-10T13:00:00Z'));
    expect(gate({}, instant('2026-03-10T13:00:00Z')).allowed).toBe(true);
  });

  test('the sentence says until when and by which article', () => {
    const noon = instant('2026-03-10T11:20:00Z');
    expect(gateSentence(gate({}, noon), noon, 'Europe/Paris', 'fr')).toBe(
      'Appel bloqué jusqu’à 14\u00a0h\u00a000\u00a0: article 4.2, créneaux d’appel.',
    );
    const friday = instant('2026-03-13T17:30:00Z');
    expect(gateSentence(gate({}, friday), friday, 'Europe/Paris', 'fr')).toBe(
      'Appel bloqué jusqu’au lundi 16 mars à 9\u00a0h\u00a030\u00a0: article 4.2, créneaux d’appel.',
    );
    expect(gateSentence(gate({}, friday), friday, 'Europe/Paris', 'en')).toBe(
      'Call blocked until Monday 16 March at 09:30: article 4.2, calling slots.',
    );
  });

  test('when the clocks change, half past nine stays half past nine', () => {
    // Summer time begins on Sunday 29 March 2026.
    expect(gate({}, instant('2026-03-28T10:00:00Z')).nextEligibleAt).toBe(instant('2026-03-30T07:30:00Z'));
    expect(gate({}, instant('2026-03-30T07:30:00Z')).allowed).toBe(true);
    expect(gate({}, instant('2026-03-27T08:30:00Z')).allowed).toBe(true);
    expect(gate({}, instant('2026-03-27T08:29:59Z')).allowed).toBe(false);
  });

  test('La Réunion is three hours ahead in winter and two in summer', () => {
    const reunion = { prospect: { department: '974', timeZone: 'Indian/Reunion' } };
    const everywhere = withScope({ allowedDepartments: [], forbiddenDepartments: [] });
    // 10:00 in Paris is 13:00 in Saint-Denis: between the two slots.
    const verdict = gate(reunion, tuesday, everywhere);
    expect(refusedBy(verdict)).toEqual(['slot']);
    expect(verdict.nextEligibleAt).toBe(instant('2026-03-10T10:00:00Z'));
    expect(gateSentence(verdict, tuesday, 'Indian/Reunion', 'fr')).toBe(
      'Appel bloqué jusqu’à 11\u00a0h\u00a000 (14\u00a0h\u00a000 là-bas)\u00a0: article 4.2, créneaux d’appel.',
    );
    expect(gate(reunion, instant('2026-03-10T06:00:00Z'), everywhere).allowed).toBe(true);
    expect(gate(reunion, instant('2026-03-31T08:01:00Z'), everywhere).allowed).toBe(false);
  });

  test('a holiday of Alsace or of Réunion closes that day there, and only there', () => {
    const long = (given: Terms): Terms => ({
      ...withScope({ allowedDepartments: [], forbiddenDepartments: [] })(given),
      period: { ...given.period, endsOn: '2028-12-31' as never },
    });
    const goodFriday = instant('2026-04-03T08:00:00Z');
    expect(refusedBy(gate({ prospect: { department: '67' } }, goodFriday, long))).toEqual(['public_holiday']);
    expect(gate({ prospect: { department: '75' } }, goodFriday, long).allowed).toBe(true);
    // 20 December 2027 is a Monday.
    const abolition = instant('2027-12-20T06:00:00Z');
    const held = { heldByCaller: true, expiresAt: addMinutes(abolition, 10) };
    expect(
      refusedBy(gate({ lease: held, prospect: { department: '974', timeZone: 'Indian/Reunion' } }, abolition, long)),
    ).toEqual(['public_holiday']);
  });
});

describe('the life of the contract', () => {
  test('calls go on while the notice runs, and stop at the instant at which it is over', () => {
    expect(gate({ life: { terminatedAt: addMinutes(tuesday, 1) } }).allowed).toBe(true);
    expect(refusedBy(gate({ life: { terminatedAt: tuesday } }))).toEqual(['not_terminated']);
  });

  test('the days of a suspension put the last day off by as many', () => {
    const monday = instant('2026-04-06T08:00:00Z');
    const open = withCalling({ publicHolidays: 'open' });
    expect(refusedBy(gate({ life: { suspendedDays: 2 } }, monday, open))).toEqual(['period']);
    expect(gate({ life: { suspendedDays: 3 } }, monday, open).allowed).toBe(true);
  });

  test('a document of vigilance that is missing is named with its statute', () => {
    const verdict = gate({ vigilance: { lacking: [{ kind: 'urssaf', why: 'stale', since: '2026-03-01' as never }] } });
    const sentence = gateSentence(verdict, tuesday, 'Europe/Paris', 'fr');
    expect(sentence).toContain('article D8222-5 du Code du travail, documents de vigilance (attestation de l’Urssaf');
    expect(sentence).toContain('à renouveler');
  });
});

describe('when it opens again', () => {
  test('a delay that ends at night waits for the next slot', () => {
    const evening = instant('2026-03-10T16:50:00Z');
    const wait = withCalling({ hoursBetweenAttempts: 4 });
    const verdict = gate({ attempts: { count: 1, lastAt: addMinutes(evening, -60) } }, evening, wait);
    expect(refusedBy(verdict)).toEqual(['hours_between_attempts']);
    expect(verdict.nextEligibleAt).toBe(instant('2026-03-11T08:30:00Z'));
  });

  test('a hold that ran out does not hide the hour: the prospect is served again then', () => {
    const verdict = gate({ lease: null }, instant('2026-03-10T11:20:00Z'));
    expect(refusedBy(verdict)).toEqual(['slot', 'lease']);
    expect(verdict.nextEligibleAt).toBe(instant('2026-03-10T13:00:00Z'));
  });

  test('what time cannot change has no hour', () => {
    expect(gate({ suppressed: true }, instant('2026-03-10T11:20:00Z')).nextEligibleAt).toBeUndefined();
  });

  test('a mission that is over by then never opens again', () => {
    expect(gate({}, instant('2026-04-03T16:30:00Z')).nextEligibleAt).toBeUndefined();
  });

  test('a consumer waits for hours that suit both the law and the contract', () => {
    const verdict = gate(consumer, instant('2026-03-10T08:45:00Z'));
    expect(verdict.nextEligibleAt).toBe(instant('2026-03-10T09:00:00Z'));
    expect(gateSentence(verdict, tuesday, 'Europe/Paris', 'fr')).toContain('article D223-9 du Code de la consommation');
  });
});
