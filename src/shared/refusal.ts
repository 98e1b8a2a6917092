import type { RefusalDetails } from './decision.ts';
import { frenchSpaces } from './french.ts';

export type Sentence = string | ((details: RefusalDetails) => string);

/** The sentence behind a "no", in both languages, with the HTTP status that carries it. */
export type Refusal = { status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429; fr: Sentence; en: Sentence };
export type Refusals<Code extends string = string> = Readonly<Record<Code, Refusal>>;
export type Language = 'fr' | 'en';

export const refusalSentence = (refusal: Refusal, language: Language, details: RefusalDetails = {}): string => {
  const sentence = refusal[language];
  const said = typeof sentence === 'function' ? sentence(details) : sentence;
  return language === 'fr' ? frenchSpaces(said) : said;
};
