import { useState } from 'react';
import { apiAddress, request, useCommand, useRead, type Answer } from '../../../web/api/client.ts';
import {
  Button,
  Empty,
  ExternalLink,
  Loaded,
  Page,
  PageHeader,
  StateLabel,
  Table,
  TextField,
  type Column,
} from '../../../web/design/index.ts';
import { useFormats, useLanguage, useMessages } from '../../../web/i18n/index.ts';
import { deadlineWords } from '../domain/deadline-words.ts';
import { messages } from './messages.ts';

type Read = Answer<'get', '/deadlines'>;
type Row = Read['deadlines'][number];

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Every date of the contracts, the nearest first, and the way into one’s own calendar. */
export default function DeadlinesPage() {
  const t = useMessages(messages);
  const read = useRead<Read>('/deadlines');
  return (
    <Page>
      <PageHeader
        title={t('deadlines')}
        lead={t('deadlinesLead')}
        action={<ExternalLink href={apiAddress('/deadlines.ics')}>{t('ics')}</ExternalLink>}
      />
      <Loaded read={read}>{(answer) => <Listed {...answer} />}</Loaded>
      <Subscription />
    </Page>
  );
}

const Listed = ({ today, deadlines }: Read) => {
  const t = useMessages(messages);
  const format = useFormats();
  const { language } = useLanguage();
  const columns: Column<Row>[] = [
    { key: 'on', header: t('when'), value: (row) => row.on, cell: (row) => format.day(row.on) },
    { key: 'kind', header: t('what'), value: (row) => deadlineWords[row.kind][language], phone: 'title' },
    { key: 'label', header: t('about'), value: (row) => row.label },
    {
      key: 'left',
      header: t('left'),
      value: (row) => daysBetween(today, row.on),
      cell: (row) => {
        const count = daysBetween(today, row.on);
        const words = count === 0 ? t('today') : t('inDays', { count });
        return row.isNear ? <StateLabel tone="caution">{words}</StateLabel> : words;
      },
    },
  ];
  return (
    <Table
      label={t('deadlines')}
      rows={deadlines}
      rowId={(row) => `${row.kind}:${row.subject.id}:${row.label}`}
      href={(row) => row.to}
      columns={columns}
      sort="on"
      empty={<Empty title={t('none')}>{t('noneHint')}</Empty>}
    />
  );
};

const Subscription = () => {
  const t = useMessages(messages);
  const [url, setUrl] = useState<string | null>(null);
  const subscribe = useCommand(() => request<{ url: string }>('POST', '/calendars'), { onDone: (made) => setUrl(made.url) });
  return (
    <div className="flex max-w-reading flex-col items-start gap-3">
      {url ? (
        <>
          <p className="text-sm text-ink-soft">{t('subscribeWhy')}</p>
          <TextField label={t('address')} value={url} isReadOnly />
        </>
      ) : (
        <Button onPress={() => subscribe.mutate()} isPending={subscribe.isPending}>
          {t('subscribe')}
        </Button>
      )}
    </div>
  );
};
