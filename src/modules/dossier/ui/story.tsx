import { Timeline, type TimelineItem } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import type { Answer } from '../../../web/api/client.ts';
import { outcomes, type OutcomeCode } from '../../calls/index.ts';
import { messages } from './messages.ts';
import { timelineMessages } from './timeline-messages.ts';
import { tellFact } from './timeline-words.ts';

type Entry = Answer<'get', '/dossiers/{id}/timeline'>['entries'][number];

/** Facts told in sentences. */
export const Story = ({ entries }: { entries: readonly Entry[] }) => {
  const t = useMessages(messages);
  const tell = useMessages(timelineMessages);
  const format = useFormats();
  const { language } = useLanguage();
  if (entries.length === 0) return <p className="text-sm text-ink-soft">{t('noFact')}</p>;
  const items = entries.map((entry): TimelineItem => {
    const { key, values, tone, detail, said, momentSeconds } = tellFact(entry, format);
    const code = entry.type === 'OutcomeRecorded' ? outcomes[values?.['code'] as OutcomeCode]?.labels[language] : undefined;
    const who = entry.actor.kind === 'system' ? tell('byItself') : tell('byPerson', { name: entry.actor.name });
    return {
      id: String(entry.seq),
      when: format.moment(entry.at),
      title: tell(key, code ? { code } : values),
      detail: (
        <>
          <span className="text-xs">
            {who}
            {momentSeconds !== undefined && `, ${tell('atMoment', { moment: format.duration(momentSeconds) })}`}
          </span>
          {said && <span className="block text-xs">{tell('said', { text: said })}</span>}
          {detail && <span className="block text-xs break-all">{detail}</span>}
        </>
      ),
      ...(tone ? { tone } : {}),
    };
  });
  return <Timeline label={t('history')} items={items} />;
};
