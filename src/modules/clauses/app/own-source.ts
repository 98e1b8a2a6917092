import { parse as parseYaml, stringify } from 'yaml';
import type { ClauseEffect, GoldenExample } from '../domain/clause.ts';

/** A clause as its author writes it: its properties as fields, its text apart. */
export type ClauseDraft = {
  title: string;
  summary: string;
  risk: 'haut' | 'moyen' | 'faible';
  reviewBefore: string;
  mandatory: 'always' | 'choice' | { when: string };
  effects: readonly ClauseEffect[];
  requires: readonly string[];
  excludes: readonly string[];
  replaces: readonly string[];
  sources: readonly string[];
  examples: readonly GoldenExample[];
  body: string;
};

/** The file of a clause from what its author wrote, under the same names as the library's own files. */
export const sourceOf = (id: string, version: number, { body, reviewBefore, ...draft }: ClauseDraft): string =>
  `---\n${stringify({ id, version, ...draft, review_before: reviewBefore }, { lineWidth: 0 })}---\n${body.replaceAll('\r\n', '\n')}`;

/** The same file as fields again. What is not there has its usual value. */
export const draftOf = (source: string): ClauseDraft => {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const { title, summary, risk, review_before, mandatory, effects, requires, excludes, replaces, sources, examples } = (parseYaml(
    yaml,
  ) ?? {}) as Partial<ClauseDraft> & { review_before?: string };
  return {
    title: title ?? '',
    summary: summary ?? '',
    risk: risk ?? 'moyen',
    reviewBefore: review_before ?? '',
    mandatory: mandatory ?? 'always',
    effects: effects ?? [],
    requires: requires ?? [],
    excludes: excludes ?? [],
    replaces: replaces ?? [],
    sources: sources ?? [],
    examples: (examples ?? []).map((example) => ({ ...example, terms: example.terms ?? {}, says: example.says ?? [] })),
    body,
  };
};

const unaccented = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** A stable id from a title: « Pénalités de retard » → 'propre-penalites-de-retard', then '-2' if it is taken. */
export const newTextId = (title: string, isTaken: (id: string) => boolean): string => {
  const slug = unaccented(title.replaceAll('œ', 'oe').replaceAll('Œ', 'Oe'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
  const base = `propre-${slug || 'texte'}`;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!isTaken(id)) return id;
  }
};
