import { describe, expect, test } from 'vitest';
import { civilDate, instant } from '../../../shared/time.ts';
import { expireFramework, refuseFramework, signFramework, withdrawFramework } from './answer-framework.ts';
import { type Framework, type FrameworkStatus, may } from './framework.ts';

const offer = (status: FrameworkStatus = 'sent') =>
  ({
    id: 'framework-1',
    status,
    frozen: {
      number: 'CC-2026-0001',
      content: { number: 'CC-2026-0001', validUntil: civilDate('2026-03-31'), frame: { endsOn: civilDate('2027-03-31') } },
    },
  }) as unknown as Framework;
const signing = { signedAt: instant('2026-04-02T08:00:00Z'), acceptedOn: civilDate('2026-03-31'), level: 'electronic' as const };
const answers = {
  sign: (framework: Framework) => signFramework(framework, signing),
  refuse: (framework: Framework) => refuseFramework(framework, { reason: 'Trop cher' }),
  withdraw: (framework: Framework) => withdrawFramework(framework, { reason: 'Erreur de prix' }),
  expire: (framework: Framework) => expireFramework(framework, { now: instant('2026-04-01T08:00:00Z') }),
};
const verbs = Object.keys(answers) as (keyof typeof answers)[];

describe('who may answer a framework offer from where', () => {
  test.each(
    (['sent', 'signed', 'refused', 'expired', 'withdrawn', 'ended'] as const).flatMap((status) =>
      verbs.map((verb) => [verb, status] as const),
    ),
  )('%s one that is %s', (verb, status) => {
    expect(answers[verb](offer(status))).toMatchObject(
      may(verb, status) ? { ok: true } : { code: 'already_answered', details: { number: 'CC-2026-0001', status } },
    );
  });
  test.each(verbs)('a draft is not there to %s', (verb) => {
    expect(answers[verb]({ ...offer('draft'), frozen: null } as Framework)).toEqual({ ok: false, code: 'not_sent_yet' });
  });
});

test('accepted on its last day, it is kept with the day on which it ends; accepted after, it is not', () => {
  expect(signFramework(offer(), signing)).toMatchObject({ facts: [{ type: 'FrameworkSigned', endsOn: '2027-03-31' }] });
  expect(signFramework(offer(), { ...signing, acceptedOn: civilDate('2026-04-01') })).toMatchObject({
    code: 'framework_expired',
  });
});

test('an offer has not lapsed on its last day, Paris time', () => {
  expect(expireFramework(offer(), { now: instant('2026-03-31T21:59:00Z') })).toMatchObject({
    code: 'still_valid',
    details: { validUntil: '2026-03-31' },
  });
  expect(expireFramework(offer(), { now: instant('2026-03-31T22:00:00Z') }).ok).toBe(true);
});

test('an offer withdrawn before its term says why', () => {
  expect(withdrawFramework(offer(), { reason: '  ' })).toEqual({ ok: false, code: 'reason_required' });
});
