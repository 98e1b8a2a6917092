import { expect, test } from 'vitest';
import type { QuoteFinding } from './check-quote.ts';
import type { Quote } from './quote.ts';
import { mayBeSent } from './send-quote.ts';

const draft = { id: 'quote-1', status: 'draft', frozen: null } as unknown as Quote;
const finding = { rule: 'missing', path: 'scope.context' } as unknown as QuoteFinding;
const derogations = [{ path: 'payment.delay' }, { path: 'resiliation.noticeDays' }];

test('a complete draft goes out; nothing else does', () => {
  expect(mayBeSent(draft, [])).toEqual({ ok: true });
  for (const status of ['sent', 'signed', 'refused', 'expired', 'withdrawn'] as const) {
    const quote = { ...draft, status, frozen: { number: 'DEV-2026-0001' } } as unknown as Quote;
    expect(mayBeSent(quote, [])).toEqual({ ok: false, code: 'already_sent', details: { number: 'DEV-2026-0001' } });
  }
});

test('a draft that lacks something stays, and the refusal lists what', () => {
  expect(mayBeSent(draft, [finding])).toEqual({ ok: false, code: 'quote_incomplete', details: { findings: [finding] } });
});

test('what departs from the framework or the general terms goes out once each of them was acknowledged', () => {
  for (const acknowledged of [[], ['payment.delay']])
    expect(mayBeSent(draft, [], { derogations, acknowledged })).toEqual({
      ok: false,
      code: 'derogations_to_acknowledge',
      details: { derogations },
    });
  expect(mayBeSent(draft, [], { derogations, acknowledged: derogations.map(({ path }) => path) })).toEqual({ ok: true });
});
