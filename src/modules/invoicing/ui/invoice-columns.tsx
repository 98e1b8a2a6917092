import type { Column } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { InvoiceRow } from './invoice-shapes.ts';
import { InvoiceStateLabel, nextFor } from './invoice-state.tsx';
import { messages } from './messages.ts';

/** The columns of a list of invoices; a mission's own list leaves the client out. */
export const useInvoiceColumns = ({ withClient = true } = {}): Column<InvoiceRow>[] => {
  const t = useMessages(messages);
  const format = useFormats();
  const sum = (rows: readonly InvoiceRow[], field: 'netCents' | 'payableCents') =>
    format.money(rows.reduce((total, row) => total + (row.kind === 'credit_note' ? -row[field] : row[field]), 0));
  const columns: Column<InvoiceRow>[] = [
    { key: 'number', header: t('number'), value: (row) => row.number, width: 'w-36', phone: 'title' },
    { key: 'client', header: t('client'), value: (row) => row.clientName },
    { key: 'kind', header: t('kind'), value: (row) => t(`kind_${row.kind}`), width: 'w-32', phone: 'hidden' },
    {
      key: 'issuedOn',
      header: t('issuedOn'),
      value: (row) => row.issuedOn,
      cell: (row) => format.shortDay(row.issuedOn),
      width: 'w-28',
    },
    {
      key: 'state',
      header: t('state'),
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <InvoiceStateLabel state={row.state} />,
      width: 'w-36',
    },
    { key: 'next', header: t('next'), value: (row) => nextFor(row, t, format) },
    {
      key: 'net',
      header: t('net'),
      value: (row) => row.netCents / 100,
      cell: (row) => format.money(row.netCents),
      align: 'right',
      width: 'w-28',
      phone: 'hidden',
      total: (rows) => sum(rows, 'netCents'),
    },
    {
      key: 'payable',
      header: t('payable'),
      value: (row) => row.payableCents / 100,
      cell: (row) => format.money(row.payableCents),
      align: 'right',
      width: 'w-32',
      total: (rows) => sum(rows, 'payableCents'),
    },
  ];
  return withClient ? columns : columns.filter(({ key }) => key !== 'client');
};
