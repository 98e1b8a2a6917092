import type { TimelineItem } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { OwnerRequestView } from './request-view.ts';

type Key = Parameters<ReturnType<typeof useMessages<keyof typeof messages.fr>>>[0];

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
        title: t(key, { screen }),
        ...(entry.ip ? { detail: entry.ip } : {}),
        ...(entry.kind === 'signed'
          ? { tone: 'good' as const }
          : entry.kind === 'refused' || entry.kind === 'code_refused'
            ? { tone: 'bad' as const }
            : {}),
      };
    })
    .reverse();
};
