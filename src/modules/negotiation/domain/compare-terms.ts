import { articleOf, labelOf, type TermPath } from '../../contracts/index.ts';
import type { ComparedDocument, TermChange } from './comparison.ts';
import { sameTypography } from './redline.ts';
import { negotiableTerms } from './term-fields.ts';
import { termAt } from './term-values.ts';

/** A condition as the contract says it: one sentence, or one by item of a list. */
export type TermWording = (path: TermPath, value: unknown) => readonly string[];

/** Conditions that the contract words as a whole: their parts are never compared one by one. */
const wholes: Readonly<Record<TermPath, string>> = {
  'calling.slots': 'Créneaux d’appel',
  'appointments.criteria': 'Critères du rendez-vous qualifié',
  indicators: 'Indicateurs',
  'price.lines': 'Lignes de prix',
  milestones: 'Échéancier',
  'payment.delay': 'Délai de règlement',
  'payment.penalty': 'Pénalités de retard',
  hypotheses: 'Hypothèses de départ',
  'framework.renewal': 'Renouvellement',
  'framework.priceGrid': 'Grille de prix',
  'framework.commitment': 'Engagement de volume',
};

/** Each condition that changed between two documents, in the words of the contract, in the order of the quote’s headings. */
export const compareTerms = (before: ComparedDocument, after: ComparedDocument, words: TermWording): TermChange[] => {
  const labels = new Map(
    [...negotiableTerms(before.terms), ...negotiableTerms(after.terms)].map(({ path, fr }) => [path, fr] as const),
  );
  const paths = [...new Set([...leaves(before.terms, ''), ...leaves(after.terms, '')])];
  return paths.flatMap((path): TermChange[] => {
    const worded = (document: ComparedDocument) => {
      const value = termAt(document.terms, path);
      return value === undefined ? [] : words(path, value);
    };
    const [old, now] = [worded(before), worded(after)];
    const without = (those: readonly string[], others: readonly string[]) => {
      const said = new Set(others.map(sameTypography));
      return those.filter((one) => !said.has(sameTypography(one)));
    };
    const removed = without(old, now);
    const added = without(now, old);
    if (removed.length === 0 && added.length === 0) return [];
    const named = labelOf(path);
    return [
      {
        path,
        heading: named.heading,
        label: wholes[path] ?? labels.get(path) ?? capitalized(named.fr),
        article: articleOf(after.articles, path) ?? articleOf(before.articles, path) ?? null,
        removed,
        added,
      },
    ];
  });
};

/** Every path that is compared: a leaf, or a condition worded as a whole. Conditions added to the schema later are found here too. */
const leaves = (value: unknown, path: TermPath): TermPath[] => {
  if (path in wholes || value === null || typeof value !== 'object' || Array.isArray(value)) return path ? [path] : [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
};

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
