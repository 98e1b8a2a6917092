import { expect, test } from 'vitest';
import { articlesToInitial } from './articles-to-initial.ts';

const references = {
  'rendez-vous': 'article\u00a05',
  validation: 'article\u00a05.3',
  resiliation: 'article\u00a09',
  'prix-forfait': 'article\u00a07',
  planning: 'article\u00a03',
};
const said = (text: string) => [{ kind: 'paragraph', prose: [{ kind: 'text', text }] }];
const change = (id: string, number: string, more: object = {}) => ({
  kind: 'replaced' as const,
  id,
  number,
  title: null,
  part: 'Conditions particulières',
  blocks: said(`Le nouveau texte de ${number}.`),
  ...more,
});

test('a change inside a risk article is initialled under the number of that article, in its new words only', () => {
  const [one, ...others] = articlesToInitial({ articles: [change('validation', '5.3', { title: 'Validation' })], references });
  expect(others).toEqual([]);
  expect(one).toMatchObject({ id: 'rendez-vous', article: '5', label: 'Validation' });
  expect(one!.text).toContain('5.3 Validation\nLe nouveau texte de 5.3.');
});

test('an article that carries no such risk asks for no initials', () => {
  expect(articlesToInitial({ articles: [change('planning', '3')], references })).toEqual([]);
});

test('a risk article that goes is initialled as well, and so is one that refers to another, by its name', () => {
  const xref = [{ kind: 'paragraph', prose: [{ kind: 'xref', to: 'resiliation' }] }];
  const initialled = articlesToInitial({
    articles: [change('resiliation', '9', { kind: 'removed', blocks: [] }), change('prix-forfait', '7', { blocks: xref })],
    references,
  });
  expect(initialled.map(({ id, text }) => [id, text])).toEqual([
    ['resiliation', 'Cet article est supprimé du contrat.'],
    ['prix-forfait', 'article\u00a09'],
  ]);
});
