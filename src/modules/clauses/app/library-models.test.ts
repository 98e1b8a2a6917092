import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { Terms } from '../../contracts/index.ts';
import { selectionOf } from '../domain/choose-clauses.ts';
import type { ClauseSelection } from '../domain/document-model.ts';
import { plainText } from '../documents/plain-text.ts';
import type { Article } from '../domain/prose.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { checkDocument } from './check-document.ts';
import { composeDocument } from './compose-document.ts';
import { sampleVariables } from './sample-variables.ts';

const catalog = builtInCatalog();
const missionModels = ['devis-prospection', 'contrat-prestation', 'lettre-de-mission', 'bon-de-commande'];
const whole = (id: string): ClauseSelection => selectionOf(id, catalog.model(id)!.version);
const line = (kind: 'forfait' | 'hour' | 'day' | 'appointment') =>
  ({ id: kind, kind, label: 'Prospection', quantity: 10, unitPriceCents: 10_000 }) as Terms['price']['lines'][number];

const kinds: Record<Terms['scope']['missionKind'], string> = {
  telephone_prospecting: 'annexe-telephone',
  file_qualification: 'annexe-qualification',
  follow_up: 'annexe-relance',
  appointment_setting: 'annexe-rendez-vous',
  telesales: 'annexe-televente',
};
const policies: Record<Terms['calling']['recording']['policy'], string> = {
  none: 'enregistrement-aucun',
  on_demand: 'enregistrement-sur-demande',
  from_qualification: 'enregistrement-qualification',
  appointments_only: 'enregistrement-rendez-vous',
  sample: 'enregistrement-echantillon',
  all: 'enregistrement-integral',
};
const prices: Record<Terms['price']['model'], { clause: string; lines: Terms['price']['lines'] }> = {
  forfait: { clause: 'prix-forfait', lines: [line('forfait')] },
  hour: { clause: 'prix-heure', lines: [line('hour')] },
  day: { clause: 'prix-jour', lines: [line('day')] },
  appointment: { clause: 'prix-rendez-vous', lines: [line('appointment')] },
  mixed: { clause: 'prix-mixte', lines: [line('forfait'), line('appointment')] },
};

const { scope, calling, price } = canonicalTerms;
const everyMission = Object.keys(kinds).flatMap((missionKind) =>
  Object.keys(policies).flatMap((policy) =>
    Object.entries(prices).map(([model, { lines }]) => ({
      ...canonicalTerms,
      scope: { ...scope, missionKind },
      calling: { ...calling, recording: { ...calling.recording, policy, basis: 'Ordres passés par téléphone.' } },
      price: { ...price, model, lines },
    })),
  ),
) as Terms[];
const idsOf = (article: Article): string[] => [article.id, ...(article.articles ?? []).flatMap(idsOf)];

describe.each(missionModels)('the model %s', (id) => {
  test('holds for every kind of mission, recording policy and price: nothing missing, nothing twice, no hidden rule', () => {
    for (const terms of everyMission) {
      const found = checkDocument(catalog, whole(id), { ...sampleVariables, terms }, { isWhole: true });
      expect(found.map(({ fr }) => fr)).toEqual([]);
    }
  });

  test('takes the annex of its kind of mission and the clause of its recording policy, and no other', () => {
    for (const terms of everyMission) {
      const { parts, clauses } = composeDocument(catalog, whole(id), { ...sampleVariables, terms });
      const annexes = parts.map((part) => part.id).filter((part) => Object.values(kinds).includes(part));
      const recording = clauses.map((clause) => clause.id).filter((clause) => Object.values(policies).includes(clause));
      // An order stays short: its scope is in its own articles.
      expect(annexes).toEqual(id === 'bon-de-commande' ? [] : [kinds[terms.scope.missionKind]]);
      expect(recording).toEqual([policies[terms.calling.recording.policy]]);
    }
  });

  test('names its parties and ends no sentence in a hole', () => {
    const { parts } = composeDocument(catalog, whole(id), sampleVariables);
    const text = parts.map((part) => part.articles.map((article) => JSON.stringify(article)).join('')).join('');
    expect(text).toContain('Œuvre & Fils SAS');
    expect(text).not.toMatch(/undefined|null"|à renseigner/);
    const numbered = parts.flatMap((part) => part.articles.flatMap(idsOf));
    expect(numbered.length).toBe(new Set(numbered).size);
  });
});

test('each price mode has its own clause, except in a letter, which words them all in one', () => {
  for (const [model, { clause, lines }] of Object.entries(prices)) {
    const terms = { ...canonicalTerms, price: { ...price, model, lines } };
    const { clauses } = composeDocument(catalog, whole('devis-prospection'), { ...sampleVariables, terms });
    expect(clauses.map(({ id }) => id).filter((id) => id.startsWith('prix-'))).toEqual([clause]);
  }
});

test.each(['contrat-cadre', 'conditions-generales', 'avenant'])('the model %s composes on its own', (id) => {
  const { problems, parts } = composeDocument(catalog, whole(id), sampleVariables);
  expect(problems).toEqual([]);
  expect(parts.flatMap((part) => part.articles).length).toBeGreaterThan(2);
});

test('a framework agreement may stay silent on what it leaves to its orders', () => {
  const { parts } = composeDocument(catalog, whole('contrat-cadre'), { ...sampleVariables, terms: {} });
  const text = parts.flatMap((part) => part.articles.map((article) => JSON.stringify(article))).join('');
  expect(text).toContain('Le délai de paiement est fixé par chaque commande');
});

const add = (clauseId: string, id = 'devis-prospection'): ClauseSelection => ({
  ...whole(id),
  added: [{ clauseId, partId: whole(id) && 'contrat' }],
});
const chosen = {
  intellectualProperty: { rights: ['reproduction'], purpose: 'Prospection du Client', territory: 'France', years: 5 },
  nonSolicitation: { months: 12 },
};

test.each(catalog.clauses().filter(({ mandatory, family }) => mandatory === 'choice' && family !== 'cadre'))(
  'the clause of choice $id joins a devis without breaking it',
  ({ id }) => {
    const terms = { ...canonicalTerms, ...chosen };
    expect(checkDocument(catalog, add(id), { ...sampleVariables, terms }, { isWhole: true }).map(({ fr }) => fr)).toEqual([]);
  },
);

test('the two answers to imprévision never stand together, nor the three to intellectual property', () => {
  const both = {
    ...add('imprevision'),
    added: ['propriete-cession', 'propriete-licence'].map((clauseId) => ({ clauseId, partId: 'contrat' })),
  };
  expect(
    composeDocument(catalog, both, { ...sampleVariables, terms: { ...canonicalTerms, ...chosen } }).problems.map(
      ({ rule }) => rule,
    ),
  ).toContain('excluded_together');
  const { clauses } = composeDocument(catalog, add('imprevision-ecartee', 'contrat-prestation'), sampleVariables);
  expect(clauses.map(({ id }) => id).filter((id) => id.startsWith('imprevision'))).toEqual(['imprevision-ecartee']);
});

test('a reinforced confidentiality takes the place of the usual one, with its references', () => {
  const { parts } = composeDocument(catalog, add('confidentialite-renforcee'), sampleVariables);
  const articles = parts[0]!.articles;
  expect(articles.filter(({ id }) => id.startsWith('confidentialite')).map(({ id }) => id)).toEqual([
    'confidentialite-renforcee',
  ]);
  expect(plainText(articles.find(({ id }) => id === 'confidentialite-renforcee')!.articles![0]!.blocks)).toContain(
    'secret des affaires',
  );
});

test('a clause of choice stands among the conditions of the mission: general terms keep their own clauses, in any edition', () => {
  const general = composeDocument(catalog, whole('conditions-generales'), sampleVariables).clauses.map(({ id }) => id);
  for (const { id } of catalog.clauses().filter(({ mandatory }) => mandatory === 'choice')) {
    const { parts } = composeDocument(catalog, add(id), { ...sampleVariables, terms: { ...canonicalTerms, ...chosen } });
    expect(
      parts.find(({ kind }) => kind === 'cgv')?.articles.map((article) => article.id),
      id,
    ).toEqual(general);
  }
});
