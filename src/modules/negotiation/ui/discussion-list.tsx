import { useRead, type Answer } from '../../../web/api/client.ts';
import { ButtonLink, Card, Section } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { messages } from './messages.ts';

/** In the client’s space: the documents that it may still discuss, what waits for its answer first. Nothing shows when there are none. */
export const DiscussionList = () => {
  const t = useMessages(messages);
  const format = useFormats();
  const { data } = useRead<Answer<'get', '/negotiations'>>('/negotiations', { refetchInterval: 30_000 });
  const lines = data?.discussions.toSorted((a, b) => b.waiting - a.waiting) ?? [];
  if (lines.length === 0) return null;
  return (
    <Section title={t('toDiscuss')}>
      <ul className="flex flex-col gap-3">
        {lines.map(({ subject, title, about, validUntil, waiting }) => (
          <li key={subject.id}>
            <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
              <div className="min-w-0">
                <p className="text-base font-medium">{title}</p>
                <p className="text-sm text-ink-soft">
                  {about}, {t('validUntilDay', { day: format.day(validUntil as CivilDate) })}
                </p>
                {waiting > 0 && <p className="text-sm text-needle">{t('waitingCount', { count: waiting })}</p>}
              </div>
              <ButtonLink to={`/discussion/${subject.type}/${subject.id}`}>{t('openDiscussion')}</ButtonLink>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
};
