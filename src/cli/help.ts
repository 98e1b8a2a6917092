import { readFileSync } from 'node:fs';

/** Prints the help. The shell entry prints the same files by itself, before anything is installed. */
export const run = async (args: readonly string[]): Promise<number> => {
  const english = args.join(' ').includes('en');
  console.log(readFileSync(new URL(english ? './help.en.txt' : './help.fr.txt', import.meta.url), 'utf8'));
  return 0;
};
