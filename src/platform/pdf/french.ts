import { PARIS } from '../../shared/time.ts';

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** Keys whose value is printed letter for letter: what someone agreed to, typed or computed is never corrected. */
const verbatimKeys = new Set(['consentText', 'email', 'userAgent', 'fileName', 'path', 'iban', 'ip', 'kind', 'to', 'id']);

/**
 * A document's content as a template receives it: French typography on every sentence, instants as Paris local times.
 * Works on any JSON value; the shape does not change.
 */
export const typeset = <T>(value: T, key = ''): T => {
  if (typeof value === 'string') return typesetText(value, key) as T;
  if (Array.isArray(value)) return value.map((item) => typeset(item as unknown, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, typeset(item as unknown, name)])) as T;
};

const typesetText = (text: string, key: string): string => {
  if (instantPattern.test(text)) return parisLocal(text);
  return verbatimKeys.has(key) ? text : breakable(frenchTypography(text));
};

/** A word longer than a column (an address on the web) may break anywhere rather than leave the page; a hash is set by its own rule. */
const breakable = (text: string): string =>
  text.replace(/\S{45,}/g, (word) => (/^[0-9a-f]{64}$/.test(word) ? word : word.replace(/.{15}(?=.)/gu, '$&\u200B')));

/** '2026-03-05T09:00:12.000Z' becomes '2026-03-05T10:00:12+01:00'. */
const parisLocal = (instant: string): string => {
  const part = Object.fromEntries(parisClock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${part.timeZoneName!.slice(3)}`;
};

const parisClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: PARIS,
  ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
  ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset' } as const),
});

const nbsp = '\u00A0';

/** Spaces that must not break become no-break, straight apostrophes become ’. Only spacing and apostrophes change. */
export const frenchTypography = (text: string): string =>
  text
    .replace(/(?<=\p{L})'(?=[\p{L}\d«])/gu, '’')
    .replace(/ (?=[:;?!»%€])/g, nbsp)
    .replace(/(?<=«) /g, nbsp)
    .replace(/(?<=\d) (?=\d|h\b|min\b|s\b|k€|M€)/g, nbsp)
    .replace(/(?<=\d\u00A0h) (?=\d)/g, nbsp)
    .replace(/(?<=\b(?:articles?|art\.|Mme|M\.)) (?=\S)/g, nbsp)
    .replace(/(?<=n°) (?=\S)/g, nbsp);
