import { kindOfFact } from './fact-kinds.ts';

/** Facts are searched by what people wrote or decided in them; calls and lists, counted by thousands, have their own pages. */
export const isSearched = (type: string): boolean => kindOfFact(type) !== 'prospects' && !notSearched.has(type);
const notSearched = new Set([
  'DocumentFrozen',
  'DialAllowed',
  'DialRefused',
  'RecordingSealed',
  'ListeningCopyMade',
  'RecordingListened',
]);

/** The words inside a fact: names, numbers, reasons, comments; no identifiers and no hashes. */
export const factText = (body: unknown): string => {
  if (typeof body === 'string') return isIdentifier(body) ? '' : body;
  if (Array.isArray(body)) return body.map(factText).filter(Boolean).join(' ');
  if (typeof body === 'object' && body !== null)
    return Object.entries(body)
      .filter(([key]) => key !== 'type')
      .map(([, value]) => factText(value))
      .filter(Boolean)
      .join(' ');
  return '';
};
const isIdentifier = (text: string) => /^[0-9a-f-]{36}$|^[0-9a-f]{64}$|^\d{4}-\d\d-\d\dT/.test(text);
