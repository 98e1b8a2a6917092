import { frenchDate, frenchTime } from '../../../shared/french.ts';
import { civilDateOf, clockTimeOf, type Instant } from '../../../shared/time.ts';
import { compareContents } from '../../negotiation/index.ts';
import { termWords } from '../../negotiation/queries.ts';
import type { AmendmentContent } from '../domain/amendment-content.ts';

/** A condition before and after, in the words of the contract, with the article that words it. */
export type ChangeInWords = {
  path: string;
  label: string;
  from: string[];
  to: string[];
  article: string | null;
};

type Changed = Pick<AmendmentContent, 'termsBefore' | 'terms' | 'wordedAt'>;

/** The conditions that an amendment changes, in the order of the quote’s headings. */
export const changesInWords = ({ termsBefore, terms, wordedAt }: Changed): ChangeInWords[] =>
  compareContents(
    { terms: termsBefore, parts: [], articles: wordedAt },
    { terms, parts: [], articles: wordedAt },
    termWords,
  ).terms.map(({ path, label, removed, added, article }) => ({ path, label, from: [...removed], to: [...added], article }));

/** « le 16 mars 2026 à 0 h 00 », Paris. */
export const momentWords = (at: Instant): string => `le ${frenchDate(civilDateOf(at))} à ${frenchTime(clockTimeOf(at))}`;

export const effectWords = ({ effectiveAt }: Pick<AmendmentContent, 'effectiveAt'>): string =>
  effectiveAt === null
    ? 'dès la dernière des deux signatures'
    : `${momentWords(effectiveAt)}, ou à la dernière des deux signatures si elle vient plus tard`;
