import type { Article, Block, DocumentPart, Prose } from '../../clauses/index.ts';

/** A numbered passage as plain text: what is compared, and what a person may rewrite. */
export type Passage = { id: string; number: string; title: string | null; text: string };
export type FlatClause = { id: string; title: string; part: string; number: string; passages: readonly Passage[] };

/** Every clause of a document in reading order, with its passages as text. `numberOf` writes « article 4.2 » for a reference. */
export const flatClauses = (parts: readonly DocumentPart[], numberOf: ReadonlyMap<string, string>): readonly FlatClause[] =>
  parts.flatMap((part) =>
    part.articles.map((article) => ({
      id: article.id,
      title: article.title ?? '',
      part: part.title,
      number: article.number,
      passages: passagesOf(article, numberOf),
    })),
  );

const passagesOf = (article: Article, numberOf: ReadonlyMap<string, string>): Passage[] => [
  ...(article.blocks.length > 0
    ? [
        {
          id: article.id,
          number: article.number,
          title: article.title,
          text: article.blocks.flatMap((block) => blockLines(block, numberOf)).join(' ¶ '),
        },
      ]
    : []),
  ...(article.articles ?? []).flatMap((inner) => passagesOf(inner, numberOf)),
];

/** A block as lines of text: a list has one by item, a table one by row. */
export const blockLines = (block: Block, numberOf: ReadonlyMap<string, string>): string[] => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return [proseText(block.prose, numberOf)];
    case 'definition':
      return [`${block.term} : ${proseText(block.prose, numberOf)}`];
    case 'list':
      return block.items.map((item) => `– ${item.flatMap((inner) => blockLines(inner, numberOf)).join(' ')}`);
    case 'table':
      return block.rows.map((row) => row.map((cell) => proseText(cell, numberOf)).join(' | '));
  }
};

export const proseText = (prose: Prose, numberOf: ReadonlyMap<string, string>): string =>
  prose
    .map((inline) =>
      inline.kind === 'break' ? ' ' : inline.kind === 'xref' ? `article ${numberOf.get(inline.to) ?? inline.to}` : inline.text,
    )
    .join('');

/** Article numbers by clause id, sub-articles included. */
export const articleNumbers = (parts: readonly DocumentPart[]): Map<string, string> => {
  const numbers = new Map<string, string>();
  const visit = (article: Article): void => {
    numbers.set(article.id, article.number);
    article.articles?.forEach(visit);
  };
  for (const part of parts) part.articles.forEach(visit);
  return numbers;
};
