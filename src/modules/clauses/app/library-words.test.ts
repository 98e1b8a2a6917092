import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { clauseFamilies } from '../domain/clause.ts';
import { readClauses } from './built-in-catalog.ts';

const { current } = readClauses();
const legalSources = readFileSync(path.join(import.meta.dirname, '../../../../docs/legal-sources.md'), 'utf8');

/** Words that each side may read as it likes: the lexicon that the audit holds against other people’s contracts (rule V01). */
const vague =
  /\betc\b|\benviron\b|\braisonnables?\b|\bsi (nécessaire|besoin)\b|\bau besoin\b|le cas échéant|dans les (meilleurs|plus brefs) délais|dès que possible|au plus vite|\brégulièrement\b|\bponctuellement\b|(selon|en fonction d|suivant) (les |des )?besoins|au feeling|hautement qualifié|très qualifié|\bau mieux\b|plus ou moins|approximativement|\bsuffisamment\b|\bet\/ou\b|\bnotamment\b/i;

/** The sentences of a clause that break a rule of writing, with its file. */
const sentencesOf = ({ file, title, summary, body }: (typeof current)[number]) =>
  [title, summary, ...body.split(/(?<=[.;:])\s|\n/)].map((sentence) => `${file}: ${sentence.trim()}`);
const broken = (rule: RegExp) =>
  current.flatMap(sentencesOf).filter((sentence) => rule.test(sentence.slice(sentence.indexOf(':'))));

describe('how our own clauses are written', () => {
  test('no vague word, no « et/ou »', () => {
    expect(broken(vague)).toEqual([]);
  });

  test('a defined word keeps its capital everywhere', () => {
    // The sentence of a mise en demeure keeps the words of article 1226.
    const lawsWords = /en droit de résoudre le contrat/;
    expect(
      broken(/\b([Ll]e|[Dd]u|[Aa]u) (prestataire|client|journal|contrat)\b(?! de |-)/).filter((words) => !lawsWords.test(words)),
    ).toEqual([]);
    expect(broken(/\b([Ll]es|[Dd]es|[Aa]ux|[Cc]haque|[Aa]ucune|l’autre) parties?\b/)).toEqual([]);
  });

  test('no article of the agreement is numbered by hand: references follow the clause', () => {
    expect(broken(/\barticles? \d+(?!.{0,40}(du Code|du RGPD))/)).toEqual([]);
  });

  test('French typography: curved apostrophes, no straight quotation mark', () => {
    expect(broken(/[a-zà-ÿ]'[a-zà-ÿ]/i)).toEqual([]);
  });

  test('sentences stay short: none over sixty words outside its lists', () => {
    const long = current.flatMap(sentencesOf).filter((sentence) => sentence.replace(/\{%.*?%\}/g, 'x').split(/\s+/).length > 60);
    expect(long).toEqual([]);
  });
});

test('every family has its clauses, and there are more than fifty', () => {
  expect(clauseFamilies.filter((family) => !current.some((clause) => clause.family === family))).toEqual([]);
  expect(current.length).toBeGreaterThan(50);
});

test('every clause cites a source, and docs/legal-sources.md says what each source says', () => {
  expect(current.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([]);
  const cited = new Set(current.flatMap(({ sources }) => sources.map((source) => source.split(', paragraphe')[0]!)));
  expect([...cited].filter((source) => !legalSources.includes(`| ${source} |`))).toEqual([]);
});

test('every clause is summed up in one sentence and has a date to be read again', () => {
  for (const { id, summary, reviewBefore } of current) {
    expect(summary, id).toMatch(/^[A-ZÀÉÔŒ«].{10,140}[.]$/);
    expect(reviewBefore > '2026-11-22', id).toBe(true);
  }
});
