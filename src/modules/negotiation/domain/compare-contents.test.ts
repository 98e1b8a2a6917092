import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalTerms } from '../../../demo/canonical-terms.ts';
import type { Article, DocumentPart } from '../../clauses/index.ts';
import { termWords } from '../documents/term-words.ts';
import type { ComparedDocument } from './comparison.ts';
import { isSame } from './comparison.ts';
import { compareClauses } from './compare-clauses.ts';
import { compareContents } from './compare-contents.ts';
import { movedItems } from './moved-items.ts';
import { textAfter } from './redline.ts';
import { withTerm } from './term-values.ts';

const article = (id: string, number: string, text: string, inner: Article[] = []): Article => ({
  id,
  number,
  title: `Titre ${id}`,
  blocks: [{ kind: 'paragraph', prose: [{ kind: 'text', text }] }],
  articles: inner,
});
const body = (...articles: Article[]): DocumentPart[] => [
  { id: 'contrat', kind: 'body', title: 'Contrat', versionLine: null, articles },
];
const documentOf = (over: Partial<ComparedDocument> = {}): ComparedDocument => ({
  terms: canonicalTerms,
  parts: body(article('objet', '1', 'La mission.'), article('prix', '2', 'Le prix est de 1 000 €.')),
  articles: { 'payment.delay': '8.1' },
  ...over,
});
const statuses = (before: DocumentPart[], after: DocumentPart[]) =>
  compareClauses(before, after).map(({ id, status, moved }) => `${id} ${status}${moved ? ' moved' : ''}`);

test('a document compared with itself changes nothing', () => {
  expect(isSame(compareContents(documentOf(), documentOf(), termWords))).toBe(true);
});

test('a longer payment delay is one line, in the words of the contract, with its article', () => {
  const after = documentOf({ terms: withTerm(canonicalTerms, 'payment.delay.days', 45) });
  expect(compareContents(documentOf(), after, termWords).terms).toEqual([
    {
      path: 'payment.delay',
      heading: 'payment',
      label: 'Délai de règlement',
      article: '8.1',
      removed: ['à 30 jours fin de mois'],
      added: ['à 45 jours fin de mois'],
    },
  ]);
});

test('of a list, only what left and what joined it is told', () => {
  const [first, second] = canonicalTerms.scope.excluded;
  const after = documentOf({ terms: withTerm(canonicalTerms, 'scope.excluded', [first, second, 'Appels le soir']) });
  expect(compareContents(documentOf(), after, termWords).terms).toMatchObject([
    { path: 'scope.excluded', removed: ['Appels de particuliers'], added: ['Appels le soir'] },
  ]);
});

describe('what becomes of a clause', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id, index) => article(id, String(index + 1), `Texte ${id}.`)) as [
    Article,
    Article,
    Article,
  ];

  test('put first, it alone has moved', () => {
    expect(statuses(body(a, b, c), body(c, a, b))).toEqual(['c moved moved', 'a unchanged', 'b unchanged']);
  });
  test('added and removed are told where they stand', () => {
    expect(statuses(body(a, b), body(a, c))).toEqual(['a unchanged', 'b removed', 'c added']);
  });
  test('rewritten, its words are shown, and only theirs', () => {
    const [change] = compareClauses(body(a), body({ ...a, blocks: article('a', '1', 'Texte neuf.').blocks }));
    expect(change).toMatchObject({ status: 'modified', passages: [{ id: 'a' }] });
    expect(textAfter(change!.passages[0]!.redline)).toBe('Texte neuf.');
  });
  test('a reference to an article that was only renumbered is no change', () => {
    const citing: Article = { ...a, blocks: [{ kind: 'paragraph', prose: [{ kind: 'xref', to: 'c' }] }] };
    expect(statuses(body(citing, b, c), body(citing, { ...c, number: '2' }))).toEqual([
      'a unchanged',
      'b removed',
      'c unchanged',
    ]);
  });
});

describe('whatever the two documents', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 7 });
  const text = fc.constantFrom('Un texte.', 'Un autre texte.', 'Un texte plus long, avec 30 jours.');
  const parts = fc
    .tuple(ids, fc.array(text, { minLength: 7, maxLength: 7 }))
    .map(([order, texts]) => body(...order.map((id, index) => article(id, String(index + 1), texts[index]!))));

  test('the clauses after, read in the comparison, are the document after', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const changes = compareClauses(before, after);
        expect(changes.filter(({ status }) => status !== 'removed').map(({ id }) => id)).toEqual(
          after[0]!.articles.map(({ id }) => id),
        );
      }),
    );
  });

  test('exchanging them exchanges added and removed, and leaves the rest', () => {
    const swap = { added: 'removed', removed: 'added', modified: 'modified', moved: 'moved', unchanged: 'unchanged' } as const;
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const there = new Map(compareClauses(before, after).map(({ id, status }) => [id, status]));
        const back = new Map(compareClauses(after, before).map(({ id, status }) => [id, swap[status]]));
        expect(back).toEqual(there);
      }),
    );
  });

  test('what did not move keeps its order, and no smaller set of moves explains it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdefg']), (after) => {
        const before = [...'abcdefg'];
        const moved = movedItems(before, after);
        const kept = (order: string[]) => order.filter((id) => !moved.has(id) && after.includes(id));
        expect(kept(before)).toEqual(kept(after));
      }),
    );
    expect(movedItems([...'abcdefg'], [...'gabcdef']).size).toBe(1);
  });
});
