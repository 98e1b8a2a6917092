import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnchanged, redline, sameTypography, textAfter, textBefore } from './redline.ts';

const word = fc.constantFrom(
  'le',
  'Client',
  'l’été',
  'règle',
  '30',
  '45',
  'jours,',
  'd’un',
  'rendez-vous',
  '1 500,00 €',
  '¶',
  '(net).',
  '',
);
const sentence = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));

test('the number that changed is told apart from the words around it', () => {
  expect(redline('Le Client règle à 30 jours.', 'Le Client règle à 45 jours.')).toEqual([
    { kind: 'kept', text: 'Le Client règle à ' },
    { kind: 'removed', text: '30' },
    { kind: 'added', text: '45' },
    { kind: 'kept', text: ' jours.' },
  ]);
});

test('straight apostrophes and unbreakable spaces are no change', () => {
  expect(isUnchanged(redline("l'offre : 30 €", 'l’offre\u00a0: 30\u202f€'))).toBe(true);
});

describe('whatever the two texts', () => {
  test('a text compared with itself shows nothing', () => {
    fc.assert(fc.property(sentence, (text) => isUnchanged(redline(text, text))));
  });

  test('what is kept and what is added make the text after; what is kept and what is removed, the text before', () => {
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const line = redline(before, after);
        expect(textAfter(line)).toBe(sameTypography(after));
        expect(textBefore(line)).toBe(sameTypography(before));
      }),
      { numRuns: 500 },
    );
  });

  test('exchanging the two texts exchanges what is added and what is removed', () => {
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const words = (line: ReturnType<typeof redline>, kind: string) => line.filter((part) => part.kind === kind);
        const [there, back] = [redline(before, after), redline(after, before)];
        expect(words(there, 'added').map(({ text }) => text)).toEqual(words(back, 'removed').map(({ text }) => text));
        expect(words(there, 'kept')).toEqual(words(back, 'kept'));
      }),
      { numRuns: 500 },
    );
  });
});
