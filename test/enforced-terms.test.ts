import { expect, test } from 'vitest';
import { canonicalTerms } from '../src/demo/canonical-terms.ts';
import { reviewDeadline, contestDeadline } from '../src/modules/appointments/domain/deadlines.ts';
import { dialGate, gateRules } from '../src/modules/calls/domain/dial-gate.ts';
import type { GateSituation } from '../src/modules/calls/domain/gate-situation.ts';
import { type Engine, enforcedTerms } from '../src/modules/clauses/index.ts';
import { deriveInvoice } from '../src/modules/invoicing/domain/derive-invoice.ts';
import { canonicalEvidence } from '../src/modules/invoicing/testing/sample-evidence.ts';
import { sampleTerms } from '../src/modules/invoicing/testing/sample-terms.ts';
import { readMission } from '../src/modules/reporting/domain/report-snapshot.ts';
import { addMinutes, civilDate, instant } from '../src/shared/time.ts';

/** Terms that write down what is read in them, down to a value or a whole list. */
const watched = <Value extends object>(terms: Value): { terms: Value; read: Set<string> } => {
  const read = new Set<string>();
  const watch = (value: object, path: string): object =>
    new Proxy(value, {
      get: (target, key) => {
        const inner: unknown = Reflect.get(target, key);
        if (typeof key === 'symbol') return inner;
        const at = path ? `${path}.${key}` : key;
        if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) return watch(inner, at);
        if (key in target && Object.hasOwn(target, key)) read.add(at);
        return inner;
      },
    });
  return { terms: watch(terms, '') as Value, read };
};

const outside = (engine: Engine, read: ReadonlySet<string>) =>
  [...read].filter((path) => !enforcedTerms[engine].some((known) => path === known || path.startsWith(`${known}.`)));

const tuesday = instant('2026-03-10T09:00:00Z');
const situation: GateSituation = {
  mission: { status: 'open' },
  life: { terminatedAt: null, suspension: null, suspendedDays: 0 },
  vigilance: { lacking: [] },
  caller: { admitted: true },
  line: { id: 'manual', isDemoTenant: false },
  script: { version: 1, approved: true },
  lease: { heldByCaller: true, expiresAt: addMinutes(tuesday, 600) },
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

test('the dial gate reads no condition that the table of enforced terms does not name', () => {
  const { terms, read } = watched(canonicalTerms);
  dialGate(situation, terms, tuesday, () => '1');
  dialGate({ ...situation, suppressed: true }, terms, instant('2026-03-14T09:00:00Z'), () => '1');
  expect(read.size).toBeGreaterThan(8);
  expect(outside('calls', read)).toEqual([]);
  // A rule of the contract, and not of the law, cites an article: its term is in the table too.
  const cited = new Set(gateRules.filter(({ law }) => !law).map(({ term }) => term));
  expect(outside('calls', cited)).toEqual([]);
});

test('the review of appointments reads no other', () => {
  const { terms, read } = watched(canonicalTerms);
  reviewDeadline(tuesday, terms.appointments);
  contestDeadline(tuesday, terms.appointments);
  expect([...read].length).toBeGreaterThan(1);
  expect(outside('appointments', read)).toEqual([]);
});

test('invoicing reads no other', () => {
  const { terms, read } = watched(sampleTerms);
  for (const [kind, day] of [
    ['deposit', '2026-03-05'],
    ['intermediate', '2026-03-20'],
    ['final', '2026-04-08'],
  ] as const)
    deriveInvoice(terms, canonicalEvidence(day), [], { kind, issuedOn: civilDate(day), isDemo: false });
  expect(read.size).toBeGreaterThan(4);
  expect(outside('invoicing', read)).toEqual([]);
});

test('boards and reports read no other', () => {
  const { terms, read } = watched(canonicalTerms);
  readMission(terms, { days: [], appointments: [] }, tuesday);
  expect(read.size).toBeGreaterThan(3);
  expect(outside('reporting', read)).toEqual([]);
});
