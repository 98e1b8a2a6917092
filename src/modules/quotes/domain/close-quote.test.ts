import { describe, expect, test } from 'vitest';
import { civilDate, instant } from '../../../shared/time.ts';
import { expireQuote, extendQuote, refuseQuote, signQuote, withdrawQuote } from './close-quote.ts';
import { may, type Quote, type QuoteStatus } from './quote.ts';

const sent = {
  id: 'quote-1',
  status: 'sent',
  frozen: { number: 'DEV-2026-0001', content: { validUntil: civilDate('2026-03-31'), terms: { price: { lines: [] } } } },
} as unknown as Quote;
const countersigned = { signedAt: instant('2026-04-02T08:00:00Z'), level: 'electronic' } as const;

test('an offer accepted on its last day becomes a contract, even when it is countersigned later', () => {
  expect(signQuote(sent, { ...countersigned, acceptedOn: civilDate('2026-03-31') })).toMatchObject({
    ok: true,
    facts: [{ type: 'QuoteSigned' }],
  });
});

test('an offer accepted after its last day does not', () => {
  expect(signQuote(sent, { ...countersigned, acceptedOn: civilDate('2026-04-01') })).toMatchObject({
    ok: false,
    code: 'quote_expired',
  });
});

test('more time opens a lapsed offer again, and its new last day counts', () => {
  const later = { validUntil: civilDate('2026-04-15') };
  expect(extendQuote({ ...sent, status: 'expired' } as Quote, later)).toMatchObject({ ok: true, status: 'sent' });
  expect(extendQuote({ ...sent, status: 'refused' } as Quote, later)).toMatchObject({ ok: false, code: 'already_answered' });
  const extended = { ...sent, ...later } as Quote;
  expect(signQuote(extended, { ...countersigned, acceptedOn: civilDate('2026-04-01') }).ok).toBe(true);
  expect(signQuote(extended, { ...countersigned, acceptedOn: civilDate('2026-04-16') })).toMatchObject({ code: 'quote_expired' });
});

describe('who may answer an offer from where', () => {
  const answers = {
    sign: (quote: Quote) => signQuote(quote, { ...countersigned, acceptedOn: civilDate('2026-03-31') }),
    refuse: (quote: Quote) => refuseQuote(quote, { reason: 'Trop cher' }),
    withdraw: (quote: Quote) => withdrawQuote(quote, { reason: 'Erreur de prix' }),
    expire: (quote: Quote) => expireQuote(quote, { now: instant('2026-04-01T08:00:00Z') }),
  };
  const verbs = Object.keys(answers) as (keyof typeof answers)[];
  const statuses: QuoteStatus[] = ['sent', 'signed', 'refused', 'expired', 'withdrawn'];
  test.each(statuses.flatMap((status) => verbs.map((verb) => [verb, status] as const)))('%s one that is %s', (verb, status) => {
    expect(answers[verb]({ ...sent, status } as Quote)).toMatchObject(
      may(verb, status) ? { ok: true } : { ok: false, code: 'already_answered' },
    );
  });
  test.each(verbs)('a draft is not there to %s', (verb) => {
    expect(answers[verb]({ ...sent, status: 'draft', frozen: null } as Quote).ok).toBe(false);
  });
});

test('an offer has not lapsed on its last day, nor on the later one that it was given', () => {
  const lastMinute = { now: instant('2026-03-31T21:59:00Z') };
  expect(expireQuote(sent, lastMinute)).toMatchObject({ code: 'still_valid', details: { validUntil: '2026-03-31' } });
  expect(expireQuote(sent, { now: instant('2026-03-31T22:00:00Z') }).ok).toBe(true);
  const extended = { ...sent, validUntil: civilDate('2026-04-15') } as Quote;
  expect(expireQuote(extended, { now: instant('2026-04-01T08:00:00Z') })).toMatchObject({ code: 'still_valid' });
});

test('an offer withdrawn before its term says why (C. civ. 1116)', () => {
  expect(withdrawQuote(sent, { reason: '  ' })).toEqual({ ok: false, code: 'reason_required' });
});
