import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { articleOf, type Terms } from '../../contracts/index.ts';
import { loadClauseLibrary, parseClause } from '../app/load-clause-library.ts';
import type { Article, Block } from '../domain/prose.ts';
import { resolveClause } from './clause-text.ts';
import { composeParts } from './compose-parts.ts';

const library = loadClauseLibrary();
const variablesWith = (terms: Terms) => ({
  terms,
  provider: { name: 'Camille Dupré EI' },
  client: { name: 'Œuvre et Fils SAS' },
  number: 'DEV-2026-0001',
});
const composed = composeParts(library, variablesWith(canonicalTerms));

const allArticles = (articles: readonly Article[]): Article[] =>
  articles.flatMap((article) => [article, ...allArticles(article.articles ?? [])]);
const articles = composed.parts.flatMap((part) => allArticles(part.articles));
const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const node = value as Record<string, unknown>;
  return [
    typeof node.text === 'string' ? node.text : '',
    ...['prose', 'items', 'blocks', 'rows'].map((key) => wordsOf(node[key])),
  ].join('');
};
const textOf = (id: string) => wordsOf(articles.find((article) => article.id === id)?.blocks as readonly Block[]);

/** What the dial gate, the appointments, the reports and the invoices read: a rule that no article words may not be enforced. */
const enforcedTerms = [
  'period',
  'scope.allowedDepartments',
  'scope.forbiddenDepartments',
  'calling.slots',
  'calling.publicHolidays',
  'calling.attemptsPerProspect',
  'calling.hoursBetweenAttempts',
  'calling.presentedNumber',
  'calling.script',
  'calling.recording',
  'calling.recording.requiredForBilling',
  'calling.suppressionLists',
  'volumes',
  'volumes.calls',
  'volumes.hours',
  'volumes.appointments',
  'appointments.criteria',
  'appointments.review',
  'appointments.contest',
  'appointments.arbiter',
  'appointments.noShow',
  'indicators',
  'reporting',
  'price.lines',
  'price.vat',
  'milestones',
  'payment.delay',
  'payment.penalty',
  'payment.recoveryIndemnityCents',
  'payment.receivableCapCents',
  'hypotheses',
  'termination',
  'data',
  'data.processing',
];

test.each(enforcedTerms)('the rule on %s is written in an article', (path) => {
  expect(articleOf(composed.articles, path)).toMatch(/^[A-Z]*\d/);
});

test('every leaf of the signed terms is worded by some article: no signed rule is left unread', () => {
  const leaves = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
      : [path];
  expect(leaves(canonicalTerms, '').filter((path) => articleOf(composed.articles, path) === undefined)).toEqual([]);
});

test('call slots are article 4.2, as the refusals cite them', () => {
  expect(articleOf(composed.articles, 'calling.slots')).toBe('4.2');
  expect(textOf('creneaux')).toContain(
    'du lundi au vendredi, de 9\u00a0h\u00a030 à 12\u00a0h\u00a000 et de 14\u00a0h\u00a000 à 18\u00a0h\u00a000',
  );
});

test('silence says what was agreed, and the other reading never stands beside it', () => {
  expect(textOf('validation')).toContain('vaut acceptation');
  expect(textOf('validation')).not.toContain('vaut refus');
});

test('a volume that was not bought is not printed, and the list stays one list', () => {
  const { parts } = composeParts(
    library,
    variablesWith({ ...canonicalTerms, volumes: { ...canonicalTerms.volumes, hours: null } }),
  );
  const volumes = allArticles(parts[0]!.articles).find((article) => article.id === 'volumes')!;
  expect(
    volumes.blocks.filter((block) => block.kind === 'list').map((block) => block.kind === 'list' && block.items.length),
  ).toEqual([2]);
});

test('article ids are unique, so a reference always lands on one article', () => {
  const ids = articles.map((article) => article.id);
  expect(ids.length).toBe(new Set(ids).size);
});

test('a value keeps the path of its term, and no template text survives', () => {
  expect(JSON.stringify(composed.parts)).toContain('"termPath":"appointments.arbiter.name"');
  expect(JSON.stringify(composed.parts)).not.toMatch(/\{%|undefined|\[object/);
});

test('a clause that reads a variable nobody defined is refused by name', () => {
  const header =
    '---\nid: essai\nversion: 1\ntitle: Essai\nsummary: Essai.\nrisk: faible\nreview_before: 2027-01-01\nsources: []\n---\n';
  const clause = (text: string) => parseClause(header + text, 'socle', 'essai.md');
  expect(() => resolveClause('essai', clause('{% $terms.volumes.none %}').tree, variablesWith(canonicalTerms))).toThrow(
    '$terms.volumes.none',
  );
  expect(() =>
    resolveClause('essai', clause('{% surprise($terms.volumes.calls) %}').tree, variablesWith(canonicalTerms)),
  ).toThrow('surprise()');
});

test('markup typed by a client is printed as it is, never run', () => {
  const terms = { ...canonicalTerms, scope: { ...canonicalTerms.scope, targets: '{% $number %} **gras** #panic("x")' } };
  const { parts } = composeParts(library, variablesWith(terms));
  expect(JSON.stringify(parts)).toContain('{% $number %} **gras** #panic(');
});
