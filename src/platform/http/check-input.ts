import type { z } from 'zod';

/** Input that is wrong once it is put together with what is known; answered like any wrong input. */
export class WrongInput extends Error {
  readonly issues: readonly { code: string; path: readonly PropertyKey[]; message: string; params?: unknown }[];
  readonly schema: unknown;
  constructor(issues: WrongInput['issues'], schema: unknown) {
    super('invalid input');
    this.issues = issues;
    this.schema = schema;
  }
}

/** Checks a merged value (a PATCH over what is stored) with the schema of the whole. */
export const checkInput = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new WrongInput(parsed.error.issues as never, schema);
  return parsed.data;
};
