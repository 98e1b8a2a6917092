import type { TermPath } from '../../contracts/index.ts';

type Node = Record<string, unknown> | readonly unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Items of a list are named by what stays theirs when the list is reordered. */
const keyOf = (item: unknown): string | undefined => {
  if (!isNode(item) || Array.isArray(item)) return undefined;
  const { id, formula } = item as { id?: unknown; formula?: unknown };
  return typeof id === 'string' ? id : typeof formula === 'string' ? formula : undefined;
};

const indexIn = (list: readonly unknown[], key: string): number => {
  const named = list.findIndex((item) => keyOf(item) === key);
  return named >= 0 ? named : /^\d+$/.test(key) ? Number(key) : -1;
};

/** The value at a path; an item of a list is found by its own name: 'price.lines.forfait.unitPriceCents'. */
export const termAt = (terms: unknown, path: TermPath): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        Array.isArray(value) ? value[indexIn(value, key)] : isNode(value) ? (value as Record<string, unknown>)[key] : undefined,
      terms,
    );

/** The same conditions with one value changed; nothing else is copied or touched. A path that leads nowhere changes nothing. */
export const withTerm = <Terms>(terms: Terms, path: TermPath, value: unknown): Terms =>
  put(terms, path.split('.'), value) as Terms;

const put = (node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const at = indexIn(node, key);
    return at < 0 || at >= node.length ? node : node.map((item, index) => (index === at ? put(item, rest, value) : item));
  }
  if (!isNode(node)) return node;
  return { ...node, [key]: put((node as Record<string, unknown>)[key], rest, value) };
};
