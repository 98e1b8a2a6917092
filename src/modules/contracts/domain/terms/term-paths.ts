import type { z } from 'zod';
import { Terms, type TermPath } from './terms.ts';

type Schema = {
  _zod: {
    def: { type: string; innerType?: Schema; in?: Schema; options?: readonly Schema[]; shape?: Record<string, Schema> };
  };
};

const collect = (schema: Schema, path: string, into: Set<string>): void => {
  if (path) into.add(path);
  const { def } = schema._zod;
  if (def.shape) for (const [key, inner] of Object.entries(def.shape)) collect(inner, path ? `${path}.${key}` : key, into);
  else if (def.options) for (const option of def.options) collect(option, path, into);
  else if (def.innerType) collect(def.innerType, path, into);
  else if (def.in) collect(def.in, path, into);
};

/** Every path that a schema allows, down to its lists. */
export const pathsOfSchema = (schema: z.ZodType): ReadonlySet<string> => {
  const found = new Set<string>();
  collect(schema as unknown as Schema, '', found);
  return found;
};

/** Every path of the terms that a clause may read, taken from the schema itself. What is inside a list is read by a table, whole. */
export const termPaths: ReadonlySet<TermPath> = pathsOfSchema(Terms);
