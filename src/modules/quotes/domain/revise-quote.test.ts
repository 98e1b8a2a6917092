import { describe, expect, test } from 'vitest';
import { civilDate, instant } from '../../../shared/time.ts';
import type { Quote } from './quote.ts';
import { reviseQuote } from './revise-quote.ts';

const sent = {
  id: 'quote-1',
  status: 'sent',
  frozen: { number: 'DEV-2026-0001', revision: 1, contentSha256: 'before', documentId: 'document-1' },
} as unknown as Quote;
const agreed = {
  contentSha256: 'after',
  changes: ['item-1'],
  validUntil: civilDate('2026-03-31'),
  netCents: 100_000,
  voids: [{ party: 'client' as const, name: 'Claire Martin', signedAt: instant('2026-03-02T09:00:00Z') }],
};

test('a revision keeps the number, names what it brings in and the signatures that it voids', () => {
  expect(reviseQuote(sent, agreed, { findings: [] })).toMatchObject({
    ok: true,
    facts: [
      {
        type: 'QuoteRevised',
        number: 'DEV-2026-0001',
        revision: 2,
        replacesSha256: 'before',
        changes: ['item-1'],
        voids: agreed.voids,
      },
    ],
  });
});

describe('no revision', () => {
  const over = (change: Record<string, unknown>) => ({ ...sent, ...change }) as Quote;
  test.each([
    ['not_sent_yet', over({ status: 'draft', frozen: null }), agreed, []],
    ['already_answered', over({ status: 'signed' }), agreed, []],
    ['already_answered', over({ status: 'withdrawn' }), agreed, []],
    ['document_not_ready', over({ frozen: { ...sent.frozen, documentId: null } }), agreed, []],
    ['nothing_to_revise', sent, { ...agreed, changes: [] }, []],
    ['nothing_to_revise', sent, { ...agreed, contentSha256: 'before' }, []],
    [
      'revision_incomplete',
      sent,
      agreed,
      [{ rule: 'due_date_over_cap', path: 'payment.delay', heading: 'payment', fr: '', en: '' }],
    ],
  ] as const)('%s', (code, quote, revision, findings) => {
    expect(reviseQuote(quote, revision, { findings })).toMatchObject({ ok: false, code });
  });
});
