import { diffWords } from 'diff';

/** A text and the one that replaces it, in reading order: what stays, what goes, what comes. `¶` parts two paragraphs. */
export type Redline = readonly { kind: 'kept' | 'added' | 'removed'; text: string }[];

const words = new Intl.Segmenter('fr', { granularity: 'word' });

/** Typography is no change: straight and curly apostrophes, unbreakable and doubled spaces read the same. */
export const sameTypography = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/['’ʼ]/g, '’')
    .replace(/[\u00a0\u202f\u2009\s]+/g, ' ')
    .trim();

/**
 * The words that changed between two texts. Kept and added together are the text after; kept and removed, the text before.
 * Always worked out in one direction, so that exchanging the two texts exchanges what is added and what is removed.
 */
export const redline = (before: string, after: string): Redline => {
  const [from, to] = [sameTypography(before), sameTypography(after)];
  if (from === to) return from === '' ? [] : [{ kind: 'kept', text: from }];
  const swapped = from > to;
  const changes = diffWords(swapped ? to : from, swapped ? from : to, { intlSegmenter: words });
  return changes.map(({ added, removed, value }) => ({
    kind: added ? (swapped ? 'removed' : 'added') : removed ? (swapped ? 'added' : 'removed') : 'kept',
    text: value,
  }));
};

export const isUnchanged = (line: Redline): boolean => line.every(({ kind }) => kind === 'kept');

// A space beside a word that goes belongs to neither text more than to the other.
const textOf = (line: Redline, without: 'added' | 'removed'): string =>
  sameTypography(
    line
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join(''),
  );
export const textAfter = (line: Redline): string => textOf(line, 'removed');
export const textBefore = (line: Redline): string => textOf(line, 'added');
