import type { AuditedDocument } from './audited-document.ts';
import type { Span } from './finding.ts';
import { folded, sentencesOf } from './french-text.ts';

/** One sentence, folded, with its place and the folded heading it stands under. */
export type Sentence = Span & { text: string; heading: string };

/** A document read once: every rule looks at the same sentences. */
export type PreparedDocument = AuditedDocument & {
  sentences: readonly Sentence[];
  /** Folded heading of each section. */
  headings: readonly string[];
  /** Folded text of each section, paragraphs joined by a line feed. */
  bodies: readonly string[];
};

export const prepare = (document: AuditedDocument): PreparedDocument => {
  const sentences: Sentence[] = [];
  const headings: string[] = [];
  const bodies: string[] = [];
  let path: { number: string; heading: string }[] = [];
  document.sections.forEach((section, sectionIndex) => {
    const own = folded(section.heading ?? '');
    // « 5.2 » stands under « 5 »: its words are read under both headings.
    const number = section.number?.replace(/\.$/, '') ?? null;
    path = number === null ? [] : path.filter((above) => number.startsWith(`${above.number}.`));
    const heading = [...path.map((above) => above.heading), own].filter(Boolean).join(' / ');
    if (number !== null) path = [...path, { number, heading: own }];
    headings.push(heading);
    const paragraphs: string[] = [];
    section.paragraphs.forEach((paragraph, paragraphIndex) => {
      const text = folded(paragraph.text);
      paragraphs.push(text);
      for (const { start, end } of sentencesOf(text))
        sentences.push({ section: sectionIndex, paragraph: paragraphIndex, start, end, text: text.slice(start, end), heading });
    });
    bodies.push(paragraphs.join('\n'));
  });
  return { ...document, sentences, headings, bodies };
};

/** Words that say a thing, and words that take it back (« sans pénalité de retard »). */
export type Concept = { says: RegExp; unless?: RegExp; under?: RegExp };

/** The sentences that say it. `under`: only below a heading that matches. */
export const sayings = (document: PreparedDocument, { says, unless, under }: Concept): Sentence[] =>
  document.sentences.filter(
    (sentence) => says.test(sentence.text) && !unless?.test(sentence.text) && (!under || under.test(sentence.heading)),
  );

export const saying = (document: PreparedDocument, { says, unless, under }: Concept): Sentence | undefined =>
  document.sentences.find(
    (sentence) => says.test(sentence.text) && !unless?.test(sentence.text) && (!under || under.test(sentence.heading)),
  );

/** The place of the words that match inside a sentence; the whole sentence when nothing narrower does. */
export const spanOf = (sentence: Sentence, words?: RegExp): Span => {
  const found = words && new RegExp(words.source, words.flags.replace('g', '')).exec(sentence.text);
  const { section, paragraph, start, end } = sentence;
  return found
    ? { section, paragraph, start: start + found.index, end: start + found.index + found[0].length }
    : { section, paragraph, start, end };
};

/** The first sentence under a heading. */
export const firstUnder = (document: PreparedDocument, heading: RegExp): Sentence | undefined =>
  document.sentences.find((sentence) => heading.test(sentence.heading));
