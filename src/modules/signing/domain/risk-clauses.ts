import type { Article, Block, DocumentPart, Prose } from '../../clauses/index.ts';
import type { ClauseToInitial } from './initial-clause.ts';

/** The articles that cost the most when they were not read: what is a qualified appointment, the price, how it ends. */
const riskClauses: readonly RegExp[] = [
  /^rendez-vous$/,
  /^prix-/,
  /^cadre-prix$/,
  /^lettre-honoraires$/,
  /^resiliation$/,
  /^cadre-fin$/,
];

/** Those of a composed document, with their words as printed. A document that has none asks for no initials. */
export const clausesToInitial = (parts: readonly DocumentPart[]): ClauseToInitial[] => {
  const articles = parts.flatMap((part) => part.articles.flatMap(withInner));
  const numbers = new Map(articles.map(({ id, number }) => [id, number]));
  return articles
    .filter(({ id }) => riskClauses.some((pattern) => pattern.test(id)))
    .map((article) => ({
      id: article.id,
      label: article.title ?? `Article ${article.number}`,
      article: article.number,
      text: textOf(article, numbers),
    }));
};

const withInner = (article: Article): Article[] => [article, ...(article.articles ?? []).flatMap(withInner)];

type Numbers = ReadonlyMap<string, string>;

const textOf = (article: Article, numbers: Numbers): string =>
  [
    ...article.blocks.map((block) => blockText(block, numbers)),
    ...(article.articles ?? []).map((inner) => `${inner.number} ${inner.title ?? ''}\n${textOf(inner, numbers)}`.trim()),
  ].join('\n\n');

const blockText = (block: Block, numbers: Numbers): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return proseText(block.prose, numbers);
    case 'definition':
      return `${block.term}\u00a0: ${proseText(block.prose, numbers)}`;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${item.map((one) => blockText(one, numbers)).join(' ')}`)
        .join('\n');
    case 'table':
      return block.rows
        .map((row) =>
          row.map((cell, index) => `${block.columns[index]?.label ?? ''}\u00a0: ${proseText(cell, numbers)}`).join(' ; '),
        )
        .join('\n');
  }
};

const proseText = (prose: Prose, numbers: Numbers): string =>
  prose
    .map((inline) =>
      inline.kind === 'break' ? '\n' : inline.kind === 'xref' ? `article ${numbers.get(inline.to) ?? ''}`.trim() : inline.text,
    )
    .join('');
