import type { Article, Block, Inline } from '../domain/prose.ts';

const inlineText = (inline: Inline): string => {
  if (inline.kind === 'break') return '\n';
  return inline.kind === 'xref' ? '' : inline.text;
};
const proseText = (prose: readonly Inline[]): string => prose.map(inlineText).join('');

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return proseText(block.prose);
    case 'definition':
      return `${block.term} : ${proseText(block.prose)}`;
    case 'list':
      return block.items.map((item) => item.map(blockText).join('\n')).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(proseText).join(' ; ')).join('\n');
  }
};

/** The words of some blocks, one paragraph a line, as a reader hears them: what is compared and searched. */
export const plainText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n');

/** The words of an article and of those inside it, each under its title. */
export const articleText = (article: Article): string =>
  [article.title ?? '', plainText(article.blocks), ...(article.articles ?? []).map(articleText)].filter(Boolean).join('\n');

/** One kind of space and of apostrophe, so that words are compared and not their typography. */
export const plainly = (text: string): string =>
  text
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .replaceAll('’', "'")
    .trim();
