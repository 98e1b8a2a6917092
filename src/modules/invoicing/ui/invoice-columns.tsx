import type { Column } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { InvoiceRow } from './invoice-shapes.ts';
import { NextLabel, nextFor } from './invoice-state.tsx';
import { messages } from './messages.ts';

/** The columns of a list of invoices; a mission's own list leaves the client out. */
export const useInvoiceColumns = ({ withClient = true } = {}): Column<InvoiceRow>[] => {
  const t = useMessages(messages);
  const format = useFormats();
  const signed = ({ kind, payableCents }: InvoiceRow) => (kind === 'credit_note' ? -payableCents : payableCents);
  const columns: Column<InvoiceRow>[] = [
    {
      key: 'number',
      header: t('number'),
      value: (row) => row.number,
      cell: (row) => <span className="whitespace-nowrap">{row.number}</span>,
      width: 'w-32',
      phone: 'title',
    },
    { key: 'client', header: t('client'), value: (row) => row.clientName, width: 'w-64' },
    { key: 'kind', header: t('kind'), value: (row) => t(`kind_${row.kind}`), width: 'w-28', phone: 'hidden' },
    {
      key: 'issuedOn',
      header: t('issuedOn'),
      value: (row) => row.issuedOn,
      cell: (row) => format.shortDay(row.issuedOn),
      width: 'w-28',
    },
    { key: 'next', header: t('next'), value: (row) => nextFor(row, t, format), cell: (row) => <NextLabel invoice={row} /> },
    {
      key: 'net',
      header: t('net'),
      value: (row) => row.netCents / 100,
      cell: (row) => format.money(row.netCents),
      align: 'right',
      width: 'w-24',
      phone: 'hidden',
    },
    {
      key: 'payable',
      header: t('payable'),
      value: (row) => row.payableCents / 100,
      cell: (row) => format.money(row.payableCents),
      align: 'right',
      width: 'w-32',
      total: (rows) => format.money(rows.reduce((total, row) => total + signed(row), 0)),
    },
  ];
  return withClient ? columns : columns.filter(({ key }) => key !== 'client');
};
