import { useState } from 'react';
import { Button, ButtonLink, Empty, Section, Table, usePhone, type Column } from '../../../web/design/index.ts';
import type { Board, Day } from './shapes.ts';
import { useWords } from './use-words.ts';

const sum = (
  rows: readonly Day[],
  key: 'calls' | 'answered' | 'useful' | 'argued' | 'appointments' | 'wrongNumbers' | 'oppositions' | 'hoursMinutes',
) => rows.reduce((total, row) => total + row[key], 0);

/** The figures day by day, as the report prints them. */
export const DaysTable = ({ board, mayCall }: { board: Board; mayCall: boolean }) => {
  const { t, format } = useWords();
  // On a phone each day is a card: the charts above say most of it, so they wait to be asked for.
  const phone = usePhone();
  const [isOpen, open] = useState(false);
  const hours = (minutes: number) => format.duration(minutes * 60);
  const counted = (
    key: Exclude<Parameters<typeof sum>[1], 'hoursMinutes'>,
    header: string,
    more: Partial<Column<Day>> = {},
  ): Column<Day> => ({
    key,
    header,
    value: (row) => row[key],
    cell: (row) => format.count(row[key]),
    align: 'right',
    total: (rows) => format.count(sum(rows, key)),
    ...more,
  });
  const columns: Column<Day>[] = [
    {
      key: 'day',
      header: t('day'),
      value: (row) => row.day,
      cell: (row) => <span className="whitespace-nowrap">{format.weekday(row.day)}</span>,
      phone: 'title',
    },
    counted('calls', t('calls')),
    counted('answered', t('answered')),
    counted('useful', t('useful')),
    counted('argued', t('argued'), { phone: 'hidden' }),
    counted('appointments', t('appointmentsColumn')),
    {
      key: 'hours',
      header: t('hoursColumn'),
      value: (row) => row.hoursMinutes,
      cell: (row) => (row.hoursMinutes ? hours(row.hoursMinutes) : '—'),
      align: 'right',
      total: (rows) => hours(sum(rows, 'hoursMinutes')),
    },
    counted('wrongNumbers', t('wrongNumbers'), { phone: 'hidden' }),
    {
      key: 'evidence',
      header: t('evidenceColumn'),
      value: (row) => row.simulated,
      cell: (row) => <EvidenceOf day={row} />,
      phone: 'hidden',
    },
  ];
  if (phone && !isOpen && board.days.length > 0)
    return (
      <Section title={t('days')}>
        <Button onPress={() => open(true)}>{t('showDays', { count: board.days.length })}</Button>
      </Section>
    );
  return (
    <Section title={t('days')}>
      <Table
        label={t('days')}
        rows={board.days}
        rowId={(row) => row.day}
        columns={columns}
        sort="-day"
        filterable={false}
        exportAs={`journees-${board.mission.quoteNumber}`}
        empty={
          <Empty
            title={t('daysNone')}
            action={mayCall ? <ButtonLink to={`/appels/${board.mission.id}`}>{t('goToDesk')}</ButtonLink> : undefined}
          >
            {t('daysNoneHint')}
          </Empty>
        }
      />
    </Section>
  );
};

const EvidenceOf = ({ day }: { day: Day }) => {
  const { t } = useWords();
  const parts = [
    day.declared > 0 ? t('declaredOf', { count: day.declared }) : null,
    day.simulated > 0 ? t('simulatedOf', { count: day.simulated }) : null,
  ];
  return <span className="text-xs text-ink-soft">{parts.filter(Boolean).join(', ') || '—'}</span>;
};
