import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { civilDate } from '../../../shared/time.ts';
import { type ClauseSelection, selectionOfForm } from '../../clauses/index.ts';
import { builtInCatalog } from '../../clauses/queries.ts';
import type { DraftTerms } from '../../contracts/index.ts';
import { checkConditions } from './check-conditions.ts';

const catalog = builtInCatalog();
const usual = selectionOfForm(catalog, 'devis');
const rulesOf = (selection: ClauseSelection) =>
  checkConditions(canonicalTerms as DraftTerms, {
    form: 'devis',
    today: civilDate('2026-03-02'),
    validUntil: civilDate('2026-03-31'),
    vatRegime: 'real',
    catalog,
    selection,
    variablesOf: (terms) => ({
      terms,
      number: 'DEV-2026-0001',
      provider: { name: 'Camille Durand' },
      client: { name: 'Ateliers Martin' },
      document: { form: 'devis' },
    }),
    asAgreed: true,
  }).findings.map(({ rule }) => rule);

test('agreed conditions that the clauses word, all of them, may be sent', () => {
  expect(rulesOf(usual)).toEqual([]);
});

test('a clause agreed in words that no longer say what the product applies is a hidden rule', () => {
  const source = 'Les parties conviennent des appels au fil de la mission.\n';
  const negotiated = [{ clauseId: 'appels', title: 'Appels', source }];
  expect(rulesOf({ ...usual, negotiated })).toContain('hidden_rule');
});
