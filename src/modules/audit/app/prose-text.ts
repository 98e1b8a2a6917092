import type { Article, Block, DocumentPart, Prose } from '../../clauses/index.ts';
import type { AuditedParagraph, AuditedSection } from '../domain/audited-document.ts';

/** The articles of one of our documents as plain paragraphs, each under its number: what the rules read and the screen shows. */
export const sectionsOfParts = (parts: readonly DocumentPart[]): AuditedSection[] => {
  const numbers = new Map<string, string>();
  const number = (article: Article) => {
    numbers.set(article.id, article.number);
    article.articles?.forEach(number);
  };
  for (const part of parts) part.articles.forEach(number);

  const words = (prose: Prose): string =>
    prose
      .map((inline) => {
        if (inline.kind === 'xref') return `article\u00a0${numbers.get(inline.to) ?? ''}`;
        return inline.kind === 'break' ? ' ' : inline.text;
      })
      .join('');

  const paragraphs = (block: Block): AuditedParagraph[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'note':
        return [{ text: words(block.prose) }];
      case 'definition':
        return [{ text: `${block.term}\u00a0: ${words(block.prose)}` }];
      case 'list':
        return block.items.map((item) => ({
          text: `- ${item
            .flatMap(paragraphs)
            .map(({ text }) => text)
            .join(' ')}`,
        }));
      case 'table':
        return [
          { text: block.columns.map(({ label }) => label).join(' | ') },
          ...block.rows.map((row) => ({ text: row.map(words).join(' | ') })),
        ];
    }
  };

  const sections = (article: Article): AuditedSection[] => [
    { number: article.number, heading: article.title, paragraphs: article.blocks.flatMap(paragraphs) },
    ...(article.articles ?? []).flatMap(sections),
  ];
  return parts.flatMap((part) => [
    ...(part.kind === 'body' ? [] : [{ number: null, heading: part.title, paragraphs: [] }]),
    ...part.articles.flatMap(sections),
  ]);
};
