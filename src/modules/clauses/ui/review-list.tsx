import { useState } from 'react';
import { Button, type Column, Empty, Table } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import type { CivilDate } from '../../../shared/time.ts';
import { type ClauseLine, StandingLabel, TitleCell } from './labels.tsx';
import { messages } from './messages.ts';
import { names } from './names.ts';
import { ReviewDialog } from './review-dialog.tsx';

export const isToReview = ({ standing, state }: ClauseLine): boolean => standing !== 'done' && state !== 'retired';

/** The yearly list: what is past its date, then what nobody read again, then what comes soon. */
export const ReviewList = ({ clauses, mayWrite }: { clauses: readonly ClauseLine[]; mayWrite: boolean }) => {
  const t = useMessages(messages);
  const named = useMessages(names);
  const format = useFormats();
  const [reviewed, setReviewed] = useState<ClauseLine | null>(null);
  const columns: Column<ClauseLine>[] = [
    {
      key: 'title',
      header: t('name'),
      value: (row) => `${row.title} ${row.summary}`,
      cell: (row) => <TitleCell {...row} />,
      phone: 'title',
    },
    { key: 'family', header: t('family'), value: (row) => named(row.family), width: 'w-52' },
    { key: 'risk', header: t('risk'), value: (row) => t(`risk_${row.risk}`), width: 'w-24' },
    {
      key: 'standing',
      header: t('review'),
      value: (row) => row.standing,
      cell: (row) => <StandingLabel standing={row.standing} />,
      width: 'w-40',
    },
    {
      key: 'before',
      header: t('reviewBefore'),
      value: (row) => row.reviewBefore,
      cell: (row) => format.day(row.reviewBefore as CivilDate),
      width: 'w-40',
    },
    ...(mayWrite
      ? [
          {
            key: 'act',
            header: t('actions'),
            value: () => null,
            cell: (row: ClauseLine) => <Button onPress={() => setReviewed(row)}>{t('markReviewed')}</Button>,
            width: 'w-52',
          } satisfies Column<ClauseLine>,
        ]
      : []),
  ];
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-reading text-sm text-ink-soft">{t('reviewLead')}</p>
      <Table
        label={t('toReview')}
        rows={clauses.filter(isToReview)}
        rowId={(row) => row.id}
        href={(row) => `/modeles/clauses/${row.id}`}
        columns={columns}
        sort="before"
        empty={<Empty title={t('nothingToReview')}>{t('nothingToReviewWhy')}</Empty>}
      />
      {reviewed && (
        <ReviewDialog
          kind="clause"
          id={reviewed.id}
          version={reviewed.version}
          title={reviewed.title}
          onClose={() => setReviewed(null)}
        />
      )}
    </div>
  );
};
