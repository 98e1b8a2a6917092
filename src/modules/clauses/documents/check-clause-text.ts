import type { Node } from '@markdoc/markdoc';
import type { TermPath } from '../../contracts/index.ts';
import type { ClauseFault } from '../domain/clause.ts';
import { clauseVariablePaths, nearest } from '../domain/clause-variables.ts';
import { conditionFunctions, type Expression, isCondition, termsIn } from '../domain/expression.ts';
import { expressionFrom, treeOf } from './clause-syntax.ts';
import { termBlocks } from './term-tables.ts';
import { choiceWords, wordings } from './term-wording.ts';

/** What a clause's text says of itself, read without resolving it. */
export type TextFacts = {
  reads: readonly TermPath[];
  words: readonly TermPath[];
  headings: readonly string[];
  refers: readonly string[];
  faults: readonly ClauseFault[];
};

type Add = (line: number, fr: string, en: string) => void;

const meant = (name: string, known: Iterable<string>, sign = ''): [string, string] => {
  const near = nearest(name, known);
  return near ? [` ; vouliez-vous dire ${sign}${near}\u00a0?`, `; did you mean ${sign}${near}?`] : ['', ''];
};

const checkVariable = (path: readonly string[], line: number, add: Add): void => {
  const name = path.join('.');
  if (clauseVariablePaths.has(name)) return;
  const [fr, en] = meant(name, clauseVariablePaths, '$');
  add(line, `variable inconnue $${name}${fr}`, `unknown variable $${name}${en}`);
};

const checkCall = (call: Extract<Expression, { kind: 'call' }>, line: number, add: Add): void => {
  const condition = conditionFunctions[call.name];
  const known = [...Object.keys(conditionFunctions), ...Object.keys(wordings)];
  if (!condition && !wordings[call.name]) {
    const [fr, en] = meant(call.name, known);
    add(line, `fonction inconnue ${call.name}()${fr}`, `unknown function ${call.name}()${en}`);
  }
  if (condition && condition.arity !== 'many' && call.args.length !== condition.arity)
    add(
      line,
      `${call.name}() prend ${condition.arity} valeur(s), ${call.args.length} donnée(s)`,
      `${call.name}() takes ${condition.arity} value(s), ${call.args.length} given`,
    );
  if (call.name === 'label' || call.name === 'labels') {
    const group = call.args[1];
    if (group?.kind !== 'literal' || !(String(group.value) in choiceWords))
      add(
        line,
        `${call.name}() nomme une liste de mots inconnue${group?.kind === 'literal' ? ` : « ${String(group.value)} »` : ''}`,
        `${call.name}() names an unknown list of words`,
      );
  }
};

const checkExpression = (expression: Expression, line: number, add: Add): void => {
  if (expression.kind === 'variable') checkVariable(expression.path, line, add);
  if (expression.kind !== 'call') return;
  checkCall(expression, line, add);
  for (const arg of expression.args) checkExpression(arg, line, add);
};

const refuseBareCondition = (expression: Expression, line: number, add: Add): void => {
  if (isCondition(expression)) return;
  add(
    line,
    '{% if %} prend une question, par exemple present(…) ou egal(…) : un 0 seul compterait pour vrai',
    '{% if %} takes a question such as present(…) or egal(…): a bare 0 would count as true',
  );
};

/** A condition of inclusion, checked by the rules of the text. */
export const checkCondition = (condition: Expression, add: Add): void => {
  checkExpression(condition, 1, add);
  refuseBareCondition(condition, 1, add);
};

/** Finds every fault of a clause's text, each with its line in the file, and what the text reads, words and refers to. */
export const readText = (body: string, file: string, offset: number): TextFacts => {
  const lines = body.split('\n');
  const faults: ClauseFault[] = [];
  const reads = new Set<TermPath>();
  const words: TermPath[] = [];
  const headings: string[] = [];
  const refers: string[] = [];
  const add: Add = (line, fr, en) => faults.push({ file, line: line + offset, fr, en });

  /** Markdoc gives the line of the paragraph; the line of the name itself is found in it. */
  const lineOf = (node: Node, needle?: string): number => {
    const [first = 0, last = first + 1] = [node.lines[0], node.lines.at(-1)];
    const at = needle ? lines.slice(first, Math.max(last, first + 1)).findIndex((line) => line.includes(needle)) : -1;
    return first + Math.max(at, 0) + 1;
  };
  const inspect = (node: Node, value: unknown): void => {
    const expression = expressionFrom(value);
    if (expression.kind === 'literal') return;
    checkExpression(expression, lineOf(node, needleOf(expression)), add);
    for (const path of termsIn(expression)) reads.add(path);
  };

  for (const node of treeOf(body).walk()) {
    for (const error of node.errors) add(lineOf(node), `syntaxe : ${error.message}`, `syntax: ${error.message}`);
    if (node.type === 'heading') {
      if (node.attributes.level !== 2)
        add(lineOf(node), 'un titre s’écrit ## dans une clause', 'a heading is written ## in a clause');
      if (!node.attributes.id)
        add(lineOf(node), 'un titre porte un identifiant : {% #nom %}', 'a heading has an id: {% #name %}');
      else headings.push(String(node.attributes.id));
      if (node.attributes.words) words.push(...wordsOf(node));
      for (const path of node.attributes.words ? wordsOf(node) : [])
        checkVariable(['terms', ...path.split('.')], lineOf(node), add);
    }
    if (node.type === 'text') {
      const content: unknown = node.attributes.content;
      if (typeof content === 'string' && /\{%|%\}/.test(content))
        add(lineOf(node, '{%'), 'une balise {% … %} n’est pas fermée', 'a tag {% … %} is not closed');
      else inspect(node, content);
    }
    if (node.type === 'tag') {
      const tag = node.tag ?? '';
      if (tag === 'if') {
        refuseBareCondition(expressionFrom(node.attributes.primary), lineOf(node, '{% if'), add);
        inspect(node, node.attributes.primary);
      } else if (tag === 'xref') {
        if (!node.attributes.to) add(lineOf(node), 'un renvoi nomme une clause : to="…"', 'a reference names a clause: to="…"');
        else refers.push(String(node.attributes.to));
      } else if (tag === 'definition') {
        if (!node.attributes.term)
          add(lineOf(node), 'une définition nomme son mot : term="…"', 'a definition names its word: term="…"');
      } else if (termBlocks[tag]) inspect(node, node.attributes.values);
      else if (tag !== 'else') {
        const [fr, en] = meant(tag, ['if', 'else', 'xref', 'definition', ...Object.keys(termBlocks)]);
        add(lineOf(node, tag), `balise inconnue {% ${tag} %}${fr}`, `unknown tag {% ${tag} %}${en}`);
      }
    }
  }
  return { reads: [...reads].sort(), words, headings, refers, faults };
};

const wordsOf = (heading: Node): TermPath[] =>
  String(heading.attributes.words)
    .split(',')
    .map((path) => path.trim());

const needleOf = (expression: Expression): string => {
  if (expression.kind === 'variable') return `$${expression.path.join('.')}`;
  return expression.kind === 'call' ? `${expression.name}(` : '';
};
