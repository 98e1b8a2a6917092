import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CivilDate } from '../../../shared/time.ts';
import { checkFramework } from './check-framework.ts';
import { defaultFramework } from './default-framework.ts';
import { type Framework, type FrameworkStatus, frameworkTransitions, type FrameworkVerb, may } from './framework.ts';
import { addMonths, dueRenewal, noticeBy, renewExpressly, stopRenewal } from './renew-framework.ts';

const day = (text: string) => text as CivilDate;
const signed = (renewal: 'none' | 'tacit' | 'express', more: object = {}): Framework =>
  ({
    id: 'f1',
    status: 'signed',
    frozen: {
      number: 'CC-2026-0001',
      endsOn: '2027-02-28',
      renewalStoppedOn: null,
      renewals: 0,
      content: { frame: { renewal: { kind: renewal, months: 12, noticeDays: 60 } } },
      ...more,
    },
  }) as unknown as Framework;

test.each([
  ['save', ['draft']],
  ['send', ['draft']],
  ['revise', ['sent']],
  ['sign', ['sent']],
  ['refuse', ['sent']],
  ['expire', ['sent']],
  ['withdraw', ['sent']],
  ['stop_renewal', ['signed']],
  ['renew', ['signed']],
  ['end', ['signed']],
] as const)('« %s » is possible from %s only', (verb, from) => {
  const all: FrameworkStatus[] = ['draft', 'sent', 'signed', 'refused', 'expired', 'withdrawn', 'ended'];
  expect(all.filter((status) => may(verb as FrameworkVerb, status))).toEqual(from);
  expect(Object.keys(frameworkTransitions)).toContain(verb);
});

test('the notice counts back from the last day', () => {
  expect(noticeBy(signed('tacit'))).toBe('2026-12-30');
});

test('a party says no in time, once, and says why', () => {
  const on = (today: string, reason = 'Autre méthode', more = {}) =>
    stopRenewal(signed('tacit', more), { reason }, { today: day(today) });
  expect(on('2026-12-30')).toMatchObject({ ok: true });
  expect(on('2026-12-31')).toMatchObject({ code: 'notice_too_late' });
  expect(on('2026-12-01', ' ')).toMatchObject({ code: 'reason_required' });
  expect(on('2026-12-01', 'Encore', { renewalStoppedOn: '2026-11-01' })).toMatchObject({ code: 'renewal_already_stopped' });
  expect(stopRenewal(signed('express'), { reason: 'x' }, { today: day('2026-12-01') })).toMatchObject({
    code: 'no_tacit_renewal',
  });
});

test('past its last day, a framework is renewed if the parties agreed so and nobody spoke, else it has ended', () => {
  const after = { today: day('2027-03-01') };
  expect(dueRenewal(signed('tacit'), { today: day('2027-02-28') })).toMatchObject({ code: 'still_running' });
  expect(dueRenewal(signed('tacit'), after)).toMatchObject({
    facts: [{ type: 'FrameworkRenewed', endsOn: '2028-02-29', how: 'tacit' }],
  });
  expect(dueRenewal(signed('tacit', { renewalStoppedOn: '2026-12-01' }), after)).toMatchObject({
    facts: [{ type: 'FrameworkEnded' }],
  });
  expect(dueRenewal(signed('express'), after)).toMatchObject({ facts: [{ type: 'FrameworkEnded', endedOn: '2027-02-28' }] });
  expect(dueRenewal(signed('none'), after)).toMatchObject({ facts: [{ type: 'FrameworkEnded' }] });
});

test('an express renewal names the writing that both signed', () => {
  expect(renewExpressly(signed('express'), { reference: '' })).toMatchObject({ code: 'reason_required' });
  expect(renewExpressly(signed('express'), { reference: 'Lettre du 2 février 2027' })).toMatchObject({
    facts: [{ how: 'express', reason: 'Lettre du 2 février 2027' }],
  });
  expect(renewExpressly(signed('tacit'), { reference: 'Lettre' })).toMatchObject({ code: 'no_express_renewal' });
});

test('a framework that is not signed, or has ended, is neither renewed nor denounced', () => {
  const today = day('2027-03-01');
  for (const other of [{ status: 'sent' }, { status: 'ended' }, { frozen: null }] as const) {
    const framework = { ...signed('tacit'), ...other } as Framework;
    expect(stopRenewal(framework, { reason: 'Autre méthode' }, { today })).toEqual({ ok: false, code: 'not_in_force' });
    expect(dueRenewal(framework, { today })).toEqual({ ok: false, code: 'not_in_force' });
    expect(renewExpressly({ ...signed('express'), ...other } as Framework, { reference: 'Lettre' })).toEqual({
      ok: false,
      code: 'not_in_force',
    });
  }
});

test('months added one by one or at once lead to the same end of month', () => {
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(day('2026-02-28'), 1)).toBe('2026-03-31');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (one, other) => {
      expect(addMonths(addMonths(day('2026-01-31'), one), other)).toBe(addMonths(day('2026-01-31'), one + other));
    }),
  );
});

test('what a framework lacks is said once; what it is silent on is no fault', () => {
  const today = day('2026-03-02');
  const draft = defaultFramework({ today, shared: {} });
  const priced = {
    ...draft,
    frame: { ...draft.frame, priceGrid: [{ id: 'a', kind: 'hour', label: 'Heure', unitPriceCents: 5_000 }] },
  } as typeof draft;
  const rulesOf = (checked: typeof draft, validUntil: string | null = '2026-04-01') =>
    checkFramework(checked, { today, validUntil: validUntil as CivilDate | null }).map(({ rule, path }) => [rule, path]);
  expect(rulesOf(draft)).toEqual([['missing', 'frame.priceGrid']]);
  expect(rulesOf(priced)).toEqual([]);
  expect(rulesOf(priced, null)).toEqual([['validity', 'validUntil']]);
  const frame = { ...priced.frame, endsOn: '2026-01-01' } as typeof priced.frame;
  expect(rulesOf({ ...priced, frame })).toEqual([['period_reversed', 'frame.endsOn']]);
  const commitment = { per: 'year', minimumCents: 200, maximumCents: 100 } as never;
  expect(rulesOf({ ...priced, frame: { ...priced.frame, commitment } })).toEqual([['commitment_reversed', 'frame.commitment']]);
  expect(rulesOf({ ...priced, shared: { payment: { recoveryIndemnityCents: 3_999 } } })).toEqual([
    ['indemnity_too_low', 'shared.payment.recoveryIndemnityCents'],
  ]);
  expect(rulesOf({ ...priced, shared: { payment: { means: null } } })).toEqual([]);
});
