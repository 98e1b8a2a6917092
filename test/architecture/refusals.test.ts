import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Refusal, type Refusals, refusalSentence } from '../../src/shared/refusal.ts';

/** Every "no" that a person may read, in both languages: screens are read by src/web/i18n/catalogues.test.ts. */

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const catalogues: { file: string; refusals: [string, Refusal][] }[] = [];
for (const file of globSync(['modules/*/refusals.ts', 'platform/*/refusals.ts'], { cwd: source }).sort()) {
  const exported = (await import(pathToFileURL(source + file).href)) as Record<string, unknown>;
  for (const value of Object.values(exported)) {
    const entries = Object.entries((value ?? {}) as Refusals);
    if (entries.length && entries.every(([, one]) => one && typeof one === 'object' && 'fr' in one && 'en' in one))
      catalogues.push({ file, refusals: entries });
  }
}

// Sentences are asked with plausible facts: a moment, a date, a few words of the business, a number anywhere else.
const words: Record<string, unknown> = {
  criteria: ['un', 'deux'],
  codes: ['un', 'deux'],
  fields: ['un', 'deux'],
  labels: ['un', 'deux'],
  left: ['un', 'deux'],
  findings: [{ fr: 'Le prix manque.', en: 'The price is missing.' }],
  field: 'company',
  status: 'closed',
};
const plausible = (name: string): unknown => {
  if (name in words) return words[name];
  if (/(^|[a-z])(At|By|until|from|since)$/i.test(name)) return '2026-03-16T09:00:00.000Z';
  return /(On|day|date|Through)$/i.test(name) ? '2026-03-16' : 3;
};
const facts = new Proxy({} as Record<string, unknown>, { get: (_, name) => plausible(String(name)) });
const said = (refusal: Refusal, language: 'fr' | 'en'): string => refusalSentence(refusal, language, facts);

test('there are catalogues to read', () => expect(catalogues.length).toBeGreaterThan(8));

describe.each(catalogues)('$file', ({ refusals }) => {
  test('each says a whole sentence in both languages', () => {
    for (const [code, refusal] of refusals) {
      expect({ code, fr: said(refusal, 'fr').length > 10 || said(refusal, 'fr') === '3' }).toEqual({ code, fr: true });
      expect({ code, en: said(refusal, 'en').length > 10 || said(refusal, 'en') === '3' }).toEqual({ code, en: true });
    }
  });

  test('French follows French typography, and holds no English', () => {
    const wrong = refusals.filter(([, one]) => {
      const text = said(one, 'fr');
      return (
        / [;:?!»]/.test(text) ||
        /[a-zà-ÿ]'[a-zà-ÿ]/i.test(text) ||
        /«[^\u00a0\u202f]/.test(text) ||
        /\b(the|and|you|your|with|is|are|please)\b/i.test(text)
      );
    });
    expect(wrong.map(([code, one]) => `${code}: ${said(one, 'fr')}`)).toEqual([]);
  });

  test('English holds no French', () => {
    const wrong = refusals.filter(([, one]) => /[èêçœûîâ]|\b(le|les|des|une|vous|est|sont|pour|avec)\b/i.test(said(one, 'en')));
    expect(wrong.map(([code, one]) => `${code}: ${said(one, 'en')}`)).toEqual([]);
  });
});
