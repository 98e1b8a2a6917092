import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { type Terms, wordsOfFramework } from '../../contracts/index.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { selectionOf } from '../domain/choose-clauses.ts';
import { checkDocument } from './check-document.ts';
import { composeDocument } from './compose-document.ts';
import { sampleVariables } from './sample-variables.ts';

const catalog = builtInCatalog();
const whole = (id: string) => selectionOf(id, catalog.model(id)!.version);
const { calling, appointments, payment, termination, liability } = canonicalTerms;
const shared = {
  calling: { slots: calling.slots, attemptsPerProspect: calling.attemptsPerProspect },
  appointments: { review: appointments.review },
  payment,
  termination,
  liability,
};
const cadre = composeDocument(catalog, whole('contrat-cadre'), { ...sampleVariables, terms: shared });
const reads = cadre.clauses.flatMap(({ id, version }) => catalog.clause(id, version)!.reads);
const under = (terms: Terms, words = wordsOfFramework(shared, cadre.articles, reads)) => ({
  ...sampleVariables,
  terms,
  framework: { number: 'CC-2026-0001', signedOn: '2026-01-15', words, holds: cadre.clauses.map(({ id }) => id) },
});
const order = (terms: Terms) => composeDocument(catalog, whole('bon-de-commande'), under(terms));
const idsOf = ({ clauses }: { clauses: readonly { id: string }[] }) => clauses.map(({ id }) => id);

test('what the framework words with the same value is not restated, and each condition has its article there', () => {
  const { articles, ...composed } = order(canonicalTerms);
  for (const id of ['commande-creneaux', 'commande-tentatives', 'paiement', 'resiliation', 'rgpd-instructions'])
    expect(idsOf(composed)).not.toContain(id);
  expect(articles['calling.slots']).toBe(`${cadre.articles['calling']} (CC-2026-0001)`);
  expect(articles['payment.delay']).toBe(`${cadre.articles['payment.delay']} (CC-2026-0001)`);
  expect(checkDocument(catalog, whole('bon-de-commande'), under(canonicalTerms), { isWhole: true }).map(({ fr }) => fr)).toEqual(
    [],
  );
});

test('what differs is restated in the order, under its own article', () => {
  const terms = { ...canonicalTerms, payment: { ...payment, delay: { days: 45, method: 'end_of_month_A' as const } } };
  const { articles, ...composed } = order(terms);
  expect(idsOf(composed)).toContain('paiement');
  expect(articles['payment.delay']).toMatch(/^\d+\.\d+$/);
  expect(articles['calling.slots']).toContain('CC-2026-0001');
});

test('a rule that neither the order nor its framework words is told', () => {
  const silent = {
    ...catalog,
    clause: (id: string, version?: number) => (id === 'commande-creneaux' ? undefined : catalog.clause(id, version)),
  };
  const hidden = (words?: []) =>
    checkDocument(silent, whole('bon-de-commande'), under(canonicalTerms, words))
      .filter(({ rule }) => rule === 'hidden_rule')
      .map(({ path }) => path);
  expect(hidden([])).toContain('calling.slots');
});

test('a reference to a clause that the framework says leads to its article there', () => {
  expect(JSON.stringify(order(canonicalTerms).parts)).toContain(
    `article\u00a0${cadre.articles['termination']} du contrat-cadre n°\u00a0CC-2026-0001`,
  );
});
