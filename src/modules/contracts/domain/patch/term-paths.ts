import canonicalize from 'canonicalize';
import type { TermPath } from '../terms/terms.ts';

type Branch = Record<string, unknown>;
type Item = Record<string, unknown>;

const slotKey = ({ days, from, to }: Item): string => `${(days as number[]).join('')}@${String(from)}-${String(to)}`;
const named = (field: string) => (item: Item) => String(item[field]);

/** The lists whose items keep a name for life, and where the name is found. The others change as a whole. */
const keyOf: Readonly<Record<TermPath, (item: Item) => string>> = {
  'price.lines': named('id'),
  'appointments.criteria': named('id'),
  milestones: named('id'),
  hypotheses: named('id'),
  indicators: named('formula'),
  'calling.slots': slotKey,
};

/** Conditions that mean nothing in pieces: they are agreed, shown and compared whole. */
const whole = new Set(['payment.penalty', 'payment.delay', 'price.vat', 'appointments.arbiter']);
const wholeFields = new Set(['trigger', 'target']);

export const isWhole = (path: TermPath): boolean => whole.has(path) || wholeFields.has(path.split('.').at(-1)!);

/** The names of a list's items, or undefined when it has none or when two share one. */
export const keysIn = (path: TermPath, list: readonly unknown[]): string[] | undefined => {
  const key = keyOf[path];
  if (!key) return undefined;
  const keys = list.map((item) => key(item as Item));
  return new Set(keys).size === keys.length ? keys : undefined;
};

/** Equal as the frozen JSON is: order of fields aside. */
export const same = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other);

export const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path; `undefined` when nothing does. */
export const valueAtPath = (terms: unknown, path: TermPath): unknown => {
  let value = terms;
  let walked = '';
  for (const segment of path.split('.')) {
    value = Array.isArray(value) ? value[positionIn(walked, value, segment)] : isBranch(value) ? value[segment] : undefined;
    walked = walked ? `${walked}.${segment}` : segment;
  }
  return value;
};

const positionIn = (path: TermPath, list: readonly unknown[], segment: string): number =>
  keyOf[path] ? list.findIndex((item) => keyOf[path]!(item as Item) === segment) : Number(segment);

/** The same terms with another value at a path; `undefined` takes it out. Nothing is changed in place. */
export const withValueAt = (terms: unknown, path: TermPath, value: unknown, walked = ''): unknown => {
  const [segment = '', ...rest] = path.split('.');
  const here = walked ? `${walked}.${segment}` : segment;
  if (Array.isArray(terms)) {
    const index = positionIn(walked, terms, segment);
    return terms.map((item: unknown, at) => (at === index ? inner(item, rest, value, here) : item));
  }
  if (!isBranch(terms)) return terms;
  const next = inner(terms[segment], rest, value, here);
  const { [segment]: _, ...others } = terms;
  return next === undefined ? others : { ...terms, [segment]: next };
};

const inner = (current: unknown, rest: readonly string[], value: unknown, here: TermPath): unknown =>
  rest.length === 0 ? value : withValueAt(current, rest.join('.'), value, here);
