import type { Clause, GoldenExample } from '../domain/clause.ts';
import { type ClauseVariables, resolveClause } from '../documents/clause-text.ts';
import { plainly, plainText } from '../documents/plain-text.ts';

/** What an example says and is not read, and what it forbids and is read. Both empty: it passes. */
export type ExampleResult = { title: string; missing: readonly string[]; unwanted: readonly string[]; text: string };

/** Plays an example: its changes put into the terms, the clause resolved, its words looked for. Throws where the clause does. */
export const playExample = (clause: Clause, example: GoldenExample, variables: ClauseVariables): ExampleResult => {
  const changed = structuredClone({ terms: variables['terms'], framework: variables['framework'] }) as Record<string, unknown>;
  // A framework agreement's own frame is not a term of one mission: its changes are named from `framework.`.
  for (const [path, value] of Object.entries(example.terms))
    put(changed, path.startsWith('framework.') ? path.split('.') : ['terms', ...path.split('.')], value);
  const parts = resolveClause(clause, { ...variables, ...changed });
  const text = plainly(parts.map((part) => `${part.title ?? ''}\n${plainText(part.blocks)}`).join('\n'));
  return {
    title: example.title,
    missing: example.says.filter((words) => !text.includes(plainly(words))),
    unwanted: (example.never ?? []).filter((words) => text.includes(plainly(words))),
    text,
  };
};

const put = (target: Record<string, unknown>, [key, ...rest]: string[], value: unknown): void => {
  if (rest.length === 0) target[key!] = value;
  else put((target[key!] ??= {}) as Record<string, unknown>, rest, value);
};
