import { expect, test } from 'vitest';
import type { CivilDate, Instant } from '../../../shared/time.ts';
import { nextStepFor } from './next-steps.ts';

const day = (value: string) => value as CivilDate;
const quote = (status: 'draft' | 'sent' | 'signed' | 'refused', createdAt = '2026-03-01T08:00:00.000Z') => ({
  id: 'q1',
  clientId: 'c1',
  status,
  number: 'DEV-2026-0001',
  validUntil: day('2026-03-31'),
  createdAt: createdAt as Instant,
});

test('a client without a quote needs one', () => {
  expect(nextStepFor('c1', [], [])).toMatchObject({ words: ['nextQuote'], to: '/devis/nouveau?client=c1' });
});

test('a sent quote waits for its signature until the last day of its validity', () => {
  expect(nextStepFor('c1', [quote('sent')], [])).toMatchObject({
    words: ['nextSent', { number: 'DEV-2026-0001' }],
    by: '2026-03-31',
  });
});

test('the newest quote speaks for the dossier', () => {
  expect(nextStepFor('c1', [quote('refused'), { ...quote('draft', '2026-03-02T08:00:00.000Z'), id: 'q2' }], []).to).toBe(
    '/devis/q2',
  );
});

test('a mission under way comes before any quote', () => {
  const mission = { id: 'm1', clientId: 'c1', status: 'open' as const, name: 'Mars', endsOn: day('2026-03-31') };
  expect(nextStepFor('c1', [quote('draft')], [mission])).toMatchObject({ to: '/missions/m1', by: '2026-03-31' });
});

test('what another client does changes nothing', () => {
  expect(nextStepFor('c2', [quote('sent')], []).words).toEqual(['nextQuote']);
});
