import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keyOf, request, useRead, type Answer, type ApiError } from '../../../web/api/client.ts';
import { Button, classes, ErrorPage, Section, Skeleton, StateLabel } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { factKinds, type FactKind } from '../index.ts';
import { messages } from './messages.ts';
import { Story } from './story.tsx';

type Page = Answer<'get', '/dossiers/{id}/timeline'>;
type Shown = 'essential' | 'validations' | FactKind;

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
  const chain = useRead<Answer<'get', '/dossiers/{id}/verification'>>(`/dossiers/${dossierId}/verification`).data;
  const first = read.data?.pages[0];
  const entries = read.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Section
      title={t('history')}
      aside={
        chain && <StateLabel tone={chain.intact ? 'good' : 'bad'}>{t(chain.intact ? 'chainIntact' : 'chainBroken')}</StateLabel>
      }
    >
      {chain && (
        <p className="text-xs text-ink-soft">
          {chain.intact ? t('chainIntactWhy', { count: chain.total }) : t('chainBrokenWhy')}{' '}
          {chain.intact && <span className="break-all tabular-nums">{chain.head}</span>}
        </p>
      )}
      <div role="group" aria-label={t('kind')} className="flex flex-wrap gap-2">
        {(['essential', 'validations', ...factKinds] as const)
          .filter((one) => one === 'essential' || one === 'validations' || (first?.counts[one] ?? 0) > 0)
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
              {one !== 'essential' && one !== 'validations' && <span className="text-xs tabular-nums">{first?.counts[one]}</span>}
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
