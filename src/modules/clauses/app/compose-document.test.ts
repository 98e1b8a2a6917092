import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { articleOf, type Terms } from '../../contracts/index.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { composeDocument } from './compose-document.ts';
import { faultSentence, readClause } from './read-clause.ts';
import { selectionOf } from '../domain/choose-clauses.ts';
import type { Article, Block } from '../domain/prose.ts';

const compose = (variables: Record<string, unknown>) =>
  composeDocument(
    builtInCatalog(),
    selectionOf('devis-prospection', builtInCatalog().model('devis-prospection')!.version),
    variables,
  );
const variablesWith = (terms: Terms) => ({
  terms,
  provider: { name: 'Camille Dupré EI' },
  client: { name: 'Œuvre et Fils SAS' },
  number: 'DEV-2026-0001',
});
const composed = compose(variablesWith(canonicalTerms));

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
  const { parts } = compose(variablesWith({ ...canonicalTerms, volumes: { ...canonicalTerms.volumes, hours: null } }));
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

const faultsOf = (body: string, head = '') =>
  readClause(`---\nid: essai\ntitle: Essai\nsummary: Essai.\nrisk: faible\nreview_before: 2027-01-01\n${head}---\n${body}`, {
    family: 'socle',
    file: '05-essai.md',
  }).faults.map(faultSentence);

test('a fault of a clause names the file, the line, and the name that was probably meant', () => {
  expect(faultsOf('Un.\n\nAu plus {% $terms.volume.calls %}.')).toEqual([
    '05-essai.md, ligne 10 : variable inconnue $terms.volume.calls ; vouliez-vous dire $terms.volumes.calls\u00a0?',
  ]);
  expect(faultsOf('{% integre($terms.volumes.calls) %}')).toEqual([
    '05-essai.md, ligne 8 : fonction inconnue integre() ; vouliez-vous dire integer\u00a0?',
  ]);
  expect(faultsOf('{% itemss values=$terms.scope.included /%}')[0]).toContain(
    'balise inconnue {% itemss %} ; vouliez-vous dire items',
  );
});

test('a bare condition is refused: a 0 would count as true', () => {
  expect(faultsOf('{% if $terms.liability.capCents %}Oui.{% /if %}')[0]).toContain('prend une question');
  expect(faultsOf('{% if sup($terms.confidentiality.years, 2) %}Oui.{% /if %}')).toEqual([]);
});

test('what a clause declares that it reads is what its text reads', () => {
  expect(faultsOf('{% $terms.price.revision %}', 'reads: [price.revision]\n')).toEqual([]);
  expect(faultsOf('{% $terms.price.revision %}', 'reads: []\n')).toEqual([
    '05-essai.md, ligne 7 : le texte lit price.revision, absent de reads',
  ]);
  expect(faultsOf('Rien.', 'reads: [price.revision]\n')[0]).toContain('que le texte ne lit pas');
});

test('markup typed by a client is printed as it is, never run', () => {
  const terms = { ...canonicalTerms, scope: { ...canonicalTerms.scope, targets: '{% $number %} **gras** #panic("x")' } };
  const { parts } = compose(variablesWith(terms));
  expect(JSON.stringify(parts)).toContain('{% $number %} **gras** #panic(');
});
