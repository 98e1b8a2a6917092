import IntlMessageFormat from 'intl-messageformat';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Catalogue, Language } from './messages.ts';

const cookieName = 'cadran_lang';
export const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB');

/** The language that the reader chose, else French. The server reads the same cookie for its refusals. */
export const readLanguage = (): Language => {
  const chosen = /(?:^|; )cadran_lang=(fr|en)/.exec(document.cookie)?.[1];
  return chosen === 'en' ? 'en' : 'fr';
};

type Chosen = { language: Language; choose: (language: Language) => void };
const Context = createContext<Chosen | null>(null);

export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [language, setLanguage] = useState<Language>(readLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    document.cookie = `${cookieName}=${next}; path=/; max-age=31536000; samesite=lax`;
    setLanguage(next);
  }, []);
  const chosen = useMemo(() => ({ language, choose }), [language, choose]);
  return (
    <Context value={chosen}>
      <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>
    </Context>
  );
};

export const useLanguage = (): Chosen => {
  const chosen = useContext(Context);
  if (!chosen) throw new Error('useLanguage outside LanguageProvider');
  return chosen;
};

const compiled = new Map<string, IntlMessageFormat>();
const format = (message: string, language: Language, values: MessageValues | undefined): string => {
  if (!values && !message.includes('{') && !message.includes("'")) return message;
  const key = `${language}\u0000${message}`;
  let ready = compiled.get(key);
  if (!ready) compiled.set(key, (ready = new IntlMessageFormat(message, localeOf(language))));
  return String(ready.format(values));
};

export type MessageValues = Record<string, string | number | boolean | Date>;
export type Translate<Key extends string> = (key: Key, values?: MessageValues) => string;

/** `const t = useMessages(messages); t('sentOn', { day })`. */
export const useMessages = <Key extends string>(catalogue: Catalogue<Key>): Translate<Key> => {
  const { language } = useLanguage();
  return useCallback((key, values) => format(catalogue[language][key], language, values), [catalogue, language]);
};
