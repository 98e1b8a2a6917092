/**
 * French as rules read it: small letters, no accents, straight apostrophes, plain spaces and hyphens. One character in,
 * one character out, so that a place found here is the same place in the original.
 */
export const folded = (text: string): string => {
  let out = '';
  for (let index = 0; index < text.length; index += 1) out += foldedCharacter(text.charCodeAt(index));
  return out;
};

const table: string[] = [];
const special: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  œ: 'o',
  Œ: 'o',
  æ: 'a',
  Æ: 'a',
};

const foldedCharacter = (code: number): string =>
  (table[code] ??= (() => {
    const character = String.fromCharCode(code);
    const chosen = special[character];
    if (chosen) return chosen;
    if (/\s/.test(character)) return ' ';
    const bare = character.normalize('NFD').charAt(0).toLowerCase();
    return bare.length === 1 ? bare : character;
  })());

/** Where a sentence starts and ends in its paragraph. */
export type SentenceSpan = { start: number; end: number };

// « M. Martin », « art. 4 », « etc. » inside a sentence, « n. 3 »: their full stop ends nothing.
const abbreviation =
  /(?:^|[\s(])(?:m|mm|mme|art|al|n|no|p|ref|tel|cf|env|ex|l|r|d|s\.a|etc|sarl|c\. com|c|com|civ|conso|trav|min|max|hab|st)$/;

/** Cuts a folded paragraph at its full stops, question marks and semicolons of lists. */
export const sentencesOf = (text: string): SentenceSpan[] => {
  const spans: SentenceSpan[] = [];
  let start = 0;
  const close = (end: number) => {
    while (start < end && text[start] === ' ') start += 1;
    if (end > start) spans.push({ start, end });
    start = end;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character !== '.' && character !== '?' && character !== '!') continue;
    const next = text[index + 1];
    if (next !== undefined && next !== ' ') continue;
    if (character === '.' && abbreviation.test(text.slice(Math.max(0, index - 8), index))) continue;
    close(index + 1);
  }
  close(text.length);
  return spans;
};
