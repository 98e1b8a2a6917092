import { expect, test } from 'vitest';
import type { Instant } from '../../shared/time.ts';
import { deadlinesFor, negotiationsFor, sealFor, waitingFor } from './waiting.ts';

const now = '2026-03-16T10:00:00.000Z';
const at = (value: string) => value as Instant;
const client = { kind: 'client', clientId: 'c', tenantId: 't', contactId: null, displayName: 'Hugo' } as const;
const owner = { kind: 'member', userId: 'u', tenantId: 't', role: 'owner', displayName: 'Claire' } as const;
const reader = { ...owner, role: 'reader' } as const;
const toReview = (reviewBy: string) => ({ id: 'a', state: 'to_review' as const, reviewBy: at(reviewBy), contestBy: null });
const refused = (contestBy: string) => ({ id: 'a', state: 'refused' as const, reviewBy: at(now), contestBy: at(contestBy) });

test('the client is told how many appointments wait, and the first deadline', () => {
  const [waiting] = waitingFor(client, [toReview('2026-03-20T17:00:00.000Z'), toReview('2026-03-18T17:00:00.000Z')], [], now);
  expect(waiting).toMatchObject({ kind: 'review', count: 2, by: '2026-03-18T17:00:00.000Z' });
});

test('the prestataire is not told to decide in the client’s place', () => {
  expect(waitingFor(owner, [toReview('2026-03-20T17:00:00.000Z')], [], now)).toEqual([]);
});

test('a refusal can be contested only until its deadline, and never by a reader', () => {
  expect(waitingFor(owner, [refused('2026-03-17T17:00:00.000Z')], [], now)).toHaveLength(1);
  expect(waitingFor(owner, [refused('2026-03-15T17:00:00.000Z')], [], now)).toEqual([]);
  expect(waitingFor(reader, [refused('2026-03-17T17:00:00.000Z')], [], now)).toEqual([]);
});

test('a document signed by the client waits for the countersignature', () => {
  expect(waitingFor(owner, [], [{ requestId: 'r1', number: 'DEV-2026-0001' }], now)).toMatchObject([
    { kind: 'countersign', to: '/signatures/r1' },
  ]);
});

test('dates of contracts are told while they are near, and only then', () => {
  expect(deadlinesFor([{ isNear: false }])).toEqual([]);
  expect(deadlinesFor([{ isNear: true }, { isNear: false }, { isNear: true }])).toMatchObject([{ count: 2, to: '/echeances' }]);
});

test('the owner is told that the certificate which seals runs out, with the days that are left, and led to its page', () => {
  expect(sealFor({ alarm: null, daysLeft: 900 })).toEqual([]);
  expect(sealFor(undefined)).toEqual([]);
  expect(sealFor({ alarm: 'soon', daysLeft: 58 })).toMatchObject([{ alarm: 'soon', count: 58, to: '/cachet' }]);
  expect(sealFor({ alarm: 'urgent', daysLeft: 12 })).toMatchObject([{ alarm: 'urgent', count: 12 }]);
});

test('a change that the other party asks for waits for the owner and for the client, never for a reader', () => {
  const discussions = [{ subject: { type: 'quote' as const, id: 'q1' }, waiting: 2 }];
  const member = (role: 'owner' | 'reader') => ({ kind: 'member', role }) as never;
  expect(negotiationsFor(member('owner'), discussions)).toMatchObject([{ count: 2, to: '/devis/q1/negociation' }]);
  expect(negotiationsFor({ kind: 'client' } as never, discussions)).toMatchObject([{ to: '/discussion/quote/q1' }]);
  const lasting = [{ subject: { type: 'framework' as const, id: 'f1' }, waiting: 1 }];
  expect(negotiationsFor(member('owner'), lasting)).toMatchObject([{ to: '/contrats-cadres/f1/negociation' }]);
  expect(negotiationsFor(member('reader'), discussions)).toEqual([]);
  expect(negotiationsFor(member('owner'), [{ ...discussions[0]!, waiting: 0 }])).toEqual([]);
});
