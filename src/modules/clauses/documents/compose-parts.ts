import type { ClauseReference, TermPath } from '../../contracts/index.ts';
import type { Clause, ClauseFamily, ClauseLibrary } from '../app/load-clause-library.ts';
import type { Article, DocumentPart } from '../domain/prose.ts';
import { type ClauseVariables, resolveClause } from './clause-text.ts';

/** The clauses of a contract, numbered and resolved, with the article that words each condition. */
export type ComposedParts = {
  parts: readonly DocumentPart[];
  articles: Readonly<Record<TermPath, string>>;
  clauses: readonly ClauseReference[];
};

const layout: readonly {
  family: ClauseFamily;
  part: Pick<DocumentPart, 'id' | 'kind' | 'title'>;
  numbering: (index: number) => string;
}[] = [
  { family: 'socle', part: { id: 'contrat', kind: 'body', title: 'Conditions particulières' }, numbering: (index) => `${index}` },
  {
    family: 'annexe-telephone',
    part: { id: 'annexe-telephone', kind: 'annex', title: 'Annexe A. Prospection téléphonique' },
    numbering: (index) => `A${index}`,
  },
  { family: 'cgv', part: { id: 'cgv', kind: 'cgv', title: 'Conditions générales' }, numbering: (index) => `CG${index}` },
];

/** Numbers every article, resolves every clause and notes where each term is worded. Numbers are never typed by hand. */
export const composeParts = (library: ClauseLibrary, variables: ClauseVariables): ComposedParts => {
  const articles: Record<TermPath, string> = {};
  const clauses: ClauseReference[] = [];
  const parts = layout.map(({ family, part, numbering }): DocumentPart => ({
    ...part,
    versionLine: family === 'socle' ? null : versionLine(library[family]),
    articles: library[family].map((clause, index) => {
      clauses.push({ id: clause.id, version: clause.version, sha256: clause.sha256 });
      return articleFrom(clause, numbering(index + 1), variables, articles);
    }),
  }));
  return { parts, articles, clauses };
};

const articleFrom = (
  clause: Clause,
  number: string,
  variables: ClauseVariables,
  articles: Record<TermPath, string>,
  hole?: string,
): Article => {
  const [first, ...others] = resolveClause(clause.id, clause.tree, variables, hole);
  const isWhole = first !== undefined && first.id === clause.id;
  const subParts = isWhole ? others : first ? [first, ...others] : [];
  const subArticles = subParts.map((part, index): Article => {
    const subNumber = `${number}.${index + 1}`;
    for (const path of part.words) articles[path] ??= subNumber;
    return { id: part.id, number: subNumber, title: part.title, blocks: part.blocks };
  });
  return {
    id: clause.id,
    number,
    title: clause.title,
    blocks: isWhole ? first.blocks : [],
    ...(subArticles.length > 0 ? { articles: subArticles } : {}),
  };
};

const versionLine = (clauses: readonly Clause[]): string => `version ${Math.max(...clauses.map((clause) => clause.version))}`;

export type PreviewedParts = Pick<ComposedParts, 'parts' | 'articles'>;

/** The same for an unfinished draft: « à renseigner » stands where a term is missing; a clause that cannot be worded without it is a remark in its place. */
export const previewParts = (library: ClauseLibrary, variables: ClauseVariables): PreviewedParts => {
  const articles: Record<TermPath, string> = {};
  const parts = layout.map(({ family, part, numbering }): DocumentPart => ({
    ...part,
    versionLine: null,
    articles: library[family].map((clause, index) => {
      const number = numbering(index + 1);
      try {
        return articleFrom(clause, number, variables, articles, 'à renseigner');
      } catch {
        for (const path of wordedIn(clause)) articles[path] ??= number;
        return {
          id: clause.id,
          number,
          title: clause.title,
          blocks: [{ kind: 'note', prose: [{ kind: 'text', text: 'À compléter : une condition manque encore.' }] }],
        };
      }
    }),
  }));
  return { parts, articles };
};

/** The conditions that a clause says it words, read from its headings without resolving it. */
const wordedIn = (clause: Clause): string[] =>
  clause.tree.children.flatMap((node) =>
    node.type === 'heading' && node.attributes['words'] ? String(node.attributes['words']).split(',') : [],
  );
