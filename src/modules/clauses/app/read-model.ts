import { z } from 'zod';
import { type Clause, clauseFamilies, clauseStates } from '../domain/clause.ts';
import { documentForms, type DocumentModel } from '../domain/document-model.ts';

const Part = z.strictObject({
  id: z.string(),
  kind: z.enum(['body', 'annex', 'cgv']),
  title: z.string(),
  prefix: z.string().default(''),
  /** Clause ids in reading order, or `{family: socle}` for every clause of a family that is not a choice, in the order of its files. */
  clauses: z.array(z.union([z.string(), z.strictObject({ family: z.enum(clauseFamilies) })])).default([]),
  /** Short-hand: the whole part is one family. */
  family: z.enum(clauseFamilies).optional(),
});

const ModelFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.int().positive().default(1),
  form: z.enum(documentForms),
  title: z.string(),
  purpose: z.string(),
  state: z.enum(clauseStates).default('published'),
  parts: z.array(Part).min(1),
});

/** Without a shelf, ids are taken as they stand: a clause that is not there is told when the document is made. */
type Shelf = { file: string; shelf?: readonly Clause[]; sha256: string; origin?: DocumentModel['origin'] };

/** Reads a document model. A family is written out in full, so that the model says every clause it takes. Throws naming the file. */
export const modelFrom = (values: unknown, { file, shelf, sha256, origin = 'built-in' }: Shelf): DocumentModel => {
  const parsed = ModelFile.safeParse(values);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((issue) => `${file} : ${issue.path.join('.')} : ${issue.message}`).join('\n'));
  const familyOf = (family: string) =>
    (shelf ?? []).filter((clause) => clause.family === family && clause.mandatory !== 'choice').map(({ id }) => id);
  const parts = parsed.data.parts.map(({ family, clauses, ...part }) => ({
    ...part,
    clauses: [
      ...(family ? familyOf(family) : []),
      ...clauses.flatMap((entry) => (typeof entry === 'string' ? [entry] : familyOf(entry.family))),
    ],
  }));
  if (shelf)
    refuseBadList(
      parts.flatMap((part) => part.clauses),
      shelf,
      file,
    );
  return { ...parsed.data, parts, origin, sha256 };
};

const refuseBadList = (all: readonly string[], shelf: readonly Clause[], file: string): void => {
  const known = new Set(shelf.map(({ id }) => id));
  const unknown = all.filter((id) => !known.has(id));
  if (unknown.length) throw new Error(`${file} : clause inconnue ${[...new Set(unknown)].join(', ')}`);
  const twice = all.find((id, index) => all.indexOf(id) !== index);
  if (twice) throw new Error(`${file} : la clause ${twice} y est deux fois`);
};
