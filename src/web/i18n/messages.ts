import type { Language } from '../../shared/refusal.ts';

export type Catalogue<Key extends string = string> = {
  readonly fr: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
};

/** A module's sentences in both languages. A key missing on either side does not compile; values are ICU messages. */
export const defineMessages = <const Fr extends Record<string, string>>(catalogue: {
  fr: Fr;
  en: { [Key in keyof Fr]: string };
}): Catalogue<keyof Fr & string> => catalogue;

export const languages: readonly Language[] = ['fr', 'en'];
export type { Language };
