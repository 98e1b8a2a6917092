import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ApiError, request, useRead } from '../../../web/api/client.ts';
import {
  Button,
  ButtonLink,
  Empty,
  ErrorPage,
  Page,
  PageHeader,
  Select,
  Skeleton,
  Table,
  TextField,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { InvoiceListAnswer, InvoiceState, InvoiceTotalsAnswer } from './invoice-shapes.ts';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { messages } from './messages.ts';

const states: InvoiceState[] = ['to_pay', 'overdue', 'credited', 'credit_note'];
const sorts = { issuedOn: 'issuedOn', dueOn: 'dueOn', payable: 'payable', client: 'client' } as const;
type Sort = keyof typeof sorts;
const pageSize = 100;

/** Every invoice: what is owed, by whom, by when, and what happens next. */
export default function InvoicesPage() {
  const t = useMessages(messages);
  const format = useFormats();
  const columns = useInvoiceColumns();
  const [state, setState] = useState<InvoiceState | 'all'>('all');
  const [sort, setSort] = useState<Sort>('issuedOn');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const filter = { ...(state === 'all' ? {} : { state }), ...(search === '' ? {} : { search }) };
  const list = useInfiniteQuery<InvoiceListAnswer, ApiError>({
    queryKey: ['invoices', 'list', filter, sort],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      request('GET', '/invoices', undefined, {
        signal,
        query: {
          ...filter,
          sort,
          order: sort === 'client' ? 'asc' : 'desc',
          limit: pageSize,
          after: pageParam as string | undefined,
        },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (previous) => previous,
  });
  const totals = useRead<InvoiceTotalsAnswer>('/invoices/totals', { query: filter, placeholderData: (previous) => previous });
  const rows = list.data?.pages.flatMap(({ invoices }) => invoices) ?? [];
  const isFiltered = state !== 'all' || search !== '';

  return (
    <Page>
      <PageHeader
        title={t('invoices')}
        lead={t('invoicesLead')}
        facts={
          totals.data && totals.data.count > 0
            ? [
                { label: t('invoices'), value: t('count', { count: totals.data.count }) },
                { label: t('totalNet'), value: <span title={t('totalsHint')}>{format.money(totals.data.netCents)}</span> },
                { label: t('totalVat'), value: format.money(totals.data.vatCents) },
                { label: t('totalPayable'), value: format.money(totals.data.payableCents) },
              ]
            : []
        }
      />
      {(rows.length > 0 || isFiltered) && (
        <div className="flex flex-wrap items-end gap-4">
          <TextField label={t('search')} value={typed} onChange={setTyped} />
          <Select
            label={t('state')}
            value={state}
            onChange={setState}
            options={[{ value: 'all', label: t('allStates') }, ...states.map((value) => ({ value, label: t(`state_${value}`) }))]}
          />
          <Select
            label={t('sortBy')}
            value={sort}
            onChange={setSort}
            options={(Object.keys(sorts) as Sort[]).map((value) => ({ value, label: t(value) }))}
          />
        </div>
      )}
      {list.error && rows.length === 0 ? (
        <ErrorPage error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <Table
          key={sort}
          label={t('invoices')}
          rows={rows}
          rowId={(row) => row.id}
          href={(row) => `/factures/${row.id}`}
          columns={columns}
          filterable={false}
          exportAs="factures"
          empty={
            isFiltered ? (
              <Empty title={t('noneFound')}>{t('noneFoundWhy')}</Empty>
            ) : (
              <Empty title={t('none')} action={<ButtonLink to="/devis">{t('quotes')}</ButtonLink>}>
                {t('noneWhy')}
              </Empty>
            )
          }
        />
      )}
      {list.hasNextPage && (
        <div>
          <Button onPress={() => void list.fetchNextPage()} isPending={list.isFetchingNextPage}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
