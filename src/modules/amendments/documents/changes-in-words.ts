import { frenchDate, frenchTime } from '../../../shared/french.ts';
import { civilDateOf, clockTimeOf, type Instant } from '../../../shared/time.ts';
import { compareContents } from '../../negotiation/index.ts';
import { englishLabel, englishTermWords, termWords } from '../../negotiation/queries.ts';
import type { AmendmentContent } from '../domain/amendment-content.ts';

/** A condition before and after, in the words of the contract, with the article that words it. */
export type ChangeInWords = {
  path: string;
  label: string;
  from: string[];
  to: string[];
  article: string | null;
  /** The same on English screens; the document is in French. */
  english: { label: string; from: string[]; to: string[] };
};

type Changed = Pick<AmendmentContent, 'termsBefore' | 'terms' | 'wordedAt'>;

/** The conditions that an amendment changes, in the order of the quote’s headings. */
export const changesInWords = ({ termsBefore, terms, wordedAt }: Changed): ChangeInWords[] => {
  const sides = [
    { terms: termsBefore, parts: [], articles: wordedAt },
    { terms, parts: [], articles: wordedAt },
  ] as const;
  const english = new Map(compareContents(...sides, englishTermWords).terms.map((change) => [change.path, change]));
  return compareContents(...sides, termWords).terms.map((change) => {
    const { path, label, removed, added, article } = change;
    const { removed: from, added: to } = english.get(path) ?? change;
    return {
      path,
      label,
      from: [...removed],
      to: [...added],
      article,
      english: { label: englishLabel(path), from: [...from], to: [...to] },
    };
  });
};

/** « le 16 mars 2026 à 0 h 00 », Paris. */
export const momentWords = (at: Instant): string => `le ${frenchDate(civilDateOf(at))} à ${frenchTime(clockTimeOf(at))}`;

export const effectWords = ({ effectiveAt }: Pick<AmendmentContent, 'effectiveAt'>): string =>
  effectiveAt === null
    ? 'dès la dernière des deux signatures'
    : `${momentWords(effectiveAt)}, ou à la dernière des deux signatures si elle vient plus tard`;
