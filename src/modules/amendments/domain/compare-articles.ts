import type { Article, Block, DocumentPart, Inline, Prose } from '../../clauses/index.ts';
import { amendmentName } from '../../contracts/index.ts';
import type { ArticleChange } from './amendment-content.ts';

type Unit = { id: string; number: string; title: string | null; part: string; blocks: readonly Block[]; parent: string | null };

const unitsOf = (parts: readonly DocumentPart[]): Unit[] =>
  parts.flatMap((part) => part.articles.flatMap((article) => unitsIn(article, part.title, null)));
const unitsIn = ({ id, number, title, blocks, articles = [] }: Article, part: string, parent: string | null): Unit[] => [
  { id, number, title, part, blocks, parent },
  ...articles.flatMap((child) => unitsIn(child, part, id)),
];

const plainProse = (prose: Prose): string => prose.map(plainInline).join('');
const plainInline = (inline: Inline): string =>
  inline.kind === 'xref' ? `[${inline.to}]` : inline.kind === 'break' ? '\n' : inline.text;
const plainBlock = (block: Block): string => {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => item.map(plainBlock).join('\n')).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(plainProse).join('|')).join('\n');
    case 'definition':
      return `${block.term}:${plainProse(block.prose)}`;
    default:
      return plainProse(block.prose);
  }
};
/** The words of an article, however they are set. */
const wordsOf = ({ title, blocks }: Pick<Unit, 'title' | 'blocks'>): string =>
  [title ?? '', ...blocks.map(plainBlock)].join('\n');

/**
 * What changes between two states of a contract, article by article, under the numbers of the one being amended. `after`
 * keeps those numbers (see `keepNumbers`), so what is not cited here has not moved.
 */
export const compareArticles = (before: readonly DocumentPart[], after: readonly DocumentPart[]): ArticleChange[] => {
  const [old, all] = [unitsOf(before), unitsOf(after)];
  const now = all.filter((unit) => !isRemoved(unit));
  const oldById = new Map(old.map((unit) => [unit.id, unit]));
  const nowIds = new Set(now.map(({ id }) => id));
  const changed = now.flatMap((unit) => {
    const was = oldById.get(unit.id);
    if (was && wordsOf(was) === wordsOf(unit)) return [];
    // A heading alone says nothing: what it holds is cited.
    if (unit.blocks.length === 0 && was) return [];
    return [change(was ? 'replaced' : 'added', unit)];
  });
  const removed = old
    .filter((unit) => !isRemoved(unit) && !nowIds.has(unit.id) && (unit.parent === null || nowIds.has(unit.parent)))
    .map((unit) => ({ ...change('removed', unit), blocks: [] }));
  return [...changed, ...removed].sort((one, other) => order(old, all, one.id) - order(old, all, other.id));
};

const change = (kind: ArticleChange['kind'], { id, number, title, part, blocks }: Unit): ArticleChange => ({
  kind,
  id,
  number,
  title: title?.trim() ?? null,
  part,
  blocks: blocks as unknown as ArticleChange['blocks'],
});
/** In the order of the amended contract, where what goes has left its number. */
const order = (old: readonly Unit[], all: readonly Unit[], id: string): number => {
  const at = all.findIndex((unit) => unit.id === id);
  return at >= 0 ? at : all.length + old.findIndex((unit) => unit.id === id);
};

const removedMark = 'amendment:removed';
const isRemoved = ({ blocks }: Pick<Unit, 'blocks'>): boolean => {
  const [first] = blocks;
  return first?.kind === 'note' && first.prose.some((inline) => inline.kind === 'value' && inline.termPath === removedMark);
};
const stub = ({ id, number, title }: Article, rank: number): Article => ({
  id,
  number,
  title,
  blocks: [
    { kind: 'note', prose: [{ kind: 'value', text: `Supprimé par l’${amendmentName({ rank })}.`, termPath: removedMark }] },
  ],
});

/**
 * The amended contract under the numbers of the one it amends: an article that goes leaves its number behind, one that comes
 * takes the next free one, and everything else is found where it was.
 */
export const keepNumbers = (
  before: readonly DocumentPart[],
  after: readonly DocumentPart[],
  rank: number,
): { parts: DocumentPart[]; renumbered: ReadonlyMap<string, string> } => {
  const renumbered = new Map<string, string>();
  const parts = after.map((part): DocumentPart => {
    const was = before.find(({ id }) => id === part.id);
    return was ? { ...part, articles: kept(was.articles, part.articles, prefixOf(part.articles), rank, renumbered) } : part;
  });
  return { parts, renumbered };
};

const kept = (
  before: readonly Article[],
  after: readonly Article[],
  prefix: string,
  rank: number,
  renumbered: Map<string, string>,
): Article[] => {
  const nowById = new Map(after.map((article) => [article.id, article]));
  const wereIds = new Set(before.map(({ id }) => id));
  const place = (article: Article, number: string, was: Article | undefined): Article => {
    renumbered.set(article.number, number);
    const children = kept(was?.articles ?? [], article.articles ?? [], `${number}.`, rank, renumbered);
    return { ...article, number, ...(children.length ? { articles: children } : {}) };
  };
  return [
    ...before.map((was) => {
      const now = nowById.get(was.id);
      return now ? place(now, was.number, was) : isRemoved(was) ? was : stub(was, rank);
    }),
    ...after
      .filter(({ id }) => !wereIds.has(id))
      .map((article, index) => place(article, `${prefix}${before.length + index + 1}`, undefined)),
  ];
};

const prefixOf = (articles: readonly Article[]): string => articles[0]?.number.replace(/\d+$/, '') ?? '';
