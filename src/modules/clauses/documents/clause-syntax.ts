import Markdoc, { type Node } from '@markdoc/markdoc';
import type { Expression } from '../domain/expression.ts';

type MarkdocVariable = { path: (string | number)[] };
type MarkdocFunction = { name: string; parameters: Record<string, unknown> };
const isVariable = (value: unknown): value is MarkdocVariable => value instanceof Markdoc.Ast.Variable;
const isFunction = (value: unknown): value is MarkdocFunction => value instanceof Markdoc.Ast.Function;

/** A value between {% and %} as plain data. */
export const expressionFrom = (value: unknown): Expression => {
  if (isVariable(value)) return { kind: 'variable', path: value.path.map(String) };
  if (isFunction(value)) return { kind: 'call', name: value.name, args: Object.values(value.parameters).map(expressionFrom) };
  return { kind: 'literal', value };
};

/** A condition written alone, as in `mandatory: {when: 'egal($terms.calling.recording.policy, "none")'}`. */
export const parseCondition = (text: string): Expression | null => {
  const [node] = Markdoc.parse(`{% if ${text} /%}`).children;
  return node?.type === 'tag' && node.errors.length === 0 ? expressionFrom(node.attributes.primary) : null;
};

const trees = new Map<string, Node>();
const treesKept = 1000;

/** The syntax tree of a clause's text. Texts never change once published, so one parse serves every document. */
export const treeOf = (body: string): Node => {
  const known = trees.get(body);
  if (known) return known;
  const tree = Markdoc.parse(body);
  if (trees.size >= treesKept) trees.delete(trees.keys().next().value!);
  trees.set(body, tree);
  return tree;
};
