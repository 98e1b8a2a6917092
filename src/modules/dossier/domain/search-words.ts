/** One letter for one letter, without accents or capitals: a place in the folded text is the same place in the original. */
const foldLetter = (letter: string): string => {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const known: Record<string, string> = { œ: 'o', æ: 'a', '’': "'", '\u00a0': ' ', '\u202f': ' ' };
  return (known[bare] ?? bare).charAt(0) || ' ';
};
export const folded = (text: string): string => Array.from(text.normalize('NFC'), foldLetter).join('');

/** What is kept to be searched: words and figures only, so that « DEV-2026-0001 » is three of them and not a sum. */
export const searchedText = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The words of a question, folded, in the order typed; empty when nothing can be searched. */
export const searchWords = (question: string): string[] =>
  folded(question)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 || /\d/.test(word))
    .slice(0, 8);

/** As PostgreSQL asks it: every word, each as a beginning (« résil » finds « résiliation »). */
export const prefixQuery = (words: readonly string[]): string => words.map((word) => `'${word}':*`).join(' & ');

export type Snippet = readonly { text: string; found: boolean }[];

/** The sentence around the first word found, with the words found apart: what a result shows. */
export const snippetOf = (text: string, words: readonly string[], around = 90): Snippet => {
  const letters = Array.from(text.normalize('NFC'));
  const flat = letters.map(foldLetter).join('');
  const places = placesOf(flat, words);
  const first = places[0]?.from ?? 0;
  const from = wordStart(flat, Math.max(0, first - around));
  const to = Math.min(letters.length, first + around * 2);
  const pieces: { text: string; found: boolean }[] = [];
  let at = from;
  for (const place of places.filter(({ from: start, to: end }) => start >= from && end <= to)) {
    if (place.from > at) pieces.push({ text: letters.slice(at, place.from).join(''), found: false });
    pieces.push({ text: letters.slice(place.from, place.to).join(''), found: true });
    at = place.to;
  }
  if (at < to) pieces.push({ text: letters.slice(at, to).join(''), found: false });
  if (from > 0) pieces.unshift({ text: '… ', found: false });
  if (to < letters.length) pieces.push({ text: ' …', found: false });
  return pieces.map(({ text: words, found }) => ({ text: words.replace(/\s+/g, ' '), found }));
};

const isWordLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
const wordStart = (flat: string, at: number): number => {
  let start = at;
  while (start > 0 && isWordLetter(flat[start - 1])) start -= 1;
  return start;
};

const placesOf = (flat: string, words: readonly string[]): { from: number; to: number }[] => {
  const found = words.flatMap((word) => {
    const places: { from: number; to: number }[] = [];
    for (let at = flat.indexOf(word); at >= 0 && places.length < 50; at = flat.indexOf(word, at + word.length))
      if (!isWordLetter(flat[at - 1])) places.push({ from: at, to: at + word.length });
    return places;
  });
  found.sort((one, other) => one.from - other.from);
  return found.filter((place, index) => index === 0 || place.from >= found[index - 1]!.to);
};
