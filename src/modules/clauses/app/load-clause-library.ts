import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Markdoc, { type Node } from '@markdoc/markdoc';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

const FrontMatter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.int().positive(),
  title: z.string(),
  /** The clause in one line, for the summary that a director reads. */
  summary: z.string(),
  risk: z.enum(['haut', 'moyen', 'faible']),
  review_before: z.string(),
  sources: z.array(z.string()),
});

/** A published clause: its source text, parsed once, and the hash that the signed document cites. */
export type Clause = z.output<typeof FrontMatter> & { family: ClauseFamily; sha256: string; tree: Node; source: string };
export const clauseFamilies = ['socle', 'annexe-telephone', 'cgv'] as const;
export type ClauseFamily = (typeof clauseFamilies)[number];
export type ClauseLibrary = Readonly<Record<ClauseFamily, readonly Clause[]>>;

const libraryFolder = path.join(import.meta.dirname, '../library');

/** Reads the clause library from disk, in the order of its file names. Throws on a clause that is not well formed. */
export const loadClauseLibrary = (folder = libraryFolder): ClauseLibrary => {
  const family = (name: ClauseFamily) =>
    readdirSync(path.join(folder, name))
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => parseClause(readFileSync(path.join(folder, name, file), 'utf8'), name, file));
  return { socle: family('socle'), 'annexe-telephone': family('annexe-telephone'), cgv: family('cgv') };
};

export const parseClause = (source: string, family: ClauseFamily, file: string): Clause => {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  if (!match) throw new Error(`${file}: a clause starts with its front matter between two lines of ---`);
  const tree = Markdoc.parse(match[2]!);
  for (const node of tree.walk())
    for (const error of node.errors) throw new Error(`${file}: ${error.message} (line ${(node.lines[0] ?? 0) + 1})`);
  return {
    ...FrontMatter.parse(parseYaml(match[1]!)),
    family,
    source,
    tree,
    sha256: createHash('sha256').update(source).digest('hex'),
  };
};
