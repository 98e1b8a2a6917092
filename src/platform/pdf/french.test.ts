import { expect, test } from 'vitest';
import { frenchTypography, typeset } from './french.ts';

test.each([
  ["l'appel : refusé ?", 'l’appel\u00A0: refusé\u00A0?'],
  ['« Bon pour accord »', '«\u00A0Bon pour accord\u00A0»'],
  ['1 600 € HT, 20 %', '1\u00A0600\u00A0€ HT, 20\u00A0%'],
  ['de 9 h 30 à 12 h 00', 'de 9\u00A0h\u00A030 à 12\u00A0h\u00A000'],
  ["article 4.2 et n° 12 de l'annexe", 'article\u00A04.2 et n°\u00A012 de l’annexe'],
  ['https://exemple.fr/devis', 'https://exemple.fr/devis'],
])('%s is set as French printers do', (typed, printed) => {
  expect(frenchTypography(typed)).toBe(printed);
});

test('what a person accepted, typed or sent is printed letter for letter', () => {
  const said = { consentText: "J'accepte : oui ?", email: "o'neil@exemple.fr", userAgent: 'Agent ; 1 2' };
  expect(typeset(said)).toEqual(said);
});

test('an instant is printed at the hour of Paris, in winter and in summer', () => {
  expect(typeset({ at: '2026-03-05T09:00:12.000Z' })).toEqual({ at: '2026-03-05T10:00:12+01:00' });
  expect(typeset(['2026-04-05T22:30:00.000Z'])).toEqual(['2026-04-06T00:30:00+02:00']);
});

test('a word longer than a column may break; a hash never does', () => {
  expect(typeset('a'.repeat(60))).toContain('\u200B');
  expect(typeset('a'.repeat(64))).toBe('a'.repeat(64));
});
