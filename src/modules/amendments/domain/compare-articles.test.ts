import { describe, expect, test } from 'vitest';
import type { Article, DocumentPart } from '../../clauses/index.ts';
import { compareArticles, keepNumbers } from './compare-articles.ts';

const article = (id: string, number: string, words: string, articles: Article[] = []): Article => ({
  id,
  number,
  title: id,
  blocks: words ? [{ kind: 'paragraph', prose: [{ kind: 'text', text: words }] }] : [],
  ...(articles.length ? { articles } : {}),
});
const body = (...articles: Article[]): DocumentPart[] => [
  { id: 'contrat', kind: 'body', title: 'Conditions particulières', versionLine: null, articles },
];
const before = body(
  article('objet', '1', 'Une mission.'),
  article('regles', '2', '', [article('controle', '2.1', 'Un contrôle.'), article('creneaux', '2.2', 'De 9 h à 18 h.')]),
  article('prix', '3', 'Cent euros.'),
);
const numbers = (parts: readonly DocumentPart[]) =>
  parts[0]!.articles.flatMap(({ number, id, articles = [] }) => [
    `${number} ${id}`,
    ...articles.map((one) => `${one.number} ${one.id}`),
  ]);
const told = (after: DocumentPart[]) =>
  compareArticles(before, keepNumbers(before, after, 1).parts).map(({ kind, number, id }) => `${kind} ${number} ${id}`);

describe('an amended contract keeps the numbers that people already cite', () => {
  test('words that change are one article replaced, under its own number', () => {
    const after = body(
      article('objet', '1', 'Une mission.'),
      article('regles', '2', '', [article('controle', '2.1', 'Un contrôle.'), article('creneaux', '2.2', 'De 9 h à 19 h.')]),
      article('prix', '3', 'Cent euros.'),
    );
    expect(told(after)).toEqual(['replaced 2.2 creneaux']);
  });

  test('an article that goes leaves its number behind, and those that follow keep theirs', () => {
    const after = body(article('objet', '1', 'Une mission.'), article('prix', '2', 'Cent euros.'));
    expect(told(after)).toEqual(['removed 2 regles']);
    expect(numbers(keepNumbers(before, after, 1).parts)).toEqual(['1 objet', '2 regles', '3 prix']);
  });

  test('an article that comes between two others takes the next free number, and its conditions are found there', () => {
    const after = body(
      article('objet', '1', 'Une mission.'),
      article('exclusivite', '2', 'Aucune.'),
      article('regles', '3', '', [article('controle', '3.1', 'Un contrôle.'), article('creneaux', '3.2', 'De 9 h à 18 h.')]),
      article('prix', '4', 'Cent euros.'),
    );
    expect(told(after)).toEqual(['added 4 exclusivite']);
    const { renumbered } = keepNumbers(before, after, 1);
    expect([renumbered.get('3.2'), renumbered.get('4'), renumbered.get('2')]).toEqual(['2.2', '3', '4']);
  });

  test('the number of a removed article is not given again by a later amendment', () => {
    const without = keepNumbers(
      before,
      body(article('objet', '1', 'Une mission.'), article('prix', '2', 'Cent euros.')),
      1,
    ).parts;
    const later = body(
      article('objet', '1', 'Une mission.'),
      article('prix', '2', 'Cent euros.'),
      article('budget', '3', 'Voté.'),
    );
    expect(numbers(keepNumbers(without, later, 2).parts)).toEqual(['1 objet', '2 regles', '3 prix', '4 budget']);
    expect(compareArticles(without, keepNumbers(without, later, 2).parts).map(({ kind, number }) => [kind, number])).toEqual([
      ['added', '4'],
    ]);
  });

  test('a sub-article taken away is cited alone', () => {
    const after = body(
      article('objet', '1', 'Une mission.'),
      article('regles', '2', '', [article('creneaux', '2.1', 'De 9 h à 18 h.')]),
      article('prix', '3', 'Cent euros.'),
    );
    expect(told(after)).toEqual(['removed 2.1 controle']);
  });

  test('nothing that stays as it was is cited', () => {
    expect(told(before)).toEqual([]);
  });
});
