import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A verb of `./cadran`: `src/cli/<verb>.ts` exports `run`, which answers the exit code. Loaded only when asked for. */
export type Command = { run(args: readonly string[]): Promise<number> };

/** The verbs that the help lists. */
export const verbs = ['start', 'demo', 'verify', 'test', 'help'] as const;

/** Files of this folder that are not verbs. */
const notVerbs = new Set(['main', 'commands', 'write-openapi']);

export const findCommand = async (verb: string): Promise<Command | null> => {
  if (!/^[a-z-]+$/.test(verb) || notVerbs.has(verb)) return null;
  const file = new URL(`./${verb}.ts`, import.meta.url);
  return existsSync(fileURLToPath(file)) ? ((await import(file.href)) as Command) : null;
};
