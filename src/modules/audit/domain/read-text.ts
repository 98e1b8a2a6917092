import type { AuditedKind, AuditedParagraph, AuditedSection } from './audited-document.ts';
import { folded } from './french-text.ts';

/** A line as it stood in the file. `heading`: the format itself says that it is one. `opens`: a paragraph starts here. */
export type TextLine = { text: string; page?: number; line?: number; heading?: boolean; opens?: boolean };

/** Lines become sections: page headers go, words cut at a line end are joined, headings and their numbers are recognised. */
export const sectionsOf = (lines: readonly TextLine[]): AuditedSection[] => {
  const sections: { number: string | null; heading: string | null; paragraphs: AuditedParagraph[] }[] = [];
  let current = { number: null as string | null, heading: null as string | null, paragraphs: [] as AuditedParagraph[] };
  let cutHeading: string | null = null;
  let open: { text: string; page?: number | undefined; line?: number | undefined } | null = null;
  const endParagraph = () => {
    if (open && open.text.trim() !== '') current.paragraphs.push({ ...open, text: open.text.trim() });
    open = null;
  };
  const endSection = () => {
    endParagraph();
    if (current.heading !== null || current.paragraphs.length > 0) sections.push(current);
  };
  const kept = withoutPageFurniture(lines);
  const full = fullLength(kept);
  kept.forEach((line, index) => {
    const text = line.text
      .normalize('NFKC')
      .replace(/\u00ad/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (text === '') return endParagraph();
    if (cutHeading !== null && /^\p{Ll}/u.test(text)) {
      current.heading = joined(cutHeading, text);
      cutHeading = null;
      return;
    }
    const heading = headingOf(text, line, kept[index - 1]?.text ?? '', kept[index + 1]?.text ?? '');
    cutHeading = heading?.heading?.endsWith('-') ? heading.heading : null;
    if (heading) {
      endSection();
      current = { ...heading, paragraphs: [] };
      return;
    }
    const place = { page: line.page, line: line.line };
    const before = kept[index - 1]?.text ?? '';
    if (
      open === null ||
      line.opens ||
      isBullet(text) ||
      isRow(line.text) ||
      isRow(before) ||
      startsParagraph(before.replace(/\s+/g, ' ').trim(), text, full)
    ) {
      endParagraph();
      open = { text, ...place };
    } else open.text = joined(open.text, text);
  });
  endSection();
  return sections;
};

/** « confiden- » + « tialité »: a word cut at the end of its line. « rendez- » + « vous » keeps its hyphen. */
const joined = (before: string, after: string): string => {
  const cut = /(\p{L}+)-$/u.exec(before);
  if (!cut || !/^\p{Ll}/u.test(after)) return `${before} ${after}`;
  const keepsHyphen =
    /^(rendez|contrat|compte|non|mi|sous|avant|ci|vis|peut|est|c’est|celui|celle|lui|elle|eux|bi|auto|e|télé|quote|savoir)$/i.test(
      cut[1]!,
    );
  return keepsHyphen ? before + after : before.slice(0, -1) + after;
};

/** A line of a table: cells held apart by a run of spaces or a tab. */
const isRow = (text: string) => /\S(?: {3,}|\t)\s*\S/.test(text);
const isBullet = (text: string) => /^([-–•*▪◦·●○]|\(?[a-z]\)|\d{1,2}\))\s+\S/.test(text);

/** How long a line is when its writer had no choice but to turn: the ninth tenth of those that are no longer than a page is wide. */
const fullLength = (lines: readonly TextLine[]): number => {
  const lengths = lines
    .map(({ text }) => text.trim().length)
    .filter((length) => length > 0 && length < 160)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 80;
};

/** A capital after a full stop, or after a line that had room left, starts a paragraph of its own. */
const startsParagraph = (before: string, after: string, full: number): boolean => {
  if (/\p{L}-$/u.test(before) || !/^[\p{Lu}«\d"“(]/u.test(after)) return false;
  return /[.:;!?]$/.test(before) || before.length < full * 0.75 || before.length > 160;
};

const articleHeading =
  /^(?:article|art\.?|clause|section|chapitre|titre|§)\s*(?:n[°o]\s*)?([A-Z]?\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|premier|1er)\b\s*(?:[.:)–—-]+\s*)*(.*)$/i;
const numberedHeading = /^([A-Z]{0,2}\d{1,2}(?:\.\d{1,2}){0,3})\s*(?:[.)–—-]\s*|\s)\s*(\p{Lu}.*)$/u;
const romanHeading = /^([IVX]{1,5})\s*[.)–—-]\s*(\p{Lu}.*)$/u;
const familiar =
  /^(preambule|objet|perimetre|prestations?|mission|livrables?|delais?|duree|planning|prix|tarifs?|honoraires|paiement|modalites (de|financieres).*|conditions (de|financieres).*|facturation|confidentialite|propriete.*|donnees.*|responsabilite.*|resiliation.*|litiges?.*|indicateurs?.*|rendez-vous.*|definitions?.*|script.*|fichier.*|reporting.*|suivi.*|contexte|objectifs?|exclusions?|hors perimetre|creneaux.*|horaires.*|volumes?.*|penalites.*|acompte|echeancier.*|budget|parties|entre les soussignes.*|assurance.*|juridiction.*|droit applicable.*|avenants?|modifications?)$/;

const headingOf = (
  text: string,
  line: TextLine,
  before: string,
  after: string,
): { number: string | null; heading: string | null } | null => {
  const long = text.length > 110;
  const article = articleHeading.exec(text);
  if (article && !long && !/[;,]$/.test(text)) {
    const [, number, rest] = article;
    // « Article 5 du contrat : … » inside a sentence is not a heading.
    if (/^(du|de|des|et|ou|ci|les|la|le)\b/i.test(rest!) || (rest!.endsWith('.') && rest!.length > 70)) return null;
    return { number: /premier|1er/i.test(number!) ? '1' : number!, heading: rest!.replace(/[.:]$/, '').trim() || null };
  }
  if (line.heading) {
    const numbered = numberedHeading.exec(text) ?? romanHeading.exec(text);
    return numbered ? { number: numbered[1]!, heading: numbered[2]!.trim() } : { number: null, heading: text };
  }
  if (long || /[,;]$/.test(text)) return null;
  const numbered = numberedHeading.exec(text) ?? romanHeading.exec(text);
  if (
    numbered &&
    !/[.!?]$/.test(text) &&
    text.split(' ').length <= 12 &&
    !/^\d+\s+(appels?|heures?|jours?|rendez|euros?|mois|fiches?)/i.test(text) &&
    !/^\d{4,}/.test(text) &&
    !/^\d{1,2} (rue|avenue|bd|boulevard|place|quai|chemin|all[ée]e|impasse|cours|route)\b/i.test(text) &&
    !/€|\d{5}/.test(text)
  )
    return { number: numbered[1]!, heading: numbered[2]!.replace(/:$/, '').trim() };
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length >= 5 && letters === letters.toUpperCase() && text.split(' ').length <= 12 && !/\d{3}|€|:.+/.test(text))
    return { number: null, heading: text.replace(/\s*:$/, '') };
  const alone = before.trim() === '' || after.trim() !== '';
  if (alone && familiar.test(folded(text).replace(/ ?:$/, ''))) return { number: null, heading: text.replace(/\s*:$/, '') };
  return null;
};

const pageNumber = /^(page\s*)?\d{1,3}\s*(\/|sur|of)\s*\d{1,3}$|^page\s*\d{1,3}$|^[-–—]\s*\d{1,3}\s*[-–—]$|^\d{1,3}$/i;

/** Lines that come back at the top or bottom of page after page are furniture, as are page numbers. */
const withoutPageFurniture = (lines: readonly TextLine[]): TextLine[] => {
  const pages = new Map<number, TextLine[]>();
  for (const line of lines)
    if (line.page !== undefined && line.text.trim() !== '') pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  const edges = new Map<string, number>();
  const shape = (line: TextLine) => line.text.trim().replace(/\d+/g, '#');
  const edgesOf = (page: readonly TextLine[]) => (page.length < 5 ? page.slice(0, 1) : [...page.slice(0, 2), ...page.slice(-2)]);
  for (const page of pages.values())
    for (const key of new Set(edgesOf(page).map(shape))) edges.set(key, (edges.get(key) ?? 0) + 1);
  const furniture = new Set<TextLine>();
  for (const page of pages.values())
    for (const line of edgesOf(page))
      if ((edges.get(shape(line)) ?? 0) >= Math.max(3, pages.size / 2) && line.text.trim().length < 120) furniture.add(line);
  // Pasted text has no pages: a line that says « page » and comes back is a header all the same.
  const repeated = new Map<string, number>();
  for (const line of lines)
    if (/\bpage\b|\d+ ?\/ ?\d+/i.test(line.text)) repeated.set(shape(line), (repeated.get(shape(line)) ?? 0) + 1);
  return lines.filter(
    (line) =>
      !furniture.has(line) &&
      !((repeated.get(shape(line)) ?? 0) >= 3 && line.text.trim().length < 120) &&
      !(line.page !== undefined && pageNumber.test(line.text.trim())),
  );
};

/** Pasted or plain text: its lines, numbered. */
export const linesOf = (text: string): TextLine[] =>
  text.split(/\r\n|\r|\n|\f/).map((line, index) => {
    const marked = /^(#{1,6})\s+(.*)$/.exec(line);
    return marked ? { text: marked[2]!, line: index + 1, heading: true } : { text: line, line: index + 1 };
  });

/** What sort of paper this is, by its title and its first words. */
export const kindOf = (title: string, sections: readonly AuditedSection[]): AuditedKind => {
  const first = sections
    .slice(0, 3)
    .flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs.slice(0, 4).map(({ text }) => text)]);
  const names: readonly [AuditedKind, RegExp][] = [
    ['avenant', /^avenant|\bavenant n/],
    ['contrat-cadre', /\b(contrat|accord|convention)[- ]cadre\b/],
    ['cgv', /^(conditions generales|cgv)\b|^conditions d'intervention/],
    ['bon-de-commande', /^bon de commande/],
    ['lettre-de-mission', /^lettre de mission/],
    ['devis', /^(devis|proposition commerciale|offre commerciale)\b|\bdevis n/],
    ['contrat', /^(contrat|convention)\b|contrat de prestation/],
    ['annexe', /^annexe\b/],
  ];
  for (const text of [folded(title), ...first.map((line) => folded(line).trim())].slice(0, 12)) {
    const found = names.find(
      ([, pattern]) => text.length < 120 && pattern.test(text.replace(/[_-]+/g, (dash) => (dash === '_' ? ' ' : dash))),
    );
    if (found) return found[0];
  }
  return 'autre';
};
