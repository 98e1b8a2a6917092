import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { Words } from './shapes.ts';

type Key = keyof (typeof messages)['fr'];

/** The module's sentences, those built from a code (`phase_` + 'ringing'), and what the server says in both languages. */
export const useWords = () => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  return {
    t,
    coded: (prefix: string, code: string): string => (`${prefix}${code}` in messages.fr ? t(`${prefix}${code}` as Key) : code),
    inLanguage: (words: Words): string => words[language],
    language,
  };
};
