import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keyOf, request, type Answer, type ApiError } from '../../../web/api/client.ts';
import {
  Button,
  classes,
  ErrorPage,
  Section,
  Skeleton,
  StateLabel,
  Timeline,
  type TimelineItem,
} from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { outcomes, type OutcomeCode } from '../../calls/index.ts';
import { factKinds, type FactKind } from '../index.ts';
import { messages } from './messages.ts';
import { timelineMessages } from './timeline-messages.ts';
import { tellFact } from './timeline-words.ts';

type Page = Answer<'get', '/dossiers/{id}/timeline'>;
type Entry = Page['entries'][number];
type Shown = 'essential' | FactKind;

/** The journal as a story: newest first, by kind, with the proof that nothing was changed in it. */
export const History = ({ dossierId }: { dossierId: string }) => {
  const t = useMessages(messages);
  const [kind, setKind] = useState<Shown>('essential');
  const path = `/dossiers/${dossierId}/timeline`;
  const read = useInfiniteQuery<Page, ApiError>({
    queryKey: keyOf(path, { kind }),
    queryFn: ({ signal, pageParam }) =>
      request<Page>('GET', path, undefined, { signal, query: { kind, limit: 40, before: pageParam as number | undefined } }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last.more ? last.entries.at(-1)?.seq : undefined),
    placeholderData: (previous) => previous,
  });
  const first = read.data?.pages[0];
  const entries = read.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Section
      title={t('history')}
      aside={
        first && <StateLabel tone={first.intact ? 'good' : 'bad'}>{t(first.intact ? 'chainIntact' : 'chainBroken')}</StateLabel>
      }
    >
      {first && (
        <p className="text-xs text-ink-soft">
          {first.intact ? t('chainIntactWhy', { count: first.total }) : t('chainBrokenWhy')}{' '}
          {first.intact && <span className="break-all tabular-nums">{first.head}</span>}
        </p>
      )}
      <div role="group" aria-label={t('kind')} className="flex flex-wrap gap-2">
        {(['essential', ...factKinds] as const)
          .filter((one) => one === 'essential' || (first?.counts[one] ?? 0) > 0)
          .map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === kind}
              onClick={() => setKind(one)}
              className={classes(
                'flex h-8 items-center gap-1.5 rounded-md border px-2.5 text-sm max-md:h-11',
                one === kind
                  ? 'border-primary bg-primary-wash font-medium text-primary'
                  : 'border-line bg-surface hover:border-edge',
              )}
            >
              {t(`kind_${one}`)}
              {one !== 'essential' && <span className="text-xs tabular-nums">{first?.counts[one]}</span>}
            </button>
          ))}
      </div>
      {read.error && !first ? (
        <ErrorPage error={read.error} retry={() => void read.refetch()} />
      ) : !first ? (
        <Skeleton lines={6} />
      ) : (
        <Story entries={entries} />
      )}
      {read.hasNextPage && (
        <div>
          <Button size="sm" onPress={() => void read.fetchNextPage()} isPending={read.isFetchingNextPage}>
            {t('older')}
          </Button>
        </div>
      )}
    </Section>
  );
};

const Story = ({ entries }: { entries: readonly Entry[] }) => {
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
