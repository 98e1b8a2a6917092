import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/time.ts';
import { type Amendment, type AmendmentStatus, amendmentTransitions, type AmendmentVerb, may } from './amendment.ts';
import { expireAmendment, overtakeAmendment, refuseAmendment, signAmendment, withdrawAmendment } from './answer-amendment.ts';
import { replyDeadline } from './change-request.ts';

const statuses: AmendmentStatus[] = ['draft', 'discarded', 'sent', 'signed', 'refused', 'expired', 'withdrawn', 'overtaken'];
const sent = (status: AmendmentStatus, effectiveAt: string | null = null): Amendment =>
  ({
    id: 'a',
    missionId: 'm',
    status,
    frozen: { number: 'AVT-2026-0001', rank: 1, content: { number: 'AVT-2026-0001', validUntil: '2026-03-20', effectiveAt } },
  }) as unknown as Amendment;
const now = instant('2026-03-21T09:00:00Z');
const signing = { signedAt: now, acceptedOn: '2026-03-19', level: 'electronic' as const, now };

const answers: Record<Exclude<AmendmentVerb, 'save' | 'discard' | 'send'>, (amendment: Amendment) => { ok: boolean }> = {
  sign: (amendment) => signAmendment(amendment, signing),
  refuse: (amendment) => refuseAmendment(amendment, { reason: 'Trop cher' }),
  expire: (amendment) => expireAmendment(amendment, { now }),
  withdraw: (amendment) => withdrawAmendment(amendment, { reason: 'Erreur' }),
  overtake: (amendment) => overtakeAmendment(amendment, { by: 'AVT-2026-0002', paths: [] }),
};

describe('who may do what from where', () => {
  test.each(
    statuses.flatMap((status) => (Object.keys(answers) as (keyof typeof answers)[]).map((verb) => [verb, status] as const)),
  )('%s a %s amendment', (verb, status) => {
    const amendment =
      status === 'draft' || status === 'discarded' ? ({ ...sent(status), frozen: null } as Amendment) : sent(status);
    expect(answers[verb](amendment).ok).toBe(may(verb, status));
  });
  test('only a draft is written, sent or put aside', () => {
    for (const verb of ['save', 'send', 'discard'] as const) expect([...amendmentTransitions[verb].from]).toEqual(['draft']);
  });
  test('accepted on its last day, it survives a later countersignature; accepted after, it does not', () => {
    expect(signAmendment(sent('sent'), signing).ok).toBe(true);
    expect(signAmendment(sent('sent'), { ...signing, acceptedOn: '2026-03-21' })).toMatchObject({ code: 'amendment_expired' });
  });
  test('it rules from the instant it names, never before the last signature, even recorded late on paper', () => {
    const rules = (effectiveAt: string | null, paperOn = now) => {
      const decision = signAmendment(sent('sent', effectiveAt), { ...signing, signedAt: paperOn });
      return decision.ok && decision.facts[0]!.rulesFrom;
    };
    expect(rules('2026-04-01T00:00:00.000Z')).toBe('2026-04-01T00:00:00.000Z');
    expect(rules('2026-03-16T00:00:00.000Z')).toBe(now);
    expect(rules(null, instant('2026-03-05T12:00:00Z'))).toBe(now);
  });
  test('an amendment has not lapsed on its last day', () => {
    expect(expireAmendment(sent('sent'), { now: instant('2026-03-20T22:59:00Z') })).toMatchObject({
      code: 'amendment_still_valid',
      details: { validUntil: '2026-03-20' },
    });
    expect(expireAmendment(sent('sent'), { now: instant('2026-03-20T23:00:00Z') }).ok).toBe(true);
  });
  test('a withdrawal without a reason is refused', () => {
    expect(withdrawAmendment(sent('sent'), { reason: ' ' })).toMatchObject({ code: 'reason_required' });
  });
  test('the other party answers until the last minute of the signed working days', () => {
    expect(replyDeadline(instant('2026-03-13T09:00:00Z'), 2)).toBe('2026-03-17T22:59:00.000Z');
  });
});
