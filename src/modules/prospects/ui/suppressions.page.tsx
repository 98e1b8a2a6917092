import { useState } from 'react';
import { request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import {
  Button,
  Card,
  ComboBox,
  Empty,
  FileDrop,
  Loaded,
  Notice,
  Page,
  PageHeader,
  RadioGroup,
  Section,
  Table,
  TextField,
  TwoPane,
  type Column,
} from '../../../web/design/index.ts';
import { useFormats, useMessages } from '../../../web/i18n/index.ts';
import { messages } from './suppression-messages.ts';

type Count = Answer<'get', '/suppressions'>['counts'][number];
type Scope = 'provider' | 'client';
type Clients = Answer<'get', '/clients'>;

/** Who must not be called any more: recorded one by one, or from a client's own list. Never removed. */
export default function SuppressionsPage() {
  const t = useMessages(messages);
  const clients = useRead<Clients>('/clients');
  const names = new Map((clients.data?.clients ?? []).map((client) => [client.clientId, client.name]));
  const [scope, setScope] = useState<Scope>('client');
  const [clientId, setClientId] = useState<string | null>(null);
  const place = { scope, ...(scope === 'client' && clientId ? { clientId } : {}) };
  const whyNot = scope === 'client' && !clientId ? t('chooseClientFirst') : null;
  return (
    <Page>
      <PageHeader title={t('suppressions')} lead={t('suppressionsLead')} />
      <Card className="grid gap-5 md:grid-cols-2">
        <RadioGroup
          label={t('scope')}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'client', label: t('scope_client'), hint: t('scope_clientHint') },
            { value: 'provider', label: t('scope_provider'), hint: t('scope_providerHint') },
          ]}
        />
        {scope === 'client' && (
          <ComboBox
            label={t('whichClient')}
            value={clientId}
            onChange={setClientId}
            options={[...names].map(([value, label]) => ({ value, label }))}
          />
        )}
      </Card>
      <TwoPane even left={<RecordOne place={place} whyNot={whyNot} />} right={<UploadList place={place} whyNot={whyNot} />} />
      <Counts names={names} />
    </Page>
  );
}

type Part = { place: { scope: Scope; clientId?: string }; whyNot: string | null };

const RecordOne = ({ place, whyNot }: Part) => {
  const t = useMessages(messages);
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const record = useCommand(
    () => request<{ added: boolean; prospects: number }>('POST', '/suppressions', { phone, reason, ...place }),
    {
      quiet: true,
      invalidate: [['suppressions'], ['missions']],
      done: ({ added, prospects }) => t('recorded', { added: String(added), count: prospects }),
      onDone: () => setPhone(''),
    },
  );
  const missing = phone.trim() === '' || reason.trim() === '' ? t('typeFirst') : null;
  return (
    <Section title={t('recordOne')}>
      <Card className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{t('recordOneWhy')}</p>
        {record.error && <Notice tone="bad">{record.error.message}</Notice>}
        <TextField label={t('phoneNumber')} value={phone} onChange={setPhone} figures type="tel" />
        <TextField label={t('why')} hint={t('whyHint')} value={reason} onChange={setReason} />
        <Button variant="primary" whyDisabled={whyNot ?? missing} isPending={record.isPending} onPress={() => record.mutate()}>
          {t('record')}
        </Button>
      </Card>
    </Section>
  );
};

const UploadList = ({ place, whyNot }: Part) => {
  const t = useMessages(messages);
  const upload = useCommand(
    (file: File) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(place)) form.append(name, value);
      form.append('reason', file.name);
      form.append('file', file);
      return request<Answer<'post', '/suppressions/upload'>>('POST', '/suppressions/upload', form);
    },
    { quiet: true, invalidate: [['suppressions'], ['missions']] },
  );
  return (
    <Section title={t('uploadList')}>
      <Card className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{t('uploadListWhy')}</p>
        {upload.error && <Notice tone="bad">{upload.error.message}</Notice>}
        {upload.data && (
          <Notice tone="good">
            <p>{t('listDone', { numbers: upload.data.numbers, added: upload.data.added, prospects: upload.data.prospects })}</p>
            {upload.data.unreadable > 0 && <p>{t('listUnreadable', { count: upload.data.unreadable })}</p>}
          </Notice>
        )}
        {whyNot ? (
          <Notice>{whyNot}</Notice>
        ) : (
          <FileDrop
            label={t('dropList')}
            hint={t('dropListHint')}
            accept={['.csv', '.txt', '.tsv', 'text/csv', 'text/plain']}
            onFile={(file) => upload.mutate(file)}
            isPending={upload.isPending}
          />
        )}
      </Card>
    </Section>
  );
};

const Counts = ({ names }: { names: ReadonlyMap<string, string> }) => {
  const t = useMessages(messages);
  const format = useFormats();
  const read = useRead<Answer<'get', '/suppressions'>>('/suppressions');
  const place = (count: Count) => (count.clientId ? (names.get(count.clientId) ?? t('scope_client')) : t('scope_provider'));
  const columns: Column<Count>[] = [
    { key: 'scope', header: t('scope'), value: place, phone: 'title' },
    { key: 'from', header: t('from'), value: (row) => t(`from_${row.source}`) },
    {
      key: 'numbers',
      header: t('numbers'),
      value: (row) => row.numbers,
      cell: (row) => format.count(row.numbers),
      align: 'right',
      total: (rows) => format.count(rows.reduce((sum, row) => sum + row.numbers, 0)),
    },
    { key: 'latest', header: t('latest'), value: (row) => row.lastAt, cell: (row) => format.moment(row.lastAt) },
  ];
  return (
    <Section title={t('listCounts')}>
      <Loaded read={read} lines={3}>
        {({ counts }) => (
          <Table
            label={t('listCounts')}
            rows={counts}
            rowId={(row) => `${row.scope}${row.clientId}${row.missionId}${row.source}`}
            columns={columns}
            empty={<Empty title={t('countsNone')}>{t('countsNoneWhy')}</Empty>}
          />
        )}
      </Loaded>
    </Section>
  );
};
