/** The names of the fields that differ, for the journal: it says what changed, the row says to what. */
export const changedFields = <T extends object>(before: T, after: T): string[] =>
  Object.keys(after).filter((key) => JSON.stringify(before[key as keyof T]) !== JSON.stringify(after[key as keyof T]));
