/** What one step of `./cadran test` came to: how many checks held, how many did not, and what to read about those. */
export type Tally = { passed: number; failed: number; details?: string };

/** One step of `./cadran test`. `title` is printed before it runs, with its duration and its tally after. */
export type Check = { title: string; run: (project: Project) => Promise<Tally> };

/** Where the checks run: the project's folder, and a folder for what they write, removed at the end. */
export type Project = { dir: string; scratch: string };

/** One check that either holds or does not. */
export const one = (holds: boolean, details = ''): Tally =>
  holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, ...(details ? { details } : {}) };

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  details: tallies
    .map(({ details }) => details)
    .filter(Boolean)
    .join('\n'),
});
