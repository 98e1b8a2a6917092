import type { Node } from '@markdoc/markdoc';
import type { Clause } from '../domain/clause.ts';
import { conditionFunctions, type Expression, holds } from '../domain/expression.ts';
import type { Block, Inline, Prose } from '../domain/prose.ts';
import { expressionFrom, treeOf } from './clause-syntax.ts';
import { termBlocks } from './term-tables.ts';
import { wordings } from './term-wording.ts';

/** What a clause reads: the frozen facts of the document, under $terms, $provider, $client, $number. */
export type ClauseVariables = Readonly<Record<string, unknown>>;

/** A clause cut at its headings: each part becomes one numbered article or sub-article. */
export type ClausePart = {
  id: string;
  title: string | null;
  words: readonly string[];
  reads: readonly string[];
  blocks: readonly Block[];
};

/** Resolves one clause against its variables. Throws, naming the variable or function, rather than print a hole; with `hole` (previews only) that word stands in the place of what is missing. */
export const resolveClause = (
  { id: clauseId, body }: Pick<Clause, 'id' | 'body'>,
  variables: ClauseVariables,
  hole?: string,
): ClausePart[] => {
  const reader = termReader(clauseId, variables, hole);
  const parts: { id: string; title: string | null; words: string[]; reads: Set<string>; blocks: Block[] }[] = [];
  let current = {
    id: clauseId,
    title: null as string | null,
    words: [] as string[],
    reads: new Set<string>(),
    blocks: [] as Block[],
  };
  parts.push(current);
  for (const node of treeOf(body).children) {
    if (node.type === 'heading') {
      const words = String(node.attributes.words ?? '');
      current = {
        id: String(node.attributes.id),
        title: plainText(node),
        words: words ? words.split(',').map((path) => path.trim()) : [],
        reads: new Set(),
        blocks: [],
      };
      parts.push(current);
      continue;
    }
    const blocks = blocksOf(node, reader);
    for (const path of reader.takeReads()) current.reads.add(path);
    for (const block of blocks) appendBlock(current.blocks, block);
  }
  return parts.filter((part, index) => index > 0 || part.blocks.length > 0).map((part) => ({ ...part, reads: [...part.reads] }));
};

type Reader = { text: (value: unknown) => Inline; raw: (value: unknown) => unknown; takeReads: () => string[] };

/** Reads variables and calls wordings, and remembers which terms were read. */
const termReader = (clauseId: string, variables: ClauseVariables, hole?: string): Reader => {
  let reads: string[] = [];
  const valueOf = (expression: Expression): unknown => {
    if (expression.kind === 'literal') return expression.value;
    if (expression.kind === 'variable') {
      const resolved = expression.path.reduce<unknown>(
        (value, key) => (value == null ? undefined : (value as Record<string, unknown>)[key]),
        variables,
      );
      if (resolved === undefined && hole === undefined)
        throw new Error(`clause ${clauseId}: variable $${expression.path.join('.')} is not defined`);
      if (expression.path[0] === 'terms') reads.push(expression.path.slice(1).join('.'));
      return resolved;
    }
    if (expression.name in conditionFunctions) return holds(expression, variables);
    const args = expression.args.map(valueOf);
    if (hole !== undefined && args.some((arg) => arg == null)) return undefined;
    const wording = wordings[expression.name];
    if (!wording) throw new Error(`clause ${clauseId}: function ${expression.name}() is not known`);
    return (wording as (...values: unknown[]) => string)(...args);
  };
  const raw = (value: unknown): unknown => valueOf(expressionFrom(value));
  return {
    raw,
    text: (value) => {
      if (typeof value === 'string') return { kind: 'text', text: value };
      const before = reads.length;
      const resolved = raw(value);
      if (hole !== undefined && (resolved == null || resolved === ''))
        return { kind: 'value', text: hole, termPath: reads[before] ?? '' };
      if (typeof resolved !== 'string' && typeof resolved !== 'number')
        throw new Error(`clause ${clauseId}: a value is not text: ${JSON.stringify(resolved)}`);
      const termPath = reads[before];
      return termPath === undefined
        ? { kind: 'text', text: String(resolved) }
        : { kind: 'value', text: trimPeriod(String(resolved)), termPath };
    },
    takeReads: () => {
      const taken = reads;
      reads = [];
      return taken;
    },
  };
};

// A term is a sentence of its own in the form; inside a clause the clause's own full stop follows it.
const trimPeriod = (words: string) => words.replace(/\.$/, '');

const blocksOf = (node: Node, reader: Reader): Block[] => {
  switch (node.type) {
    case 'paragraph':
    case 'inline':
    case 'text': {
      const prose = tidy(inlinesOf(node, reader));
      return prose.length > 0 ? [{ kind: 'paragraph', prose }] : [];
    }
    case 'list':
      return [
        { kind: 'list', ordered: Boolean(node.attributes.ordered), items: node.children.map((item) => itemBlocks(item, reader)) },
      ];
    case 'tag':
      if (node.tag === 'if') return branchOf(node, reader).flatMap((child) => blocksOf(child, reader));
      if (node.tag === 'definition')
        return [
          {
            kind: 'definition',
            term: String(node.attributes.term),
            prose: tidy(node.children.flatMap((child) => inlinesOf(child, reader))),
          },
        ];
      return tableOf(node, reader);
    default:
      throw new Error(
        `a clause cannot hold a ${node.type}${node.tag ? ` {% ${node.tag} %}` : ''} (line ${(node.lines[0] ?? 0) + 1})`,
      );
  }
};

const tableOf = (node: Node, reader: Reader): Block[] => {
  const make = termBlocks[node.tag ?? ''];
  if (!make) throw new Error(`the tag {% ${node.tag} %} is not known (line ${(node.lines[0] ?? 0) + 1})`);
  const values = reader.raw(node.attributes.values);
  // Only a preview gets here without its values: resolving for real throws at the missing variable.
  return values === undefined ? [{ kind: 'paragraph', prose: [reader.text(node.attributes.values)] }] : make(values as never);
};

const itemBlocks = (item: Node, reader: Reader): Block[] => {
  const inline = item.children.filter((child) => child.type === 'inline');
  const nested = item.children.filter((child) => child.type !== 'inline').flatMap((child) => blocksOf(child, reader));
  return inline.length > 0
    ? [{ kind: 'paragraph', prose: tidy(inline.flatMap((child) => inlinesOf(child, reader))) }, ...nested]
    : nested;
};

/** The children on the side of {% else /%} that holds. */
const branchOf = (node: Node, reader: Reader): Node[] => {
  const at = node.children.findIndex((child) => child.type === 'tag' && child.tag === 'else');
  const holds = reader.raw(node.attributes.primary);
  if (typeof holds !== 'boolean') throw new Error('{% if %} takes present(…) or egal(…): a bare 0 would count as true');
  if (at < 0) return holds ? node.children : [];
  return holds ? node.children.slice(0, at) : node.children.slice(at + 1);
};

const inlinesOf = (node: Node, reader: Reader, style: { bold?: boolean; italic?: boolean } = {}): Inline[] => {
  switch (node.type) {
    case 'text': {
      const inline = reader.text(node.attributes.content);
      return [inline.kind === 'text' ? { ...inline, ...style } : inline];
    }
    case 'strong':
      return node.children.flatMap((child) => inlinesOf(child, reader, { ...style, bold: true }));
    case 'em':
      return node.children.flatMap((child) => inlinesOf(child, reader, { ...style, italic: true }));
    case 'softbreak':
      return [{ kind: 'text', text: ' ' }];
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'inline':
    case 'paragraph':
      return node.children.flatMap((child) => inlinesOf(child, reader, style));
    case 'tag':
      if (node.tag === 'xref') return [{ kind: 'xref', to: String(node.attributes.to) }];
      if (node.tag === 'if') return branchOf(node, reader).flatMap((child) => inlinesOf(child, reader, style));
      throw new Error(`the tag {% ${node.tag} %} cannot stand inside a sentence`);
    default:
      throw new Error(`a sentence cannot hold a ${node.type}`);
  }
};

/** No space at either end, and never an empty run. */
const tidy = (inlines: readonly Inline[]): Prose => {
  const kept = inlines.filter((inline) => inline.kind !== 'text' || inline.text !== '');
  const isBlank = (inline: Inline | undefined) => inline?.kind === 'text' && inline.text.trim() === '';
  let start = 0;
  let end = kept.length;
  while (start < end && isBlank(kept[start])) start += 1;
  while (end > start && isBlank(kept[end - 1])) end -= 1;
  return kept.slice(start, end);
};

const plainText = (node: Node): string =>
  [...node.walk()].map((child) => (child.type === 'text' ? String(child.attributes.content) : '')).join('');

/** Conditional list items come as lists of one: neighbours are one list, neighbouring paragraphs of one condition stay apart. */
const appendBlock = (blocks: Block[], block: Block): void => {
  const last = blocks.at(-1);
  if (block.kind === 'list' && last?.kind === 'list' && !!last.ordered === !!block.ordered)
    blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
  else blocks.push(block);
};
