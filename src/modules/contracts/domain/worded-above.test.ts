import { expect, test } from 'vitest';
import { articleAbove, frameworkOfArticle, wordedAbove, wordsOfFramework } from './worded-above.ts';

const shared = { payment: { delay: { days: 30, method: 'net' }, means: 'Virement' }, calling: { hoursBetweenAttempts: 24 } };
const articles = { payment: '6.1', 'payment.delay': '6.2', calling: '6.4' };
const words = wordsOfFramework(shared, articles, ['payment.delay', 'payment.means']);

test('a condition that the framework sets but that none of its clauses prints is not worded by it', () => {
  expect(words.map(({ path, article }) => [path, article])).toEqual([
    ['payment.delay.days', '6.2'],
    ['payment.delay.method', '6.2'],
    ['payment.means', '6.1'],
  ]);
});

test('an order that says the same is worded by the framework, one by one and as a whole', () => {
  expect(wordedAbove(words, { payment: shared.payment })).toMatchObject({ 'payment.delay': '6.2', payment: expect.any(String) });
});

test('a value that differs is worded by the order: neither it nor its group is the framework’s', () => {
  const above = wordedAbove(words, { payment: { ...shared.payment, delay: { days: 45, method: 'net' } } });
  expect(Object.keys(above)).toEqual(expect.arrayContaining(['payment.means']));
  expect(above).not.toHaveProperty(['payment.delay.days']);
  expect(above).not.toHaveProperty(['payment.delay']);
  expect(above).not.toHaveProperty(['payment']);
});

test('a group of which the framework says only a part is not its own', () => {
  expect(wordedAbove(words, { payment: { ...shared.payment, receivableCapCents: 300_000 } })).not.toHaveProperty(['payment']);
});

test('an article of the framework is cited with its number, and found again from it', () => {
  const framework = { number: 'CC-2026-0001' };
  expect(articleAbove('6.2', framework.number)).toBe('6.2 (CC-2026-0001)');
  expect(frameworkOfArticle({ framework }, '6.2 (CC-2026-0001)')).toEqual({ number: 'CC-2026-0001', article: '6.2' });
  expect(frameworkOfArticle({ framework }, '6.2')).toBeUndefined();
  expect(frameworkOfArticle({}, '6.2 (CC-2026-0001)')).toBeUndefined();
});
