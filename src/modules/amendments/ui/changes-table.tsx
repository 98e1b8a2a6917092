import { useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { AmendmentLine } from './shapes.ts';

/** Each condition that changes: what it was, what it becomes, and the article that words it. */
export const ChangesTable = ({ changes }: { changes: AmendmentLine['changes'] }) => {
  const t = useMessages(messages);
  const { language } = useLanguage();
  // Of a list, only what joins it and what leaves it is told.
  const said = (words: readonly string[], none: string) =>
    words.length ? words.map((one) => <span key={one}>{one}</span>) : none;
  return (
    <dl className="divide-y divide-line border-y border-line text-sm">
      {changes.map(({ path, article, english, ...french }) => {
        const { label, from, to } = language === 'fr' ? french : english;
        return (
          <div key={path} className="grid gap-x-4 gap-y-1 py-2.5 md:grid-cols-[10rem_1fr_1fr]">
            <dt className="font-medium">
              {label}
              {article && <span className="block text-xs font-normal text-ink-soft">{t('article', { article })}</span>}
            </dt>
            <dd className="flex flex-col text-ink-soft">
              <span className="text-xs">{t('before')}</span>
              {said(from, '—')}
            </dd>
            <dd className="flex flex-col">
              <span className="text-xs text-ink-soft">{t('after')}</span>
              {said(to, t('takenOut'))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
