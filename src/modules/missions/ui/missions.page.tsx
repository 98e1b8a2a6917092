import { useState } from 'react';
import { useRead, type Answer } from '../../../web/api/client.ts';
import {
  ButtonLink,
  Empty,
  Loaded,
  Page,
  PageHeader,
  Select,
  StateLabel,
  Table,
  type Column,
  type Tone,
} from '../../../web/design/index.ts';
import { useFormats, useMessages, type Formats, type Translate } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { messages } from './messages.ts';
import { SmallDials } from './volume-dials.tsx';

type Lines = Answer<'get', '/boards'>;
export type Line = Lines['missions'][number];
type Shown = 'running' | 'all' | Line['status'];

const tones: Record<Line['status'], Tone> = { open: 'good', paused: 'caution', closed: 'neutral' };

/** Every mission this person may see: what it used, and what moves it on by when. */
export default function MissionsPage() {
  const t = useMessages(messages);
  const read = useRead<Lines>('/boards', { refetchInterval: 60_000 });
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Loaded read={read}>{({ missions, now }) => <Listed missions={missions} now={now} />}</Loaded>
    </Page>
  );
}

const Listed = ({ missions, now }: { missions: Line[]; now: string }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const isClient = useMe().data?.actor.kind === 'client';
  const [shown, show] = useState<Shown>(missions.some(({ status }) => status !== 'closed') ? 'running' : 'all');
  const rows = missions.filter(({ status }) => shown === 'all' || (shown === 'running' ? status !== 'closed' : status === shown));
  const columns: Column<Line>[] = [
    { key: 'mission', header: t('mission'), value: (row) => row.name, phone: 'title' },
    { key: 'client', header: t('client'), value: (row) => row.clientName },
    {
      key: 'period',
      header: t('period'),
      value: (row) => row.startsOn,
      cell: (row) => (
        <span className="whitespace-nowrap tabular-nums">
          {t('periodShort', { from: format.shortDay(row.startsOn), to: format.shortDay(row.endsOn) })}
        </span>
      ),
    },
    {
      key: 'status',
      header: t('status'),
      value: (row) => t(row.status),
      cell: (row) => <StateLabel tone={tones[row.status]}>{t(row.status)}</StateLabel>,
    },
    {
      key: 'used',
      header: t('used'),
      value: (row) => Math.max(0, ...row.volumes.map(({ consumed, signed }) => consumed / signed)),
      cell: (row) => <SmallDials volumes={row.volumes} isClosed={row.status === 'closed'} />,
    },
    { key: 'next', header: t('next'), value: (row) => nextText(t, row, isClient) },
    { key: 'by', header: t('by'), value: (row) => row.next.by, cell: (row) => byText(format, row, now) },
  ];
  return (
    <>
      {missions.length > 0 && rows.length === 0 && <Empty title={t('noneShown')} action={<Show shown={shown} show={show} />} />}
      {(rows.length > 0 || missions.length === 0) && (
        <Table
          label={t('title')}
          rows={rows}
          rowId={(row) => row.id}
          href={(row) => `/missions/${row.id}`}
          columns={isClient ? columns.filter(({ key }) => key !== 'client') : columns}
          sort="by"
          exportAs="missions"
          tools={missions.length > 1 ? <Show shown={shown} show={show} /> : undefined}
          empty={
            <Empty
              title={t('none')}
              action={
                isClient ? undefined : (
                  <ButtonLink variant="primary" to="/dossiers">
                    {t('toDossiers')}
                  </ButtonLink>
                )
              }
            >
              {t(isClient ? 'noneClient' : 'noneHint')}
            </Empty>
          }
        />
      )}
    </>
  );
};

const Show = ({ shown, show }: { shown: Shown; show: (shown: Shown) => void }) => {
  const t = useMessages(messages);
  const choices: Shown[] = ['running', 'open', 'paused', 'closed', 'all'];
  return (
    <Select
      label={t('show')}
      labelHidden
      value={shown}
      onChange={show}
      options={choices.map((id) => ({ value: id, label: t(id) }))}
    />
  );
};

const nextText = (t: Translate<keyof (typeof messages)['fr']>, { next }: Line, isClient: boolean): string => {
  switch (next.kind) {
    case 'review':
      return t(isClient ? 'n_reviewYou' : 'n_review', { count: next.count ?? 0 });
    case 'ruling':
      return t('n_ruling', { count: next.count ?? 0 });
    case 'used_up':
      return t(`n_used_up_${next.volume ?? 'calls'}`);
    default:
      return t(`n_${next.kind}`);
  }
};

/** A first day is a day; the other deadlines have their hour. */
const byText = (format: Formats, { next, startsOn }: Line, now: string) => {
  if (!next.by) return <span aria-hidden>—</span>;
  return (
    <span className="block">
      <span className="block whitespace-nowrap">{next.kind === 'start' ? format.day(startsOn) : format.moment(next.by)}</span>
      <span className="block text-xs text-ink-soft">{format.fromNow(next.by, Date.parse(now))}</span>
    </span>
  );
};
