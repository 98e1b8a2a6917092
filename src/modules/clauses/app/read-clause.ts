import { createHash } from 'node:crypto';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { termPaths } from '../../contracts/index.ts';
import { type Clause, clauseEffects, type ClauseFamily, type ClauseFault, clauseStates } from '../domain/clause.ts';
import { nearest } from '../domain/clause-variables.ts';
import { checkCondition, readText } from '../documents/check-clause-text.ts';
import { parseCondition } from '../documents/clause-syntax.ts';

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'des minuscules, des chiffres et des tirets' });

/** The front matter of a clause file, under its YAML names. What is absent has the usual value. */
const FrontMatter = z.strictObject({
  id: Id,
  version: z.int().positive().default(1),
  title: z.string().trim().min(1),
  summary: z.string().trim().min(1),
  mandatory: z.union([z.enum(['always', 'choice']), z.strictObject({ when: z.string() })]).default('always'),
  reads: z.array(z.string()).optional(),
  effects: z.array(z.enum(clauseEffects)).default([]),
  requires: z.array(Id).default([]),
  excludes: z.array(Id).default([]),
  replaces: z.array(Id).default([]),
  risk: z.enum(['haut', 'moyen', 'faible']),
  review: z.strictObject({ by: z.string(), capacity: z.string(), on: z.iso.date() }).nullable().default(null),
  review_before: z.iso.date(),
  sources: z.array(z.string()).default([]),
  state: z.enum(clauseStates).default('published'),
  examples: z
    .array(
      z.strictObject({
        title: z.string(),
        terms: z.record(z.string(), z.unknown()).default({}),
        says: z.array(z.string()).default([]),
        never: z.array(z.string()).optional(),
      }),
    )
    .default([]),
});

export type ReadClause = { clause: Clause; faults: readonly [] } | { clause: null; faults: readonly ClauseFault[] };
type Shelf = { family: ClauseFamily; file: string; origin?: Clause['origin'] };

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads a clause from its file: the clause, or every fault with its line. Never both. */
export const readClause = (source: string, { family, file, origin = 'built-in' }: Shelf): ReadClause => {
  const faults: ClauseFault[] = [];
  const add = (line: number, fr: string, en: string) => faults.push({ file, line, fr, en });
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n'));
  if (!match) {
    add(
      1,
      'une clause commence par ses propriétés, entre deux lignes « --- »',
      'a clause starts with its properties between two --- lines',
    );
    return { clause: null, faults };
  }
  const [, yaml = '', body = ''] = match;
  const offset = yaml.split('\n').length + 2;
  const lineOf = (key: string) => yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 2;

  const head = headFrom(yaml, lineOf, add);
  const text = readText(body, file, offset);
  faults.push(...text.faults);
  if (!head) return { clause: null, faults };

  const condition = typeof head.mandatory === 'object' ? parseCondition(head.mandatory.when) : null;
  const atCondition = (_line: number, fr: string, en: string) => add(lineOf('mandatory'), fr, en);
  if (condition) checkCondition(condition, atCondition);
  else if (typeof head.mandatory === 'object')
    add(lineOf('mandatory'), 'la condition ne se lit pas', 'the condition cannot be read');
  compareReads(head.reads, text.reads, lineOf('reads'), add);
  for (const id of text.headings)
    if (id === head.id || text.headings.indexOf(id) !== text.headings.lastIndexOf(id))
      add(offset + 1, `l’identifiant « ${id} » sert deux fois`, `id “${id}” is used twice`);
  if (faults.length > 0) return { clause: null, faults: faults.sort((a, b) => a.line - b.line) };

  const { review_before, ...rest } = head;
  return {
    clause: {
      ...rest,
      reviewBefore: review_before,
      reads: text.reads,
      examples: head.examples.map(({ never, ...example }) => ({ ...example, ...(never && { never }) })),
      family,
      origin,
      file,
      source,
      body,
      bodyOffset: offset,
      sha256: sha256Of(source),
      condition,
      provides: [head.id, ...text.headings],
      refers: text.refers,
      words: text.words,
    },
    faults: [],
  };
};

type Add = (line: number, fr: string, en: string) => void;

const headFrom = (yaml: string, lineOf: (key: string) => number, add: Add) => {
  let values: unknown;
  try {
    values = parseYaml(yaml);
  } catch (error) {
    const at = /line (\d+)/.exec(String(error))?.[1];
    add(at ? Number(at) + 1 : 1, 'les propriétés ne se lisent pas (YAML)', `the properties cannot be read: ${String(error)}`);
    return null;
  }
  const parsed = FrontMatter.safeParse(values);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const key = String(issue.path[0] ?? (issue.code === 'unrecognized_keys' ? issue.keys[0] : ''));
    const given = (values as Record<string, unknown> | null)?.[key];
    const what =
      issue.code === 'unrecognized_keys'
        ? [`propriété inconnue « ${key} »`, `unknown property “${key}”`]
        : given === undefined
          ? [`propriété absente « ${key} »`, `missing property “${key}”`]
          : [
              `propriété « ${issue.path.join('.')} » : valeur non admise`,
              `property “${issue.path.join('.')}”: value not allowed`,
            ];
    add(Math.max(lineOf(key), 1), what[0]!, what[1]!);
  }
  return null;
};

/** What a clause declares that it reads is exactly what its text reads: the form asks these terms, and no others. */
const compareReads = (declared: readonly string[] | undefined, found: readonly string[], line: number, add: Add): void => {
  if (!declared) return;
  for (const path of declared)
    if (!termPaths.has(path)) {
      const near = nearest(path, termPaths);
      add(
        line,
        `condition inconnue « ${path} » dans reads${near ? ` ; vouliez-vous dire ${near}\u00a0?` : ''}`,
        `unknown term “${path}” in reads`,
      );
    } else if (!found.includes(path))
      add(line, `reads annonce ${path}, que le texte ne lit pas`, `reads declares ${path}, which the text does not read`);
  for (const path of found)
    if (!declared.includes(path)) add(line, `le texte lit ${path}, absent de reads`, `the text reads ${path}, absent from reads`);
};

/** One sentence per fault: « 05-rendez-vous.md, ligne 14 : variable inconnue … ». */
export const faultSentence = ({ file, line, fr }: ClauseFault): string => `${file}, ligne ${line} : ${fr}`;

/** The same for text that must be right: throws with every fault. */
export const parseClause = (source: string, shelf: Shelf): Clause => {
  const { clause, faults } = readClause(source, shelf);
  if (!clause) throw new Error(faults.map(faultSentence).join('\n'));
  return clause;
};
