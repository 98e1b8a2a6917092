import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, prefixQuery, searchWords, snippetOf } from './search-words.ts';

const shown = (text: string, question: string) =>
  snippetOf(text, searchWords(question))
    .map(({ text: piece, found }) => (found ? `[${piece}]` : piece))
    .join('');

test('accents, capitals and apostrophes do not matter when one searches', () => {
  expect(folded('Résiliation : l’Œuvre À 14\u00a0h')).toBe("resiliation : l'ouvre a 14 h");
  expect(searchWords('RÉSILIATION, DEV-2026-0001')).toEqual(['resiliation', 'dev', '2026', '0001']);
});

test('a word is found by its beginning, never by its middle', () => {
  expect(prefixQuery(['resil', '0001'])).toBe("'resil':* & '0001':*");
  expect(shown('Une clause de résiliation anticipée.', 'résil antici')).toBe('Une clause de [résil]iation [antici]pée.');
  expect(shown('Irrésiliable', 'résil')).toBe('Irrésiliable');
});

test('a long text is cut around what was found, at a word', () => {
  const text = `${'Rien à voir ici. '.repeat(30)}Le préavis est de quinze jours. ${'Et la suite. '.repeat(40)}`;
  const snippet = shown(text, 'preavis');
  expect(snippet).toContain('Le [préavis] est de quinze jours.');
  expect(snippet.length).toBeLessThan(320);
  expect(snippet.startsWith('… ') && snippet.endsWith(' …')).toBe(true);
});

test('whatever is typed, the question is safe for the database and the text shown is the text kept', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      (question, text) => {
        const words = searchWords(question);
        expect(words.every((word) => /^[\p{L}\p{N}]+$/u.test(word))).toBe(true);
        const pieces = snippetOf(text, words, 400);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC').replace(/\s+/g, ' '));
      },
    ),
  );
});
