import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import { builtInCatalog, resolveClause } from '../../clauses/queries.ts';
import { withTerm } from '../domain/term-values.ts';
import { rewritableSentences, rewriteClause } from './rewrite-clause.ts';

const paiement = builtInCatalog().clause('paiement')!;
const reading = { variables: { terms: canonicalTerms }, numbers: new Map<string, string>() };
const sentences = rewritableSentences(paiement, reading);
const delai = sentences.find(({ passageId }) => passageId === 'delai')!;
const printed = (body: string, terms: unknown = canonicalTerms) =>
  JSON.stringify(resolveClause({ id: 'paiement', body }, { terms }));
const edited = (after: string) => rewriteClause(paiement, [{ passageId: 'delai', before: delai.text, after }], reading);

test('a sentence is rewritten in place and nothing else of the clause moves', () => {
  const rewritten = edited(
    delai.text.replace('L’acompte est payable à réception', 'L’acompte est payable sous huit jours dès réception'),
  );
  expect(rewritten).toMatchObject({ ok: true });
  if (!rewritten.ok) return;
  expect(printed(rewritten.body)).toContain('sous huit jours dès réception');
  expect(printed(rewritten.body)).toContain('indemnité forfaitaire');
});

test('what the conditions say in the sentence stays a condition: another delay is printed when the condition changes', () => {
  const rewritten = edited(`${delai.text} Le Client vérifie chaque facture.`);
  if (!rewritten.ok) throw new Error(rewritten.code);
  expect(printed(rewritten.body, withTerm(canonicalTerms, 'payment.delay.days', 45))).toContain('45 jours fin de mois');
});

describe('refused', () => {
  test('a text that drops a value: it is changed on the condition', () => {
    expect(edited('Les factures sont payables quand le Client le peut.')).toMatchObject({ ok: false, code: 'value_lost' });
  });
  test('a passage that is no longer there', () => {
    expect(rewriteClause(paiement, [{ passageId: 'delai', before: 'Autre texte.', after: 'Neuf.' }], reading)).toMatchObject({
      ok: false,
      code: 'text_not_found',
    });
  });
  test('a text that names a variable', () => {
    expect(edited(`{% $terms.payment.means %} ${delai.text}`)).toMatchObject({ ok: false, code: 'text_not_well_formed' });
  });
});

test.each(['# Titre ', '<b>gras</b> ', '*gras* '])('markup that a person types is printed as it is typed: %s', (markup) => {
  const rewritten = edited(markup + delai.text);
  if (!rewritten.ok) throw new Error(rewritten.code);
  expect(printed(rewritten.body)).toContain(markup.trim());
});

test('every sentence of every clause that can be rewritten is found again, and rewriting it as it is changes nothing', () => {
  for (const clause of builtInCatalog().clauses())
    for (const { passageId, text } of rewritableSentences(clause, reading)) {
      const same = rewriteClause(clause, [{ passageId, before: text, after: text }], reading);
      expect(same, `${clause.id} ${text}`).toMatchObject({ ok: true });
    }
});
