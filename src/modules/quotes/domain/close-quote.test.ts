import { expect, test } from 'vitest';
import { civilDate, instant } from '../../../shared/time.ts';
import { extendQuote, signQuote } from './close-quote.ts';
import type { Quote } from './quote.ts';

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
