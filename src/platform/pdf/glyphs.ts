/** Shown for a character that the document's fonts lack: visible, so that nobody believes the text is complete. */
const missing = '■';

/**
 * PDF/A refuses a glyph that no font has, so an emoji in a company's name must not stop an invoice.
 * Returns a function that composes accents (NFC) and replaces what none of the fonts can draw; templates name both families, so one is enough.
 */
export const printableText = (fonts: readonly Buffer[]): ((text: string) => string) => {
  const covered = fonts.map(coverage);
  const drawable = (character: string): boolean => covered.some((has) => has(character.codePointAt(0)!));
  return (text) =>
    text
      .normalize('NFC')
      .replaceAll('\u2011', '-')
      .replace(/[^\u0000-\u017F\u2019\u200B]/gu, (character) => (drawable(character) ? character : missing));
};

/** Reads the font's `cmap` table, format 12 (full Unicode). */
const coverage = (font: Buffer): ((codePoint: number) => boolean) => {
  const cmap = tableOffset(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    if (font.readUInt16BE(table) === 12) return groupsAt(font, table);
  }
  throw new Error('Font without a full Unicode map');
};

const groupsAt = (font: Buffer, table: number): ((codePoint: number) => boolean) => {
  const groups = Array.from({ length: font.readUInt32BE(table + 12) }, (_, index) => {
    const group = table + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
  return (codePoint) => groups.some(([from, to]) => from <= codePoint && codePoint <= to);
};

const tableOffset = (font: Buffer, tag: string): number => {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16)
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  throw new Error(`Font without ${tag}`);
};
