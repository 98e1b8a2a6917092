import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from './messages.ts';

const source = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync(['modules/*/ui/**/*messages*.ts', 'web/**/*{messages,words}.ts'], { cwd: source }).filter(
  (file) => !/\.test\.|web\/i18n\/messages\.ts$/.test(file),
);

const catalogues: { file: string; catalogue: Catalogue }[] = [];
for (const file of files.sort()) {
  const exported = (await import(pathToFileURL(`${source}${file}`).href)) as Record<string, unknown>;
  for (const value of Object.values(exported)) {
    if (value && typeof value === 'object' && 'fr' in value && 'en' in value)
      catalogues.push({ file, catalogue: value as Catalogue });
  }
}

const named = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [element.value, ...Object.values(element.options).flatMap((option) => named(option.value))];
    return 'children' in element ? named(element.children) : [element.value];
  });
const argumentsOf = (sentence: string): string[] => [...new Set(named(parse(sentence)))].sort();
const literals = (elements: readonly MessageFormatElement[]): string =>
  elements
    .map((element) =>
      element.type === TYPE.literal
        ? element.value
        : 'options' in element
          ? Object.values(element.options)
              .map((option) => literals((option as { value: MessageFormatElement[] }).value))
              .join(' ')
          : '…',
    )
    .join('');

// What a French typographer would mark: straight apostrophes and quotes, and a breakable or missing space where the language glues.
const blemishes: [string, RegExp][] = [
  ['apostrophe droite', /[a-zà-ÿ]'[a-zà-ÿ]/i],
  ['guillemets droits', /"/],
  ['espace sécable devant ; : ? ! »', / [;:?!»]/],
  ['espace manquante devant ; ? !', /[a-zà-ÿ0-9)…»][;?!](?!\w)/i],
  ['espace manquante devant deux-points', /[a-zà-ÿ)»](?<!https?):(?=\s|$)/i],
  ['espace insécable manquante après «', /«[^\u00a0\u202f]/],
  ['point d’exclamation', /!/],
  ['points de suspension en trois points', /\.\.\./],
];

// Each language is offered under its own name.
const namesOfLanguages = ['English', 'Français'];

test('there are catalogues to read', () => expect(catalogues.length).toBeGreaterThan(3));

describe.each(catalogues)('$file', ({ catalogue }) => {
  test('every sentence asks for the same values in both languages', () => {
    for (const [key, sentence] of Object.entries(catalogue.fr))
      expect({ key, values: argumentsOf(catalogue.en[key]!) }).toEqual({ key, values: argumentsOf(sentence) });
  });

  test('French sentences follow French typography', () => {
    const marked = Object.entries(catalogue.fr).flatMap(([key, sentence]) => {
      const text = literals(parse(sentence));
      return blemishes.filter(([, pattern]) => pattern.test(text)).map(([name]) => `${key}: ${name}: ${sentence}`);
    });
    expect(marked).toEqual([]);
  });

  test('no French sentence is left in English, nor the reverse', () => {
    const strangers = (sentences: Readonly<Record<string, string>>, foreign: RegExp) =>
      Object.values(sentences).filter(
        (sentence) => !namesOfLanguages.includes(sentence) && foreign.test(literals(parse(sentence)).replace(/“[^”]*”/g, '')),
      );
    expect(strangers(catalogue.en, /[èêçœûîâ]|\b(le|les|des|une|vous|est|sont|pour|avec)\b/i)).toEqual([]);
    expect(strangers(catalogue.fr, /\b(the|and|you|your|with|is|are|please)\b/i)).toEqual([]);
  });
});
