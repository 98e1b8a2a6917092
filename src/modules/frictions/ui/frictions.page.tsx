import { useState } from 'react';
import { useRead, type Answer } from '../../../web/api/client.ts';
import { Button, type Column, Empty, Loaded, Page, PageHeader, StateLabel, Table, type Tone } from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { useMe } from '../../../web/shell/session.ts';
import { messages } from './messages.ts';
import { NoteFriction } from './note-friction.tsx';

type Frictions = Answer<'get', '/frictions'>;
type Row = Frictions['frictions'][number];
export type ShownState = 'open' | 'due' | 'worded' | 'settled' | 'set_aside';

export const shownState = ({ state, deservesClause }: Pick<Row, 'state' | 'deservesClause'>): { key: ShownState; tone: Tone } => {
  if (state === 'open') return deservesClause ? { key: 'due', tone: 'caution' } : { key: 'open', tone: 'neutral' };
  return { key: state, tone: state === 'settled' ? 'good' : 'neutral' };
};

/** What missions taught, and what still waits for its clause. */
export default function FrictionsPage() {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<Frictions>('/frictions');
  const [isNoting, setNoting] = useState(false);
  const actor = useMe().data?.actor;
  const isOwner = actor?.kind === 'member' && actor.role === 'owner';
  const columns: Column<Row>[] = [
    { key: 'title', header: t('colTitle'), value: (row) => row.title, phone: 'title' },
    { key: 'risk', header: t('colRisk'), value: (row) => t(`risk_${row.risk}`) },
    {
      key: 'times',
      header: t('colTimes'),
      value: (row) => row.origins.length,
      cell: (row) => t('times', { count: row.origins.length }),
      align: 'right',
    },
    { key: 'clients', header: t('colClients'), value: (row) => row.clients, align: 'right', phone: 'hidden' },
    {
      key: 'last',
      header: t('colLast'),
      value: (row) => row.lastSeenAt,
      cell: (row) => format.dayOf(row.lastSeenAt),
    },
    {
      key: 'state',
      header: t('colState'),
      value: (row) => t(`state_${shownState(row).key}`),
      cell: (row) => <StateLabel tone={shownState(row).tone}>{t(`state_${shownState(row).key}`)}</StateLabel>,
    },
    { key: 'clause', header: t('colClause'), value: (row) => row.clauseTitle ?? '' },
  ];
  const note = (
    <Button variant="primary" onPress={() => setNoting(true)} whyDisabled={isOwner ? null : t('readOnly')}>
      {t('note')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} action={note} />
      <Loaded read={read}>
        {({ frictions }) => (
          <Table
            label={t('title')}
            rows={frictions}
            rowId={(row) => row.id}
            href={(row) => `/frictions/${row.id}`}
            columns={columns}
            empty={<Empty title={t('none')}>{t('noneWhy')}</Empty>}
          />
        )}
      </Loaded>
      {isNoting && <NoteFriction onClose={() => setNoting(false)} />}
    </Page>
  );
}
