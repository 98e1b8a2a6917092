import { expect, test } from 'vitest';
import { linksIn, paragraphsOf } from './mail-text.ts';

test('the link of a message can be copied whole, without the punctuation around it', () => {
  expect(linksIn('Ouvrez http://127.0.0.1:8080/lien/abc-DEF_1. Ou (https://cadran.test/a?b=c).')).toEqual([
    'http://127.0.0.1:8080/lien/abc-DEF_1',
    'https://cadran.test/a?b=c',
  ]);
});

test('the same link twice is offered once', () => {
  expect(linksIn('http://a.test/x http://a.test/x')).toEqual(['http://a.test/x']);
});

test('a blank line separates paragraphs', () => {
  expect(paragraphsOf('Bonjour,\n\nVotre code.\n')).toEqual(['Bonjour,', 'Votre code.']);
});
