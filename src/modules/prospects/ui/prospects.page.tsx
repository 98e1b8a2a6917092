import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { request, useRead, type Answer, type ApiError } from '../../../web/api/client.ts';
import { ButtonLink, Empty, ErrorPage, Page, PageHeader, Select, Skeleton, TextField } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { prospectStatuses, statusLabels, type ProspectStatus } from '../domain/calling/prospect-state.ts';
import type { ProspectPage } from './import-shapes.ts';
import { messages } from './messages.ts';
import { ProspectDialog } from './prospect-dialog.tsx';
import { ProspectList } from './prospect-list.tsx';
import { useMayImport } from './use-may.ts';

type Sort = 'added' | 'company' | 'nextAt';
const sorts: readonly Sort[] = ['added', 'company', 'nextAt'];

/** Every prospect of a mission: where each stands, when it is due, what its last call gave. */
export default function ProspectsPage() {
  const t = useMessages(messages);
  const format = useFormats();
  const { language } = useLanguage();
  const { id } = useParams() as { id: string };
  const [query, setQuery] = useSearchParams();
  const [status, setStatus] = useState<ProspectStatus | 'all'>('all');
  const [sort, setSort] = useState<Sort>('added');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const mission = useRead<Answer<'get', '/missions/{id}'>>(`/missions/${id}`);
  const counts = useRead<Answer<'get', '/missions/{id}/prospects/counts'>>(`/missions/${id}/prospects/counts`);
  const filter = { ...(status === 'all' ? {} : { status }), ...(search === '' ? {} : { search }) };
  const list = useInfiniteQuery<ProspectPage, ApiError>({
    queryKey: ['missions', id, 'prospects', filter, sort],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET', `/missions/${id}/prospects`, undefined, {
        signal,
        query: { ...filter, sort, limit: 200, after: pageParam as string | undefined },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (previous) => previous,
  });
  const rows = list.data?.pages.flatMap(({ prospects }) => prospects) ?? [];
  const isFiltered = status !== 'all' || search !== '';
  const total = counts.data?.counts.total ?? 0;
  const opened = query.get('fiche');
  const mayImport = useMayImport();

  return (
    <Page>
      <PageHeader
        title={t('prospects')}
        lead={t('prospectsLead')}
        back={{ to: `/missions/${id}`, label: mission.data?.name ?? t('mission') }}
        action={
          mayImport && (
            <ButtonLink variant="primary" to={`/missions/${id}/import`}>
              {t('importTitle')}
            </ButtonLink>
          )
        }
        facts={
          counts.data && total > 0
            ? [
                { label: t('total'), value: format.count(total) },
                { label: t('called'), value: format.count(counts.data.counts.called) },
                { label: t('suppressedCount'), value: format.count(counts.data.counts.suppressed) },
                {
                  label: t('consumers'),
                  value: <span title={t('consumersHint')}>{format.count(counts.data.counts.consumerLines)}</span>,
                },
                ...(counts.data.quality.score === null
                  ? []
                  : [{ label: t('score'), value: `${counts.data.quality.score} / 100` }]),
              ]
            : []
        }
      />
      {(rows.length > 0 || isFiltered) && (
        <div className="flex flex-wrap items-start gap-4">
          <TextField label={t('search')} hint={t('searchHint')} value={typed} onChange={setTyped} />
          <Select
            label={t('status')}
            value={status}
            onChange={setStatus}
            options={[
              { value: 'all', label: t('all') },
              ...prospectStatuses.map((value) => ({ value, label: statusLabels[value][language] })),
            ]}
          />
          <Select
            label={t('sortBy')}
            value={sort}
            onChange={setSort}
            options={sorts.map((value) => ({ value, label: t(`sort_${value}`) }))}
          />
        </div>
      )}
      {list.error && rows.length === 0 ? (
        <ErrorPage error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton lines={8} />
      ) : rows.length === 0 ? (
        isFiltered ? (
          <Empty title={t('noneFound')}>{t('noneFoundWhy')}</Empty>
        ) : (
          <Empty
            title={t('none')}
            action={mayImport && <ButtonLink to={`/missions/${id}/import`}>{t('importTitle')}</ButtonLink>}
          >
            {t('noneWhy')}
          </Empty>
        )
      ) : (
        <ProspectList
          // Another list begins at its top.
          key={JSON.stringify([filter, sort])}
          rows={rows}
          onOpen={(prospectId) => setQuery({ fiche: prospectId })}
          onEnd={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          loadingMore={list.isFetchingNextPage}
        />
      )}
      {opened && <ProspectDialog prospectId={opened} missionId={id} onClose={() => setQuery({})} />}
    </Page>
  );
}
