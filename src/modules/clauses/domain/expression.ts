import type { TermPath } from '../../contracts/index.ts';

/** What a clause may put between {% and %}, as plain values: no text of a clause is ever run. */
export type Expression =
  | { kind: 'literal'; value: unknown }
  | { kind: 'variable'; path: readonly string[] }
  | { kind: 'call'; name: string; args: readonly Expression[] };

const isSet = (value: unknown): boolean => value != null && !(Array.isArray(value) && value.length === 0);
const numbers = (a: unknown, b: unknown): [number, number] | null =>
  typeof a === 'number' && typeof b === 'number' ? [a, b] : null;

/** The only questions a clause may ask. A term that is not set is never equal to, above or among anything. */
export const conditionFunctions: Record<string, { arity: number | 'many'; holds: (...args: readonly unknown[]) => boolean }> = {
  present: { arity: 1, holds: isSet },
  egal: { arity: 2, holds: (value, other) => value === other },
  sup: { arity: 2, holds: (value, other) => (numbers(value, other) ?? [0, 0])[0] > (numbers(value, other) ?? [0, 0])[1] },
  inf: { arity: 2, holds: (value, other) => (numbers(value, other) ?? [0, 0])[0] < (numbers(value, other) ?? [0, 0])[1] },
  contient: { arity: 2, holds: (list, value) => Array.isArray(list) && list.includes(value) },
  non: { arity: 1, holds: (value) => value !== true },
  et: { arity: 'many', holds: (...values) => values.every((value) => value === true) },
  ou: { arity: 'many', holds: (...values) => values.some((value) => value === true) },
};

export const isCondition = (expression: Expression): boolean =>
  expression.kind === 'call' && expression.name in conditionFunctions;

const valueAt = (variables: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value == null ? undefined : (value as Record<string, unknown>)[key]), variables);

const valueOf = (expression: Expression, variables: unknown): unknown => {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'variable') return valueAt(variables, expression.path);
  return conditionFunctions[expression.name]!.holds(...expression.args.map((arg) => valueOf(arg, variables)));
};

/** Whether a condition holds. On an unfinished draft, what is not set yet does not hold. */
export const holds = (condition: Expression, variables: unknown): boolean => valueOf(condition, variables) === true;

/** The terms that an expression reads. */
export const termsIn = (expression: Expression): TermPath[] => {
  if (expression.kind === 'variable') return expression.path[0] === 'terms' ? [expression.path.slice(1).join('.')] : [];
  return expression.kind === 'call' ? expression.args.flatMap(termsIn) : [];
};
