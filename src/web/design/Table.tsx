import {
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  useTable,
  type SortingState,
} from '@tanstack/react-table';
import { Download } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMessages } from '../i18n/language.tsx';
import { Button, IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { csvOf, saveText } from './csv.ts';
import { useMedia } from './use-media.ts';
import { words } from './words.ts';

export type Column<Row> = {
  key: string;
  header: string;
  /** What the column sorts, filters and exports by. */
  value: (row: Row) => string | number | null;
  /** What is shown, when it is more than the value. */
  cell?: (row: Row) => ReactNode;
  align?: 'right';
  /** Shown in the totals row. */
  total?: (rows: readonly Row[]) => ReactNode;
  /** On a phone: the title of the card, or left out. */
  phone?: 'title' | 'hidden';
  /** Tailwind width such as 'w-40'; without it the column takes what is left. */
  width?: string;
};

export type TableProps<Row> = {
  /** Read aloud; not shown. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** Where a row leads. The first column becomes the link. */
  href?: (row: Row) => string;
  /** What to show, with what to do next, when there is no row at all: an <Empty>. */
  empty: ReactNode;
  /** Initial order: a column key, '-' first for descending. */
  sort?: string;
  filterable?: boolean;
  /** File name (without .csv): shows the export button. */
  exportAs?: string;
  /** Above the table, right of the filter: selects that narrow the list. */
  tools?: ReactNode;
};

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns: { basic: sortFn_basic } });
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A dense list: sorted by clicking a header, filtered by typing, walked with arrows, opened with Enter. Cards on a phone. */
export const Table = <Row extends object>(props: TableProps<Row>) => {
  const { label, rows, columns, rowId, href, empty, sort, filterable = rows.length > 8, exportAs, tools } = props;
  const t = useMessages(words);
  const cards = useMedia('(max-width: 767px)');
  const [filter, setFilter] = useState('');
  const [sorting, setSorting] = useState<SortingState>(sort ? [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }] : []);
  const kept = useMemo(() => {
    const wanted = plain(filter.trim());
    return wanted
      ? rows.filter((row) => columns.some((column) => plain(String(column.value(row) ?? '')).includes(wanted)))
      : [...rows];
  }, [rows, columns, filter]);
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.key,
        accessorFn: (row: Row) => column.value(row) ?? undefined,
        sortFn: 'basic' as const,
        sortUndefined: 'last' as const,
      })),
    [columns],
  );
  const table = useTable({
    features,
    data: kept,
    columns: definitions,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: rowId,
  });
  const shown = table.getRowModel().rows.map((row) => row.original);
  if (rows.length === 0) return empty;

  const toolbar = (filterable || exportAs || tools) && (
    <div className="flex flex-wrap items-center gap-3">
      {filterable && (
        <input
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          placeholder={t('filter')}
          aria-label={`${t('filter')} · ${label}`}
          className="h-9 w-64 rounded-md border border-edge bg-surface px-3 text-sm hover:border-ink max-md:h-11 max-md:w-full max-md:text-base"
        />
      )}
      {tools}
      <span role="status" className="ml-auto text-xs text-ink-soft tabular-nums">
        {t('rows', { count: shown.length })}
      </span>
      {exportAs && (
        <IconButton label={t('export')} onPress={() => saveText(`${exportAs}.csv`, csvOf(columns, shown))}>
          <Download size={16} aria-hidden />
        </IconButton>
      )}
    </div>
  );
  const none = shown.length === 0 && (
    <div className="flex items-center gap-3 py-6 text-sm text-ink-soft">
      {t('filterNone', { text: filter })}
      <Button size="sm" onPress={() => setFilter('')}>
        {t('clearFilter')}
      </Button>
    </div>
  );
  const totals = columns.some((column) => column.total) && shown.length > 0;

  if (cards)
    return (
      <div className="flex flex-col gap-3">
        {toolbar}
        {none}
        <Cards {...props} rows={shown} />
        {totals && (
          <dl className="flex flex-wrap justify-between gap-x-6 border-t-2 border-ink pt-2 text-sm font-semibold tabular-nums">
            {columns
              .filter((column) => column.total)
              .map((column) => (
                <div key={column.key} className="flex gap-2">
                  <dt>{column.header}</dt>
                  <dd>{column.total!(shown)}</dd>
                </div>
              ))}
          </dl>
        )}
      </div>
    );

  const toggle = (key: string) => setSorting(([current]) => [{ id: key, desc: current?.id === key ? !current.desc : false }]);
  return (
    <div className="flex flex-col gap-3">
      {toolbar}
      <div className="overflow-x-auto rounded-md border border-line bg-surface">
        <table aria-label={label} className="w-full border-collapse text-sm">
          <thead>
            <tr className="h-9 border-b border-line">
              {columns.map((column) => {
                const order = sorting[0]?.id === column.key ? (sorting[0].desc ? 'descending' : 'ascending') : 'none';
                return (
                  <th
                    key={column.key}
                    scope="col"
                    aria-sort={order}
                    className={classes('p-0 text-xs font-medium text-ink-soft', column.width)}
                  >
                    <button
                      type="button"
                      onClick={() => toggle(column.key)}
                      className={classes(
                        'flex h-9 w-full items-center gap-1 px-3 whitespace-nowrap outline-offset-[-2px] hover:text-ink',
                        column.align === 'right' && 'flex-row-reverse',
                      )}
                    >
                      {column.header}
                      <span aria-hidden className="text-[10px]">
                        {order === 'ascending' ? '↑' : order === 'descending' ? '↓' : ''}
                      </span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <Rows {...props} rows={shown} />
          {totals && (
            <tfoot>
              <tr className="h-9 border-t-2 border-ink font-semibold">
                {columns.map((column, index) => (
                  <td key={column.key} className={classes('px-3 tabular-nums', column.align === 'right' && 'text-right')}>
                    {column.total ? column.total(shown) : index === 0 ? t('total') : null}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {none && <div className="px-3">{none}</div>}
      </div>
    </div>
  );
};

const shownBy = <Row,>(column: Column<Row>, row: Row): ReactNode => (column.cell ? column.cell(row) : column.value(row));

const Rows = <Row extends object>({ rows, columns, rowId, href }: TableProps<Row>) => {
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const next = links[links.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) event.preventDefault();
    next?.focus();
  };
  return (
    <tbody ref={body} onKeyDown={walk}>
      {rows.map((row) => {
        const to = href?.(row);
        return (
          <tr
            key={rowId(row)}
            className={classes(
              'h-9 border-b border-line last:border-b-0',
              to && 'cursor-pointer hover:bg-sunken has-[[data-row-link]:focus-visible]:bg-primary-wash',
            )}
            onClick={(event) => {
              if (to && !(event.target as HTMLElement).closest('a,button,input,label,select')) void navigate(to);
            }}
          >
            {columns.map((column, index) => (
              <td key={column.key} className={classes('px-3 py-1.5', column.align === 'right' && 'text-right tabular-nums')}>
                {index === 0 && to ? (
                  <Link to={to} data-row-link className="rounded-md font-medium text-ink hover:text-primary">
                    {shownBy(column, row)}
                  </Link>
                ) : (
                  shownBy(column, row)
                )}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
};

const Cards = <Row extends object>({ rows, columns, rowId, href, label }: TableProps<Row>) => {
  const title = columns.find((column) => column.phone === 'title') ?? columns[0]!;
  const facts = columns.filter((column) => column !== title && column.phone !== 'hidden');
  return (
    <ul aria-label={label} className="flex flex-col gap-2">
      {rows.map((row) => {
        const to = href?.(row);
        return (
          <li key={rowId(row)} className="relative rounded-md border border-line bg-surface p-4">
            <div className="mb-2 text-base font-medium">
              {to ? (
                <Link to={to} className="after:absolute after:inset-0">
                  {shownBy(title, row)}
                </Link>
              ) : (
                shownBy(title, row)
              )}
            </div>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
              {facts.map((column) => (
                <div key={column.key} className="contents">
                  <dt className="text-ink-soft">{column.header}</dt>
                  <dd className={classes('text-right', column.align === 'right' && 'tabular-nums')}>{shownBy(column, row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
};
