import type { Article, Block, DocumentPart } from '../../clauses/index.ts';
import { type ClauseToInitial, clausesToInitial } from '../../signing/index.ts';
import type { AmendmentContent } from './amendment-content.ts';
import { namedReferences } from './named-references.ts';

/**
 * The risk articles of the contract that this amendment rewrites, adds or takes out, in the words it gives them: read and initialled
 * one by one, as they were in the contract. What it leaves as it was is not asked for again.
 */
export const articlesToInitial = ({
  articles,
  references,
}: Pick<AmendmentContent, 'articles' | 'references'>): ClauseToInitial[] => {
  const changed = articles.map((change): Article => ({
    id: change.id,
    number: change.number,
    title: change.title,
    blocks: change.kind === 'removed' ? [removed] : (namedReferences(change.blocks, references) as unknown as Block[]),
  }));
  const touched = Object.entries(references).flatMap(([id, name]): Article[] => {
    const number = name.split('\u00a0').at(-1)!;
    const own = changed.find((article) => article.id === id);
    const inner = changed.filter((article) => article.number.startsWith(`${number}.`));
    if (!own && inner.length === 0) return [];
    const title = own?.title ?? inner.map((article) => article.title).join(', ');
    return [{ id, number, title, blocks: own?.blocks ?? [], articles: inner }];
  });
  const part: DocumentPart = { id: 'avenant', kind: 'body', title: '', versionLine: null, articles: touched };
  return clausesToInitial([part]);
};

const removed: Block = { kind: 'paragraph', prose: [{ kind: 'text', text: 'Cet article est supprimé du contrat.' }] };
