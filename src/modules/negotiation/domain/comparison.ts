import type { DocumentPart } from '../../clauses/index.ts';
import type { Heading, TermPath } from '../../contracts/index.ts';
import type { Redline } from './redline.ts';

/** One state of a document, as far as it can be compared: its conditions as values, its clauses as text. */
export type ComparedDocument = {
  terms: Readonly<Record<string, unknown>>;
  parts: readonly DocumentPart[];
  /** Which article words each condition. */
  articles: Readonly<Record<TermPath, string>>;
};

/** A condition that changed, in the words of the contract. Of a list, only what left and what joined it. */
export type TermChange = {
  path: TermPath;
  heading: Heading;
  label: string;
  article: string | null;
  removed: readonly string[];
  added: readonly string[];
};

export type ClauseStatus = 'added' | 'modified' | 'removed' | 'moved' | 'unchanged';
type Place = { before: string | null; after: string | null };

/** A numbered passage of a clause whose words changed. */
export type PassageChange = { id: string; title: string | null; number: Place; redline: Redline };

export type ClauseChange = {
  id: string;
  title: string;
  /** The part it stands in: the body, an annex, the general terms. */
  part: string;
  status: ClauseStatus;
  /** It also changed place: a modified clause may have moved too. */
  moved: boolean;
  number: Place;
  passages: readonly PassageChange[];
};

/** Two states of a document side by side: conditions first, then clauses, then words. */
export type Comparison = { terms: readonly TermChange[]; clauses: readonly ClauseChange[] };

export const isSame = ({ terms, clauses }: Comparison): boolean =>
  terms.length === 0 && clauses.every(({ status }) => status === 'unchanged');
