import { expect, test } from 'vitest';
import { catalogWith } from '../domain/catalog.ts';
import { selectionOf } from '../domain/choose-clauses.ts';
import type { ClauseSelection } from '../domain/document-model.ts';
import type { Article } from '../domain/prose.ts';
import { articleText, plainly } from '../documents/plain-text.ts';
import { builtInCatalog } from './built-in-catalog.ts';
import { type ComposedDocument, composeDocument, composeFrozen } from './compose-document.ts';
import { parseClause } from './read-clause.ts';
import { sampleVariables } from './sample-variables.ts';

const catalog = builtInCatalog();
const model = selectionOf('devis-prospection', catalog.model('devis-prospection')!.version);
const articlesOf = ({ parts }: ComposedDocument): readonly Article[] => parts.flatMap((part) => part.articles);
const wordsOf = (document: ComposedDocument) => plainly(articlesOf(document).map(articleText).join('\n'));
const own = (body: string, version = 1) =>
  parseClause(
    `---\nid: propre-paiement\nversion: ${version}\ntitle: Paiement convenu\nsummary: Essai.\nmandatory: choice\nreplaces: [paiement]\nrisk: haut\nreview_before: 2027-11-22\n---\n${body}`,
    { family: 'socle', file: 'propre-paiement', origin: 'own' },
  );
const articles = catalog.clause('paiement')!.body;

test('a clause that replaces another takes its place and its number, and references to the first land on it', () => {
  const withOwn = catalogWith(catalog, [own(`${articles}\n## Lieu {% #lieu %}\n\nÀ Nantes.`)]);
  const selection: ClauseSelection = { ...model, added: [{ clauseId: 'propre-paiement', partId: 'contrat' }] };
  const before = composeDocument(catalog, model, sampleVariables);
  const after = composeDocument(withOwn, selection, sampleVariables);
  expect(after.problems).toEqual([]);
  const numberIn = (document: ComposedDocument, id: string) => articlesOf(document).find((article) => article.id === id)?.number;
  expect(numberIn(after, 'propre-paiement')).toBe(numberIn(before, 'paiement'));
  expect(numberIn(after, 'paiement')).toBeUndefined();
  expect(JSON.stringify(after.parts)).not.toContain('"to":"paiement"');
});

test('words agreed with one client stand in the place of the library’s, and travel whole in what is frozen', () => {
  const agreed = {
    clauseId: 'paiement',
    title: 'Paiement',
    source: `${articles}\n## Usage {% #usage %}\n\nLe Client paie le mardi.`,
  };
  const composed = composeDocument(catalog, { ...model, negotiated: [agreed] }, sampleVariables);
  expect(wordsOf(composed)).toContain('Le Client paie le mardi.');
  const reference = composed.clauses.find(({ id }) => id === 'paiement')!;
  expect(reference.source).toContain('Le Client paie le mardi.');
  const content = { selection: { ...model, negotiated: [agreed] }, clauses: composed.clauses };
  expect(composeFrozen(catalog, content, sampleVariables).parts).toEqual(composed.parts);
});

test('a sent document is read again from the versions that it froze, whatever is published since', () => {
  const then = catalogWith(catalog, [own('Payable au comptant.')]);
  const selection: ClauseSelection = { ...model, added: [{ clauseId: 'propre-paiement', partId: 'contrat' }] };
  // This text words no delay: what is asked here is only that it is read again as it was.
  const sent = composeDocument(then, selection, sampleVariables);
  const [old, next] = [own('Payable au comptant.'), own('Payable à la lune.', 2)];
  const now = {
    ...catalog,
    clause: (id: string, version?: number) => (id === old.id ? (version === 1 ? old : next) : catalog.clause(id, version)),
  };
  expect(wordsOf(composeFrozen(now, { selection, clauses: sent.clauses }, sampleVariables))).toContain('Payable au comptant.');
});

test('signed words that are no longer those that were signed are refused, never replaced', () => {
  const sent = composeDocument(catalog, model, sampleVariables);
  const changed = sent.clauses.map((clause, index) => (index === 0 ? { ...clause, sha256: 'autre' } : clause));
  expect(() => composeFrozen(catalog, { selection: model, clauses: changed }, sampleVariables)).toThrow('n’est plus lisible');
});
