import Markdoc, { type Node } from '@markdoc/markdoc';
import { refuse } from '../../../shared/decision.ts';
import type { Block } from '../../clauses/index.ts';
import { type ClauseVariables, resolveClause } from '../../clauses/queries.ts';
import { blockLines } from '../domain/clause-passages.ts';
import type { PassageEdit } from '../domain/negotiation.ts';
import { sameTypography } from '../domain/redline.ts';

type Clause = { id: string; body: string };
type Reading = { variables: ClauseVariables; numbers: ReadonlyMap<string, string> };

/**
 * The clause with other sentences. What the conditions and the references say in them stays a condition or a reference: the words
 * change, never the link between a sentence and the term that it words. Refuses a text that drops one, and one it does not find.
 */
export const rewriteClause = (clause: Clause, edits: readonly PassageEdit[], reading: Reading) => {
  const tree = Markdoc.parse(clause.body);
  for (const edit of edits) {
    const found = sentencesIn(tree, clause.id).find(
      ({ passageId, node }) =>
        passageId === edit.passageId && sameTypography(wordsOf([node], clause.id, reading) ?? '') === sameTypography(edit.before),
    );
    if (!found) return refuse('text_not_found');
    const pieces = piecesOf(found.node, clause.id, reading);
    const replaced = replacePieces(pieces, edit.after);
    if (!replaced.ok) return replaced;
    found.node.children = replaced.children;
    // What a person types is text, never markup: a sign that would print as something else is refused, not silently dropped.
    const printed = wordsOf([found.node], clause.id, reading);
    if (printed === null || sameTypography(printed) !== sameTypography(edit.after))
      return refuse('text_not_well_formed', { faults: 'certains signes ne sont pas admis ({ } < > [ ] \\ #).' });
  }
  return { ok: true as const, body: Markdoc.format(tree) };
};

/** Every sentence of the clause that a person may rewrite: the paragraphs, and the items of a written list. Tables and lists drawn from terms are not. */
export const rewritableSentences = (clause: Clause, reading: Reading): { passageId: string; text: string }[] =>
  sentencesIn(Markdoc.parse(clause.body), clause.id).flatMap(({ passageId, node }) => {
    const text = wordsOf([node], clause.id, reading);
    return text ? [{ passageId, text }] : [];
  });

type Sentence = { passageId: string; node: Node };

const sentencesIn = (tree: Node, clauseId: string): Sentence[] => {
  const found: Sentence[] = [];
  let passageId = clauseId;
  const visit = (node: Node): void => {
    if (node.type === 'heading') passageId = String(node.attributes['id']);
    else if (node.type === 'inline') found.push({ passageId, node });
    else node.children.forEach(visit);
  };
  tree.children.forEach(visit);
  return found;
};

/** The words of some nodes as they are printed; null where they do not stand in this document (the other side of a condition). */
const wordsOf = (nodes: readonly Node[], clauseId: string, { variables, numbers }: Reading): string | null => {
  const paragraph = new Markdoc.Ast.Node('paragraph', {}, [new Markdoc.Ast.Node('inline', {}, nodes.flatMap(inlineChildren))]);
  try {
    const parts = resolveClause(
      { id: clauseId, body: Markdoc.format(new Markdoc.Ast.Node('document', {}, [paragraph])) },
      variables,
    );
    return parts.flatMap(({ blocks }) => blocks.flatMap((block: Block) => blockLines(block, numbers))).join(' ');
  } catch {
    return null;
  }
};
const inlineChildren = (node: Node): Node[] => (node.type === 'inline' ? node.children : [node]);

/** A sentence cut where the conditions speak: `fixed` is a term or a reference, with the words it prints. */
type Piece = { node: Node; fixed: string | null };

const piecesOf = (inline: Node, clauseId: string, reading: Reading): Piece[] => {
  const flat = (node: Node): Node[] => (['strong', 'em'].includes(node.type) ? node.children.flatMap(flat) : [node]);
  return inline.children.flatMap(flat).map((node) => {
    // A tag alone on its line would be read as a block of its own: « ¤ » keeps it inside a sentence.
    const isWords = (node.type === 'text' && typeof node.attributes['content'] === 'string') || node.type === 'softbreak';
    return { node, fixed: isWords ? null : (wordsOf([written('¤'), node], clauseId, reading) ?? '').slice(1) };
  });
};

const replacePieces = (pieces: readonly Piece[], after: string) => {
  const text = sameTypography(after);
  const children: Node[] = [];
  let cursor = 0;
  for (const { node, fixed } of pieces) {
    if (fixed === null) continue;
    const words = sameTypography(fixed);
    const at = wholeWordAt(text, words, cursor);
    if (at < 0) return refuse('value_lost', { words });
    if (at > cursor) children.push(written(text.slice(cursor, at)));
    children.push(node);
    cursor = at + words.length;
  }
  if (cursor < text.length) children.push(written(text.slice(cursor)));
  return { ok: true as const, children };
};

/** Where these words stand on their own: « 2 » is not found in « 12 ». */
const wholeWordAt = (text: string, words: string, from: number): number => {
  const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1))
    if (!(isWord(text[at - 1]) && isWord(words[0])) && !(isWord(text[at + words.length]) && isWord(words.at(-1)))) return at;
  return -1;
};

const written = (text: string): Node => new Markdoc.Ast.Node('text', { content: text });
