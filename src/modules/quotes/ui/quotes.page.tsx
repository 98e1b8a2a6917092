import { useRead } from '../../../web/api/client.ts';
import { ButtonLink, type Column, Empty, Loaded, Page, PageHeader, Table } from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { agreementForms } from '../../contracts/index.ts';
import { formMessages } from './form-messages.ts';
import { messages } from './messages.ts';
import type { ClientLine, QuoteRow } from './shapes.ts';
import { QuoteStatusLabel } from './status-label.tsx';

/** Every quote, newest first. */
export default function QuotesPage() {
  const t = useMessages(messages);
  const f = useMessages(formMessages);
  const format = useFormats();
  const { language } = useLanguage();
  const read = useRead<{ quotes: QuoteRow[] }>('/quotes');
  const clients = useRead<{ clients: ClientLine[] }>('/clients');
  const nameOf = (clientId: string) => clients.data?.clients.find((client) => client.clientId === clientId)?.name ?? '';
  const columns: Column<QuoteRow>[] = [
    {
      key: 'title',
      header: t('colQuote'),
      value: (row) => row.title,
      cell: (row) => (
        <span className="flex flex-col">
          <span>{row.title}</span>
          <span className="text-xs text-ink-soft tabular-nums">
            {agreementForms[row.form].name[language]} · {row.number ?? t('draftNumber')}
            {row.isTrial ? ` · ${f('trial')}` : ''}
          </span>
        </span>
      ),
      phone: 'title',
    },
    { key: 'client', header: t('colClient'), value: (row) => nameOf(row.clientId) },
    {
      key: 'state',
      header: t('colState'),
      value: (row) => t(`status_${row.status}`),
      cell: (row) => <QuoteStatusLabel status={row.status} />,
      width: 'w-32',
    },
    {
      key: 'net',
      header: t('colNet'),
      value: (row) => row.netCents / 100,
      cell: (row) => format.money(row.netCents),
      align: 'right',
      width: 'w-36',
      total: (rows) => format.money(rows.reduce((sum, row) => sum + row.netCents, 0)),
    },
    {
      key: 'valid',
      header: t('colValid'),
      value: (row) => row.validUntil,
      cell: (row) => (row.validUntil ? format.day(row.validUntil) : ''),
      width: 'w-40',
    },
    {
      key: 'created',
      header: t('colCreated'),
      value: (row) => row.createdAt,
      cell: (row) => format.dayOf(row.createdAt),
      width: 'w-40',
      phone: 'hidden',
    },
  ];
  const add = (
    <ButtonLink to="/devis/nouveau" variant="primary">
      {t('newQuote')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHeader title={t('quotes')} lead={t('quotesLead')} action={read.data?.quotes.length ? add : undefined} />
      <Loaded read={read}>
        {({ quotes }) => (
          <Table
            label={t('quotes')}
            rows={quotes}
            rowId={(row) => row.id}
            href={(row) => `/devis/${row.id}`}
            columns={columns}
            sort="-created"
            exportAs="devis"
            empty={
              <Empty title={t('none')} action={add}>
                {t('noneHint')}
              </Empty>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
