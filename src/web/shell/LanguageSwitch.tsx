import { useLanguage, useMessages } from '../i18n/index.ts';
import { messages } from './messages.ts';

/** The other language, named in itself. */
export const LanguageSwitch = () => {
  const { language, choose } = useLanguage();
  const t = useMessages(messages);
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <button
      type="button"
      lang={other}
      onClick={() => choose(other)}
      className="h-9 rounded-md px-3 text-sm text-ink-soft hover:bg-sunken hover:text-ink max-md:h-11"
    >
      {t('language')}
    </button>
  );
};
