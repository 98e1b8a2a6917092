import type { TimelineItem } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { OwnerRequestView } from './request-view.ts';

type Key = Parameters<ReturnType<typeof useMessages<keyof typeof messages.fr>>>[0];

// What several people may do is told with a name.
const kinds = new Set([
  'link_sent',
  'screen_viewed',
  'document_served',
  'initialled',
  'consent_given',
  'code_sent',
  'code_used',
  'code_refused',
  'refused',
  'delegated',
  'reminder_sent',
  'link_asked_again',
  'signed',
  'sealed',
]);

/** The evidence rows as a story, newest first. */
export const useStory = (view: OwnerRequestView): TimelineItem[] => {
  const t = useMessages(messages);
  const format = useFormats();
  return view.timeline
    .map((entry, index): TimelineItem => {
      const key = (entry.kind === 'signed' ? `kind_signed_${entry.party}` : `kind_${entry.kind}`) as Key;
      const screen = entry.screen ? t(`screen_${entry.screen}` as Key) : '';
      return {
        id: String(index),
        when: format.moment(entry.at),
        title:
          entry.who && kinds.has(entry.kind) ? t('storyBy', { what: t(key, { screen }), who: entry.who }) : t(key, { screen }),
        ...(entry.article
          ? { detail: t('storyArticle', { article: entry.article }) }
          : entry.said
            ? { detail: `« ${entry.said} »` }
            : entry.ip
              ? { detail: entry.ip }
              : {}),
        ...(entry.kind === 'signed'
          ? { tone: 'good' as const }
          : entry.kind === 'refused' || entry.kind === 'code_refused'
            ? { tone: 'bad' as const }
            : {}),
      };
    })
    .reverse();
};
