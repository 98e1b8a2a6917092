import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { request, useCommand, useRead } from '../../../web/api/client.ts';
import {
  Button,
  type Column,
  ComboBox,
  Dialog,
  Empty,
  Loaded,
  Notice,
  Page,
  PageHeader,
  Table,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './messages.ts';
import type { ClientLine, FrameworkRow } from './shapes.ts';
import { FrameworkStatusLabel } from './status-label.tsx';

/** Every framework agreement, newest first, with its end and the day to speak before. */
export default function FrameworksPage() {
  const t = useMessages(messages);
  const format = useFormats();
  const [query] = useSearchParams();
  const read = useRead<{ frameworks: FrameworkRow[] }>('/frameworks');
  const clients = useRead<{ clients: ClientLine[] }>('/clients');
  const [opening, setOpening] = useState(query.has('client'));
  const nameOf = (id: string) => clients.data?.clients.find(({ clientId }) => clientId === id)?.name ?? '';
  const columns: Column<FrameworkRow>[] = [
    {
      key: 'title',
      header: t('colTitle'),
      value: (row) => row.title,
      cell: (row) => (
        <span className="flex flex-col">
          <span>{row.title}</span>
          <span className="text-xs text-ink-soft tabular-nums">{row.number ?? t('draft')}</span>
        </span>
      ),
      phone: 'title',
    },
    { key: 'client', header: t('colClient'), value: (row) => nameOf(row.clientId) },
    {
      key: 'state',
      header: t('colState'),
      value: (row) => t(`status_${row.status}`),
      cell: (row) => <FrameworkStatusLabel status={row.status} />,
      width: 'w-32',
    },
    {
      key: 'ends',
      header: t('colEnds'),
      value: (row) => row.endsOn,
      cell: (row) => (row.endsOn ? format.day(row.endsOn) : ''),
      width: 'w-40',
    },
    {
      key: 'notice',
      header: t('colNotice'),
      value: (row) => row.noticeBy,
      cell: (row) => (row.noticeBy ? format.day(row.noticeBy) : ''),
      width: 'w-40',
    },
  ];
  const open = (
    <Button variant="primary" onPress={() => setOpening(true)}>
      {t('new')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} action={read.data?.frameworks.length ? open : undefined} />
      <Loaded read={read}>
        {({ frameworks }) => (
          <Table
            label={t('title')}
            rows={frameworks}
            rowId={(row) => row.id}
            href={(row) => `/contrats-cadres/${row.id}`}
            columns={columns}
            exportAs="contrats-cadres"
            empty={
              <Empty title={t('none')} action={open}>
                {t('noneHint')}
              </Empty>
            }
          />
        )}
      </Loaded>
      {opening && (
        <OpenDialog clients={clients.data?.clients ?? []} asked={query.get('client')} onClose={() => setOpening(false)} />
      )}
    </Page>
  );
}

const OpenDialog = ({
  clients,
  asked,
  onClose,
}: {
  clients: readonly ClientLine[];
  asked: string | null;
  onClose: () => void;
}) => {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const clientId =
    chosen ?? clients.find((one) => one.clientId === asked)?.clientId ?? (clients.length === 1 ? clients[0]!.clientId : null);
  const open = useCommand(() => request<{ id: string }>('POST', '/frameworks', { clientId }), {
    invalidate: [['frameworks'], ['dossiers']],
    onDone: ({ id }) => void navigate(`/contrats-cadres/${id}`),
    quiet: true,
  });
  return (
    <Dialog
      title={t('new')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isPending={open.isPending}
            whyDisabled={clientId ? null : t('clientMissing')}
            onPress={() => open.mutate()}
          >
            {t('open')}
          </Button>
        </>
      }
    >
      <p className="text-sm text-ink-soft">{t('openLead')}</p>
      <ComboBox
        label={t('client')}
        options={clients.map(({ clientId: value, name, city }) => ({ value, label: name, hint: city }))}
        value={clientId}
        onChange={setChosen}
      />
      {open.error && <Notice tone="bad">{open.error.message}</Notice>}
    </Dialog>
  );
};
