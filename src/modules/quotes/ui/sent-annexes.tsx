import { apiAddress, useRead, type Answer } from '../../../web/api/client.ts';
import { ExternalLink, Section } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { sentMessages } from './sent-messages.ts';

/** Each annex on its own pages, for the person who reads only that one. */
export const SentAnnexes = ({ quoteId }: { quoteId: string }) => {
  const t = useMessages(sentMessages);
  const annexes = useRead<Answer<'get', '/quotes/{id}/annexes'>>(`/quotes/${quoteId}/annexes`).data?.annexes ?? [];
  if (annexes.length === 0) return null;
  return (
    <Section title={t('annexes')}>
      <p className="text-sm text-ink-soft">{t('annexesWhy')}</p>
      <ul className="flex flex-col gap-1 text-sm">
        {annexes.map(({ id, title }) => (
          <li key={id}>
            <ExternalLink href={apiAddress(`/quotes/${quoteId}/annexes/${id}/pdf`)}>{title}</ExternalLink>
          </li>
        ))}
      </ul>
    </Section>
  );
};
