import { Notice } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { AuditAnswer } from './shapes.ts';

/** What was read of the file, and what was not. */
export const ReadNotices = ({ answer: { pages, cutAt } }: { answer: AuditAnswer }) => {
  const t = useMessages(messages);
  const format = useFormats();
  if (!pages && !cutAt) return null;
  const isPartial = Boolean(cutAt) || Boolean(pages && (pages.read < pages.total || pages.withoutText.length > 0));
  const images = pages?.withoutText ?? [];
  return (
    <Notice tone={isPartial ? 'caution' : 'neutral'}>
      {pages && (
        <p>
          {pages.read < pages.total
            ? t('pagesCut', { read: pages.read, total: pages.total })
            : t('pagesAll', { total: pages.total })}
        </p>
      )}
      {images.length > 0 && <p>{t('pagesImages', { count: images.length, pages: images.slice(0, 12).join(', ') })}</p>}
      {cutAt && <p>{t('textCut', { count: format.count(cutAt) })}</p>}
    </Notice>
  );
};
