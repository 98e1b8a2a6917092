/** A quote's terms as the form holds them: any part may be absent. Paths are those of the conditions: 'calling.slots.0.from'. */
type Branch = Record<string, unknown> | readonly unknown[];

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

/** What stands at a path, or undefined when the way to it is missing. */
export const valueAt = (whole: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isBranch(value) ? (value as Record<string, unknown>)[key] : undefined), whole);

/** The same whole with another value at a path; branches that are missing are made, a number asks for a list. Nothing is changed in place. */
export const withValue = <Whole>(whole: Whole, path: string, value: unknown): Whole => {
  const [key = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? value : withValue(valueAt(whole, key), rest.join('.'), value);
  if (Array.isArray(whole))
    return whole
      .map((item, index) => (index === Number(key) ? inner : item))
      .concat(Number(key) >= whole.length ? [inner] : []) as Whole;
  if (isBranch(whole)) return { ...whole, [key]: inner };
  return (/^\d+$/.test(key) ? [inner] : { [key]: inner }) as Whole;
};

/** The list with one item a step up or down; at either end it stays as it is. */
export const moved = <Item>(list: readonly Item[], index: number, step: -1 | 1): readonly Item[] => {
  const to = index + step;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  [next[index], next[to]] = [next[to]!, next[index]!];
  return next;
};

export const without = <Item>(list: readonly Item[], index: number): Item[] => list.filter((_, at) => at !== index);

/** A short name that no other item of the list has: 'critere-4'. Names are kept for life, so a deleted one may come back only at the end. */
export const nextKey = (stem: string, taken: readonly string[]): string => {
  let number = taken.length + 1;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
};

/** Among the fields on screen, the one that holds a condition: itself, else the nearest above, else the first below. */
export const fieldFor = (path: string, fields: readonly string[]): string | undefined => {
  if (fields.includes(path)) return path;
  const above = fields.filter((field) => path.startsWith(`${field}.`)).sort((a, b) => b.length - a.length)[0];
  return above ?? fields.find((field) => field.startsWith(`${path}.`));
};

/** The article that words a condition: by the path itself, else by the nearest above, else by the first below. */
export const articleFor = (path: string, articles: Readonly<Record<string, string>>): string | undefined => {
  const field = fieldFor(path, Object.keys(articles));
  return field === undefined ? undefined : articles[field];
};
