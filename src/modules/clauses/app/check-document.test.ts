import { expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { catalogWith } from '../domain/catalog.ts';
import { selectionOf } from '../domain/choose-clauses.ts';
import type { ClauseSelection } from '../domain/document-model.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { checkDocument } from './check-document.ts';
import { termsRead } from './compose-document.ts';
import { parseClause } from './read-clause.ts';

const parties = {
  provider: { name: 'Camille Dupré EI', siret: '00000000000000', address: { line1: '1 rue', postCode: '75001', city: 'Paris' } },
  client: { name: 'Œuvre & Fils SAS', signatory: { name: 'A. Œuvre', email: 'a@exemple.fr' } },
  number: 'DEV-2026-0001',
  document: { form: 'devis', title: 'Mission', issuedOn: '2026-03-02', validUntil: '2026-04-01' },
};
const variables = (terms: unknown = canonicalTerms) => ({ ...parties, terms });
const catalog = builtInCatalog();
const clause = (id: string, head: string, body = 'Texte.') =>
  parseClause(
    `---\nid: ${id}\ntitle: Clause ${id}\nsummary: Essai.\nrisk: moyen\nreview_before: 2027-11-22\n${head}---\n${body}`,
    {
      family: 'socle',
      file: `${id}.md`,
    },
  );
const model = selectionOf('devis-prospection', catalog.model('devis-prospection')!.version);
const add = (...ids: string[]): ClauseSelection => ({
  ...model,
  added: ids.map((clauseId) => ({ clauseId, partId: 'contrat' })),
});
const rules = (of = catalog, selection = model, terms: unknown = canonicalTerms) =>
  checkDocument(of, selection, variables(terms), { isWhole: terms === canonicalTerms }).map(({ rule, path, clauseId }) =>
    [rule, clauseId, path].filter(Boolean).join(' '),
  );

test.each(catalog.models().filter(({ form }) => ['devis', 'contrat', 'lettre-de-mission'].includes(form)))(
  'the built-in model $id is complete both ways: no rule without words, no effect without its terms',
  ({ id, version }) => {
    expect(checkDocument(catalog, selectionOf(id, version), variables(), { isWhole: true }).map(({ fr }) => fr)).toEqual([]);
  },
);

test('a rule that no clause says may not be enforced: the document is refused and the rule is named', () => {
  const silent = catalogWith(catalog, [clause('appels', 'version: 9\n', 'Le Prestataire appelle.')]);
  const found = checkDocument(silent, model, variables(), { isWhole: true });
  expect(found.filter(({ rule }) => rule === 'hidden_rule').map(({ path }) => path)).toContain('calling.slots');
  expect(found.find(({ path }) => path === 'calling.slots')).toMatchObject({ heading: 'planning' });
  expect(found.find(({ path }) => path === 'calling.slots')?.fr).toContain('le contrôle avant appel');
});

test('a clause that announces an effect without its terms keeps the document here, and says which clause', () => {
  const terms = { ...canonicalTerms, payment: { ...canonicalTerms.payment, penalty: null } };
  const effective = catalogWith(catalog, [clause('essai', 'mandatory: choice\neffects: [payment]\n')]);
  expect(rules(effective, add('essai'), terms)).toContain('effect_without_terms essai payment.penalty');
});

test('a clause that would print a hole is told with its term, not discovered in the document', () => {
  const needy = catalogWith(catalog, [
    clause('essai', 'mandatory: choice\n', '{% integer($terms.nonSolicitation.months) %} mois.'),
  ]);
  expect(rules(needy, add('essai'))).toEqual(['clause_without_term essai nonSolicitation.months']);
});

test('what cannot stand together is told: missing, excluded, circular, mandatory', () => {
  const set = catalogWith(catalog, [
    clause('seule', 'mandatory: choice\nrequires: [absente]\n'),
    clause('jour', 'mandatory: choice\nexcludes: [nuit]\n'),
    clause('nuit', 'mandatory: choice\n'),
    clause('oeuf', 'mandatory: choice\nrequires: [poule]\n'),
    clause('poule', 'mandatory: choice\nrequires: [oeuf]\n'),
  ]);
  expect(rules(set, add('seule'))).toEqual(['required_clause_missing seule']);
  expect(rules(set, add('jour', 'nuit'))).toEqual(['excluded_together jour']);
  expect(rules(set, add('oeuf', 'poule'))).toEqual(['circular_requirement oeuf']);
  expect(rules(set, { ...model, removed: ['independance'] })).toContain('mandatory_removed independance');
  expect(rules(set, add('inconnue'))).toEqual(['unknown_clause inconnue']);
});

test('the form asks the terms of the chosen clauses, and of no other', () => {
  const extra = catalogWith(catalog, [
    clause(
      'essai',
      'mandatory: choice\n',
      '{% if present($terms.nonSolicitation) %}{% integer($terms.nonSolicitation.months) %} mois.{% /if %}',
    ),
  ]);
  expect(termsRead(extra, model, variables())).not.toContain('nonSolicitation.months');
  expect(termsRead(extra, add('essai'), variables())).toContain('nonSolicitation.months');
});
