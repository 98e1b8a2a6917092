import { type Column, Empty, StateLabel, Table } from '../../../web/design/index.ts';
import { useMessages } from '../../../web/i18n/index.ts';
import { type ModelLine, TextStateLabel, TitleCell } from './labels.tsx';
import { messages } from './messages.ts';
import { names } from './names.ts';

/** Every document model, with what in it nobody read again. */
export const ModelList = ({ models }: { models: readonly ModelLine[] }) => {
  const t = useMessages(messages);
  const named = useMessages(names);
  const count = (row: ModelLine) => row.parts.reduce((sum, part) => sum + part.clauses.length, 0);
  const columns: Column<ModelLine>[] = [
    {
      key: 'title',
      header: t('name'),
      value: (row) => `${row.title} ${row.purpose}`,
      cell: (row) => <TitleCell title={row.title} summary={row.purpose} />,
      phone: 'title',
    },
    { key: 'form', header: t('form'), value: (row) => named(row.form), width: 'w-44' },
    { key: 'count', header: t('clauses'), value: count, cell: (row) => t('clauseCount', { count: count(row) }), width: 'w-28' },
    {
      key: 'state',
      header: t('state'),
      value: (row) => t(`state_${row.state}`),
      cell: (row) => <TextStateLabel state={row.state} />,
      width: 'w-32',
    },
    {
      key: 'review',
      header: t('review'),
      value: (row) => row.unreviewed.length,
      cell: (row) =>
        row.unreviewed.length > 0 ? (
          <StateLabel tone="caution">{t('unreviewed', { count: row.unreviewed.length })}</StateLabel>
        ) : (
          <StateLabel tone="good">{t('allReviewed')}</StateLabel>
        ),
    },
    {
      key: 'origin',
      header: t('origin'),
      value: (row) => (row.origin === 'own' ? t('own') : t('builtIn')),
      phone: 'hidden',
      width: 'w-24',
    },
  ];
  return (
    <Table
      label={t('models')}
      rows={models}
      rowId={(row) => row.id}
      href={(row) => `/modeles/documents/${row.id}`}
      columns={columns}
      empty={<Empty title={t('noModel')}>{t('noModelWhy')}</Empty>}
    />
  );
};
