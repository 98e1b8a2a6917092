import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { codeMessages } from './code-messages.ts';
import { messages } from './messages.ts';
import type { Words } from './shapes.ts';

type Code = keyof (typeof codeMessages)['fr'];

/** The module's sentences, those built from a code (`phase_` + 'ringing'), and what the server says in both languages. */
export const useWords = () => {
  const t = useMessages(messages);
  const tCode = useMessages(codeMessages);
  const { language } = useLanguage();
  return {
    t,
    coded: (prefix: string, code: string): string =>
      `${prefix}${code}` in codeMessages.fr ? tCode(`${prefix}${code}` as Code) : code,
    inLanguage: (words: Words): string => words[language],
    language,
  };
};
